"""Those who have tasks."""

from __future__ import annotations

import pytest

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tests import fabrikk


@pytest.fixture
def trondheim(db: None) -> Aktoer:
    """Someone at Trondheim's refugee service."""
    return fabrikk.lag_aktoer()


@pytest.fixture
def kollega(db: None) -> Aktoer:
    """Another at the same desk."""
    return fabrikk.aktoer(fabrikk.lag_bruker(fornavn="Ola", etternavn="Kollega"))


@pytest.fixture
def steinkjer(db: None) -> Aktoer:
    """Someone at Steinkjer."""
    return fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER)


@pytest.fixture
def fylket(db: None) -> Aktoer:
    """A case worker of the county."""
    return fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
