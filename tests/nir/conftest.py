"""Who acts in the tests of persons."""

from __future__ import annotations

import pytest

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tests import fabrikk


@pytest.fixture
def av(db: None) -> Aktoer:
    """Someone at Trondheim's refugee service."""
    return fabrikk.lag_aktoer()


@pytest.fixture
def fylket(db: None) -> Aktoer:
    """A case worker at the county."""
    return fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
