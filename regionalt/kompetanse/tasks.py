"""Celery's doors."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from regionalt.kompetanse.actions import slett_navn


@shared_task(name="kompetanse.slett_navn", ignore_result=True)
def slett_gamle_navn() -> None:
    """Take names out of the lists of events long past."""
    slett_navn(i_dag=timezone.localdate())
