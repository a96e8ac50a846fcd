"""`celery -A tests.grunnmur.arbeider_app worker`: the product's worker, with the tests' jobs registered."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "integrering.settings")

from celery.signals import worker_process_init

from integrering.celery import app

__all__ = ["app"]


@worker_process_init.connect
def _kjenn_testjobbene(**_: object) -> None:
    from tests.grunnmur import arbeider  # noqa: F401 - registers its jobs
