"""Celery's doors."""

from __future__ import annotations

from celery import shared_task

from integrering.nir.actions.kommuner import oppdater_kommuner


@shared_task(name="nir.oppdater_kommuner", ignore_result=True)
def oppdater_kommuner_naa() -> None:
    """Let moves that take effect today take effect."""
    oppdater_kommuner()
