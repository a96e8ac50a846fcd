"""Write the description of the API to docs/openapi.yaml; a test holds the file to the code."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from integrering.nir.api.skjema import FIL, som_yaml


class Command(BaseCommand):
    """Write docs/openapi.yaml."""

    help = "Skriver beskrivelsen av API-et til docs/openapi.yaml."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file."""
        (settings.BASE_DIR / FIL).write_text(som_yaml(), encoding="utf-8")
        self.stdout.write(FIL)
