"""Keep a calculation by name."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from bosetting.actions.beregning import lagret_beregning
from bosetting.actions.felles import krev_aapen
from bosetting.models import Runde, RundeKommune, Scenario
from bosetting.queries.regnegrunnlag import regnegrunnlag
from bosetting.roller import SKRIVER
from integrering.grunnmur.feil import krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from regionalt.personvern import brudd_i_tekst


@transaction.atomic
def lagre_scenario(*, runde: Runde, navn: str, rader: Sequence[RundeKommune], av: Aktoer) -> Scenario:
    """Calculate these rows, as they stand or as typed, and keep inputs and answer under the name.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round is locked, the name is missing or taken, the limits cannot be kept.
    """
    av.krev(*SKRIVER)
    naa = krev_aapen(runde)
    brudd = brudd_i_tekst(navn=navn)
    if not navn:
        brudd["navn"] = [_("Gi scenarioet et navn.")]
    elif Scenario.objects.filter(runde=naa, navn=navn).exists():
        brudd["navn"] = [_("Runden har alt et scenario med dette navnet.")]
    krev_gyldig(brudd)
    beregning = lagret_beregning(naa, regnegrunnlag(naa, rader), av)
    return Scenario.objects.create(runde=naa, navn=navn, beregning=beregning, av_id=av.bruker_id)
