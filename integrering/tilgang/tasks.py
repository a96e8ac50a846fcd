"""Celery's door to the outbox."""

from __future__ import annotations

from celery import shared_task

from integrering.tilgang.actions.utboks import send_utboks


@shared_task(name="tilgang.send_epost", ignore_result=True)
def send_epost() -> None:
    """Send what waits in the outbox."""
    send_utboks()
