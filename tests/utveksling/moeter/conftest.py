"""Who calls and who comes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tests.fabrikk import TRONDHEIM, lag_aktoer
from tests.utveksling.moeter.nettleser import logg_inn


@pytest.fixture
def av() -> Iterator[Aktoer]:
    """A case worker of the county; the test runs as them."""
    hvem = lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    with kontekst(kontekst_for(hvem)):
        yield hvem


@pytest.fixture
def fylke() -> tuple[Client, Aktoer]:
    """A case worker of the county."""
    return logg_inn()


@pytest.fixture
def kommune() -> tuple[Client, Aktoer]:
    """Someone at Trondheim's refugee service."""
    return logg_inn(Rolle.KOMMUNE_FLYKTNINGTJENESTE, TRONDHEIM)
