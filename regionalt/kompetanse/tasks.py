"""Celery's doors."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from regionalt.kompetanse.actions import glem_hvem_som_svarte, slett_medlemsnavn, slett_navn


@shared_task(name="kompetanse.slett_navn", ignore_result=True)
def slett_gamle_navn() -> None:
    """Take names out of events and networks long past; forget who answered what is closed."""
    i_dag = timezone.localdate()
    slett_navn(i_dag=i_dag)
    slett_medlemsnavn(i_dag=i_dag)
    glem_hvem_som_svarte(i_dag=i_dag)
