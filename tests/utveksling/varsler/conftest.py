"""Where the e-mail of the tests goes."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def epost(settings: Any) -> None:
    """E-mail lands in the test's own outbox."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.NETTADRESSE = "https://integrering.example.no"
