"""Celery's doors."""

from __future__ import annotations

from celery import shared_task

from integrering.utveksling.meldinger.actions.purring import purr_automatisk


@shared_task(name="meldinger.purr", ignore_result=True)
def purr_om_morgenen() -> None:
    """Remind those who are past the date; once a day however often it runs."""
    purr_automatisk()
