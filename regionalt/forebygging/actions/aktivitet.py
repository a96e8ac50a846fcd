"""Keep activities, and the national plans they are part of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.actions.felles import brudd_i_periode
from regionalt.actions.registerrad import Lagring, lagre_rad
from regionalt.forebygging.actions.katalog import brudd_i_kilde
from regionalt.forebygging.models import Aktivitet, NasjonalPlan


def lagre_plan(*, felter: Mapping[str, Any], lagring: Lagring[NasjonalPlan], av: Aktoer) -> NasjonalPlan:
    """Add a national plan or save over one. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    brudd = brudd_i_kilde(felter) | brudd_i_periode(felter["fra"], felter["til"])
    return lagre_rad(NasjonalPlan, felter, brudd, lagring=lagring, av=av)


def lagre_aktivitet(*, felter: Mapping[str, Any], lagring: Lagring[Aktivitet], av: Aktoer) -> Aktivitet:
    """Add an activity or save over one; how many took part is known when it has been.

    Raises IkkeTilgang, Konflikt, Regelbrudd.
    """
    brudd = {}
    if felter["deltakere"] is not None and felter["dato"] > timezone.localdate():
        brudd["deltakere"] = [_("Skriv tallet når aktiviteten har vært.")]
    if set(felter["kommuner"]) - set(kommuner_i_fylket().values_list("nummer", flat=True)):
        brudd["kommuner"] = [_("Velg kommuner i fylket.")]
    return lagre_rad(Aktivitet, felter, brudd, lagring=lagring, av=av)
