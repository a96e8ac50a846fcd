"""Rates, runs, lines and totals, one noun a file."""

from tilskudd.models.bokkontroll import Bokkontroll
from tilskudd.models.kjoering import BOKFOERT, Kjoering, Kjoeringstilstand, Slag
from tilskudd.models.linje import Linje, Linjetypevalg
from tilskudd.models.mangler import Mangelgrunn, ManglerSats
from tilskudd.models.mottakersum import Mottakersum
from tilskudd.models.sats import Kjoeringssats, Sats, Satsstatus
from tilskudd.models.satsforslag import Forslagstilstand, Satsforslag

__all__ = [
    "BOKFOERT",
    "Bokkontroll",
    "Forslagstilstand",
    "Kjoering",
    "Kjoeringssats",
    "Kjoeringstilstand",
    "Linje",
    "Linjetypevalg",
    "Mangelgrunn",
    "ManglerSats",
    "Mottakersum",
    "Sats",
    "Satsforslag",
    "Satsstatus",
    "Slag",
]
