"""Celery's door to the nightly deletion."""

from __future__ import annotations

from celery import shared_task

from integrering.rapporter import actions


@shared_task(name="rapporter.slett_utloepte", ignore_result=True)
def slett_utloepte() -> None:
    """Delete evidence packs that nobody can fetch any more."""
    actions.slett_utloepte()
