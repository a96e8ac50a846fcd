"""The panel of a municipality's page: kroner that wait for what it has not registered."""

from __future__ import annotations

import pytest

from integrering.tilgang.roller import Rolle
from tests.fabrikk import lag_bruker
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn
from tests.tilskudd.runder import sett_satser
from tests.tilskudd.sideverden import les
from tests.utsikter.hjelp import elev
from tilskudd.utsikter.actions.beregning import oppdater_paa_vent

pytestmark = pytest.mark.django_db
SIDEN = "/kommuner/5001/"


def test_pengene_som_venter_staar_paa_siden() -> None:
    """The sum of the list it leads to, without protected persons; for the county only."""
    sett_satser()
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert "Penger på vent" not in les(klient.get(SIDEN))
    for _nr in range(2):
        elev()
    elev(kommune="5006")
    elev(adressebeskyttelse="fortrolig")
    oppdater_paa_vent()
    side = les(klient.get(SIDEN))
    assert "83 294 kr venter fordi kommunen ikke har registrert alt for 2 personer." in side
    assert "/tilskudd/mangler/personer/?kommune=5001" in klient.get(SIDEN).content.decode()
    assert "Penger på vent" not in les(inn(lag_bruker()).get(SIDEN))
    assert antall_spoerringer(klient, SIDEN) <= 10
