"""What waits in the demo, what is expected, and Trondheim asked for the first of it."""

from __future__ import annotations

from datetime import date

from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from tilskudd.utsikter.actions.beregning import oppdater_paa_vent, oppdater_prognose
from tilskudd.utsikter.actions.paaminnelse import paaminn
from tilskudd.utsikter.models import PaaVent

KOMMUNE, SPOERRES_OM = "5001", 2


def lag(i_dag: date) -> None:
    """Compute both, and send reminders about those it costs most. Nothing without an adviser."""
    oppdater_paa_vent()
    oppdater_prognose()
    raadgiver = aktoer_med_rolle("raadgiver", Rolle.TILSKUDDSRAADGIVER)
    if raadgiver is None:
        return
    with kontekst(kontekst_for(raadgiver)):
        dyrest = PaaVent.objects.filter(kommune__nummer=KOMMUNE, kroner__gt=0).order_by("-kroner", "pk")
        noekler = dyrest.values_list("person__noekkel", flat=True)[:SPOERRES_OM]
        paaminn(noekler=list(noekler), av=raadgiver)
