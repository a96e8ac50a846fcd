"""Celery's doors."""

from __future__ import annotations

import structlog
from celery import shared_task

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.actions.kommuner import oppdater_kommuner
from integrering.nir.actions.registreringsstatus import regn_ut_i_bakgrunnen

logg = structlog.get_logger(__name__)


@shared_task(name="nir.oppdater_kommuner", ignore_result=True)
def oppdater_kommuner_naa() -> None:
    """Let moves that take effect today take effect."""
    oppdater_kommuner()


@shared_task(name="nir.regn_ut_status", ignore_result=True)
def regn_ut_status() -> None:
    """Start the nightly computation of what is registered, unless one is on its way."""
    try:
        regn_ut_i_bakgrunnen()
    except Regelbrudd:
        logg.info("status_regnes_alt_ut")
