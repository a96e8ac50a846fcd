"""The panel of a municipality's page about registrations that are missing."""

from __future__ import annotations

import pytest

from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, lag_bruker, lag_person
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SIDEN = "/kommuner/5001/"


def test_hvor_mange_som_mangler_noe() -> None:
    """The number the matrix shows when one follows the link; a municipality is led to its own."""
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert "Ingen i kommunen mangler noe i sjekklisten." in klient.get(SIDEN).content.decode()
    personer = [lag_person(), lag_person(), lag_person(kommune=STEINKJER)]
    regn_ut_status([p.pk for p in personer])
    side = klient.get(SIDEN).content.decode()
    assert "2 personer mangler noe i sjekklisten." in side and "har en frist som er passert" in side
    matrise = "/registreringsmatrise/?kommune=5001&amp;mangler=ja"
    assert matrise in side
    svar = klient.get(matrise.replace("&amp;", "&"))
    assert len(svar.context["liste"].objekter) == 2
    assert "/registreringsmatrise/?mangler=ja" in inn(lag_bruker()).get(SIDEN).content.decode()
