"""Celery's doors to the jobs: they carry ids only."""

from __future__ import annotations

import uuid

from celery import shared_task

from integrering.grunnmur.jobber import actions, loep


@shared_task(name="grunnmur.kjoer_jobb", ignore_result=True)
def kjoer_jobb(jobb_id: str) -> None:
    """Do one job, if it is not done and nobody else holds it."""
    loep.kjoer(uuid.UUID(jobb_id))


@shared_task(name="grunnmur.fei_jobber", ignore_result=True)
def fei_jobber() -> None:
    """Take up jobs whose worker died."""
    actions.fei_jobber()
