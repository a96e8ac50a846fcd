from __future__ import annotations
import pytest
from tests.utveksling.brev.brevhjelp import *
from integrering.utveksling.brev.models import *
pytestmark = pytest.mark.django_db

def test_foerst(som: Som) -> None:
    av = saksbehandler()
    brev = lag_brev(av, tilstand="sendt")
    assert brev.referanse == "2026/00001"
    assert brev.tilstand == "sendt"
    kommune = fabrikk.lag_aktoer()
    with som(kommune):
        assert Brev.objects.count() == 1
        assert bytes(Brevfil.objects.get().pdf).startswith(b"%PDF")
