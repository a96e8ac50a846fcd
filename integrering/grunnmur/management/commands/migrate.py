"""`manage.py migrate`, as Django's, in a fraction of the time (see `rask_migrering`)."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as DjangosMigrate

from integrering.grunnmur.rask_migrering import uten_omtegning


class Command(DjangosMigrate):
    """Django's own, with states that are not drawn again for each model and index."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate."""
        with uten_omtegning():
            super().handle(*args, **options)
