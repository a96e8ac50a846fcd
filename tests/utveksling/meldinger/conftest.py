"""Those who write to each other, as users."""

from __future__ import annotations

import pytest

from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests.fabrikk import lag_bruker


@pytest.fixture
def saksbehandler() -> Bruker:
    return lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)


@pytest.fixture
def trondheim() -> Bruker:
    return lag_bruker()
