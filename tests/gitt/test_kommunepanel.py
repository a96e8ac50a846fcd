"""The panel of a municipality's page: what it has applied for, and been given."""

from __future__ import annotations

import pytest
from django.urls import reverse

from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, lag_aktoer, lag_bruker
from tests.gitt.hjelp import lag_soeknad, lag_utlysning, vedta, vurder
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SIDEN = "/kommuner/5001/"


def test_kommunens_soeknader_staar_paa_siden() -> None:
    """Sent ones with what is granted; a draft and another's are not there; the page asks no more."""
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert "Tilskudd fra fylkeskommunen" not in klient.get(SIDEN).content.decode()
    utlysning = lag_utlysning(soekere=["kommune"], vedleggskrav=[])
    gitt = lag_soeknad(utlysning, av=lag_aktoer(), tittel="Språkkafé i biblioteket")
    for _nr in range(2):
        vurder(gitt)
    vedta(gitt)
    lag_soeknad(utlysning, av=lag_aktoer(), tittel="Utkastet", send=False)
    lag_soeknad(utlysning, av=lag_aktoer(nummer=STEINKJER), tittel="Steinkjers tiltak")
    for leser in (klient, inn(lag_bruker())):
        side = leser.get(SIDEN).content.decode()
        panel = side[side.index("Tilskudd fra fylkeskommunen") :]
        assert "Språkkafé i biblioteket" in panel and reverse("gitt:soeknad", args=[gitt.noekkel]) in panel
        assert "Utkastet" not in panel and "Steinkjers tiltak" not in panel
        assert antall_spoerringer(leser, SIDEN) <= 10
