"""Who uploads, and whom it is about."""

import pytest

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.utveksling.registerlister.hjelp import avsluttet, med_sluttmaal


@pytest.fixture
def trondheim(db: None) -> Aktoer:
    """The refugee service of Trondheim."""
    return fabrikk.lag_aktoer()


@pytest.fixture
def fylket(db: None) -> Aktoer:
    """A case worker in the county."""
    return fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


@pytest.fixture
def person(db: None) -> Person:
    """Someone in Trondheim with a goal and an ended programme, as the register has it."""
    hvem = fabrikk.lag_person()
    med_sluttmaal(hvem)
    avsluttet(hvem)
    return hvem
