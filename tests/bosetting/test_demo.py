"""The demo's rounds; nothing without the demo's users."""

from __future__ import annotations

from datetime import date

import pytest

from bosetting.models import Anbefaling, Kommunesvar, Runde
from integrering.demo.eksempler import bosetting, kunnskap
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.fabrikk import lag_bruker

pytestmark = pytest.mark.django_db
_DAGEN = date(2026, 11, 23)


def test_eksemplene_i_demoen() -> None:
    bosetting.lag(_DAGEN)
    with kontekst(motor_kontekst()):
        assert not Runde.objects.exists()
    lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, brukernavn="saksbehandler")
    lag_bruker(Rolle.BOSETTINGSGODKJENNER, brukernavn="bosettingsgodkjenner")
    lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE, "5001", brukernavn="trondheim")
    kunnskap.lag(_DAGEN)
    bosetting.lag(_DAGEN)
    with kontekst(motor_kontekst()):
        tilstander = dict(Runde.objects.values_list("aar", "tilstand"))
        assert tilstander == {2026: "vedtak", 2027: "dialog"}
        assert sum(a.antall for a in Anbefaling.objects.all()) == 1583
        assert Kommunesvar.objects.get().antall == 470
        assert all(r.eksempel for r in Runde.objects.all())
