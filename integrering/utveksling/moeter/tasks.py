"""Celery's doors."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from integrering.utveksling.moeter.actions import lag_alle_moeter


@shared_task(name="moeter.lag_faste_moeter", ignore_result=True)
def lag_faste_moeter() -> None:
    """Keep the meetings of weekly slots some weeks ahead."""
    lag_alle_moeter(i_dag=timezone.localdate())
