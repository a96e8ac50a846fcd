"""Celery: carries the ids of jobs, never their data (the truth about a job is its row in PostgreSQL)."""

import os

from celery import Celery
from celery.signals import setup_logging, worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "integrering.settings")

app = Celery("integrering")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def _use_our_logging(**_: object) -> None:
    """Keep the logging that settings describe instead of Celery's own."""


@worker_init.connect
def _refuse_too_much_power(**_: object) -> None:
    """Stop a worker whose database role could pass the walls."""
    from integrering.tilgang.kontroll import vokt_oppstart

    vokt_oppstart()
