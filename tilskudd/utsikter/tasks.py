"""The job that computes what waits and what is expected, and Celery's door to it."""

from __future__ import annotations

from typing import Any

import structlog
from celery import shared_task
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import Loep, registrer_jobb
from tilskudd.utsikter.actions import beregning

logg = structlog.get_logger(__name__)


@registrer_jobb(beregning.JOBBSLAG)
def regn_ut(jobb: Loep) -> dict[str, Any]:
    """Compute in two short transactions: interrupted, each gives the same again."""
    with jobb.steg(_("Regner ut penger på vent"), 0, 2):
        antall = beregning.oppdater_paa_vent()
    with jobb.steg(_("Regner ut prognosen"), 1, 2):
        beregning.oppdater_prognose()
    return {"personer": antall}


@shared_task(name="utsikter.regn_ut", ignore_result=True)
def start() -> None:
    """Start the nightly computation, unless one is on its way."""
    try:
        beregning.regn_ut_i_bakgrunnen(noekkel=beregning.JOBBSLAG)
    except Regelbrudd:
        logg.info("utsikter_regnes_ut")
