"""The panel of a municipality's page: pupils from it, and how their periods stand."""

from __future__ import annotations

import re

import pytest

from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker, lag_person, lag_vedtak
from tests.lister.hjelp import antall_spoerringer
from tests.opplaering.hjelp import lag_skolegang
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SIDEN = "/kommuner/5001/"


def test_elevene_og_avstemmingen_staar_paa_siden() -> None:
    """One without a vedtak, two without a period; protected persons and others' are not counted."""
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert "Elever i videregående" not in klient.get(SIDEN).content.decode()
    for kommune, vedtak, beskyttelse in (
        (TRONDHEIM, False, ""),
        (TRONDHEIM, True, ""),
        (TRONDHEIM, True, ""),
        (TRONDHEIM, True, "fortrolig"),
        (STEINKJER, True, ""),
    ):
        person = lag_person(kommune=kommune, adressebeskyttelse=beskyttelse)
        if vedtak:
            lag_vedtak(person)
        lag_skolegang(person)
    for leser, sporring in ((klient, "kommune=5001&amp;tilstand="), (inn(lag_bruker()), "?tilstand=")):
        side = leser.get(SIDEN).content.decode()
        panel = side[side.index("Elever i videregående") :]
        assert "3 personer fra kommunen går på skole i dag." in panel
        antall = dict(re.findall(rf'{re.escape(sporring)}(\w+)">(\d+)<', panel))
        assert antall == {"mangler_vedtak": "1", "mangler_periode": "2"}
        assert antall_spoerringer(leser, SIDEN) <= 10
