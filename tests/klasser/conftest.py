"""Those who have classes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilgang.hjelp import inn


@pytest.fixture
def trondheim(db: None) -> Aktoer:
    """Someone at Trondheim's adult education; the test does not run as them."""
    return fabrikk.lag_aktoer()


@pytest.fixture
def av(trondheim: Aktoer) -> Iterator[Aktoer]:
    """The same, and the test runs as them."""
    with kontekst(kontekst_for(trondheim)):
        yield trondheim


@pytest.fixture
def steinkjer(db: None) -> Aktoer:
    """Someone at Steinkjer."""
    return fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER)


@pytest.fixture
def fylket(db: None) -> Aktoer:
    """A case worker of the county."""
    return fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


@pytest.fixture
def klient(db: None) -> Client:
    """The browser of someone at Trondheim."""
    return inn(fabrikk.lag_bruker())
