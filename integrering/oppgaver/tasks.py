"""Celery's doors."""

from __future__ import annotations

import structlog
from celery import shared_task

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions import regn_ut_i_bakgrunnen

logg = structlog.get_logger(__name__)


@shared_task(name="oppgaver.regn_ut", ignore_result=True)
def regn_ut() -> None:
    """Start the nightly computation, unless one is on its way."""
    try:
        regn_ut_i_bakgrunnen()
    except Regelbrudd:
        logg.info("oppgaver_regnes_alt_ut")
