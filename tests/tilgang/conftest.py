"""Those who ask, in the tests of the walls."""

from __future__ import annotations

import pytest

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer


@pytest.fixture
def trondheim() -> Aktoer:
    """Someone at Trondheim."""
    return lag_aktoer(nummer=TRONDHEIM)


@pytest.fixture
def steinkjer() -> Aktoer:
    """Someone at Steinkjer."""
    return lag_aktoer(nummer=STEINKJER)


@pytest.fixture
def fylket() -> Aktoer:
    """A case worker of the county."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
