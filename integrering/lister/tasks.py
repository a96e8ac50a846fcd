"""Celery's door to the nightly deletion."""

from __future__ import annotations

from celery import shared_task

from integrering.lister import actions


@shared_task(name="lister.slett_utloepte", ignore_result=True)
def slett_utloepte() -> None:
    """Delete exports that nobody can fetch any more."""
    actions.slett_utloepte()
