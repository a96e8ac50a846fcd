"""Those who have to do with the training."""

from __future__ import annotations

import pytest
from django.test import Client

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.opplaering import hjelp
from tests.tilgang.hjelp import inn


@pytest.fixture
def koordinator(db: None) -> Aktoer:
    """The county's coordinator; the test does not run as them (`with som(koordinator)`)."""
    return hjelp.koordinator()


@pytest.fixture
def skolen(db: None) -> Aktoer:
    """Someone at the school."""
    return hjelp.skolekontakt()


@pytest.fixture
def trondheim(db: None) -> Aktoer:
    """Someone at Trondheim's refugee service."""
    return hjelp.kommunen()


@pytest.fixture
def klient(db: None) -> Client:
    """The browser of the county's coordinator."""
    return inn(fabrikk.lag_bruker(Rolle.OPPLAERINGSKOORDINATOR))


@pytest.fixture
def skoleklient(db: None) -> Client:
    """The browser of someone at the school."""
    return inn(fabrikk.lag_bruker(Rolle.SKOLEKONTAKT))


@pytest.fixture
def kommuneklient(db: None) -> Client:
    """The browser of someone at Trondheim's refugee service."""
    return inn(fabrikk.lag_bruker())
