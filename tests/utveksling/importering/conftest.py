"""Who imports, and about whom."""

import pytest
from django.test import Client

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilgang.hjelp import inn


@pytest.fixture
def saksbehandler(db: None) -> Aktoer:
    """A case worker in the county."""
    return fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


@pytest.fixture
def administrator(db: None) -> Aktoer:
    """An administrator in the county."""
    return fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)


@pytest.fixture
def trondheim(db: None) -> Aktoer:
    """The refugee service of Trondheim."""
    return fabrikk.lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE, fabrikk.TRONDHEIM)


@pytest.fixture
def person(db: None) -> Person:
    """Someone who lives in Trondheim since 01.03.2023."""
    return fabrikk.lag_person()


@pytest.fixture
def bruker(db: None) -> Bruker:
    """A case worker in the county."""
    return fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)


@pytest.fixture
def leser(bruker: Bruker) -> Client:
    """The case worker's browser."""
    return inn(bruker)
