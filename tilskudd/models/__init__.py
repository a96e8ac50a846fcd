"""Rates, runs, lines and totals, one noun a file."""

from tilskudd.models.kjoering import BOKFOERT, Kjoering, Kjoeringstilstand, Slag
from tilskudd.models.linje import Linje, Linjetypevalg
from tilskudd.models.mangler import Mangelgrunn, ManglerSats
from tilskudd.models.mottakersum import Mottakersum
from tilskudd.models.sats import Kjoeringssats, Sats, Satsstatus

__all__ = [
    "BOKFOERT",
    "Kjoering",
    "Kjoeringssats",
    "Kjoeringstilstand",
    "Linje",
    "Linjetypevalg",
    "Mangelgrunn",
    "ManglerSats",
    "Mottakersum",
    "Sats",
    "Satsstatus",
    "Slag",
]
