"""The job that reads and compares a list, and the nightly tidying."""

from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils.translation import gettext as _

from integrering.grunnmur.jobber import Loep, registrer_jobb
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.utveksling.importering.queries import aktoer_i_rolle
from integrering.utveksling.registerlister import actions
from integrering.utveksling.registerlister.actions.opplasting import JOBB
from integrering.utveksling.registerlister.models import Registerliste


@registrer_jobb(JOBB)
def sammenlign(jobb: Loep) -> dict[str, Any]:
    """Read and compare a list as the one who asked, who must still have the role."""
    with kontekst(motor_kontekst(jobb.jobb.bruker_id)):
        liste = Registerliste.objects.get(pk=jobb.parametre["liste"])
        av = aktoer_i_rolle(jobb.jobb.bruker_id or 0, liste.virksomhet_id, jobb.parametre["rolle"])
    hvem = kontekst_for(av)
    with jobb.steg(_("Leser filen"), 0, 2), kontekst(hvem):
        actions.les_inn(liste)
    with jobb.steg(_("Sammenligner"), 1, 2), kontekst(hvem):
        actions.sammenlign(liste)
    return {}


@shared_task(name="registerlister.rydd", ignore_result=True)
def rydd() -> None:
    """Delete lists whose time is up."""
    actions.rydd()
