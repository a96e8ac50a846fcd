"""Celery's doors to the outbox, and to what the API remembers."""

from __future__ import annotations

from celery import shared_task

from integrering.tilgang.actions.utboks import send_utboks
from integrering.tilgang.api.actions import rydd_apisvar as rydd


@shared_task(name="tilgang.send_epost", ignore_result=True)
def send_epost() -> None:
    """Send what waits in the outbox."""
    send_utboks()


@shared_task(name="tilgang.rydd_apisvar", ignore_result=True)
def rydd_apisvar() -> None:
    """Delete the answers of the API that are old."""
    rydd()
