"""The navigation of the regional work: groups, and the pages of the open one."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from integrering.tilgang.roller import Rolle
from regionalt import sider
from tests.fabrikk import lag_bruker
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


def _rader(rolle: Rolle, urlnavn: str) -> list[list[str]]:
    """Return the tabs of each row; «*» is the open page, «+» the group it stands in."""
    side = inn(lag_bruker(rolle)).get(reverse(urlnavn)).content.decode()
    radene = re.findall(r'<nav class="faner" aria-label="Sider [^>]*>(.*?)</nav>', side, re.DOTALL)
    merker = {' aria-current="page"': "*", ' aria-current="true"': "+", "": ""}
    return [
        [tekst + merker[naa] for naa, tekst in re.findall(r'<a href="[^"]*"([^>]*)>([^<]*)</a>', rad)]
        for rad in radene
    ]


def test_fylket_ser_gruppene_og_sidene_i_den_som_er_aapen() -> None:
    oeverst, under = _rader(Rolle.FYLKE_SAKSBEHANDLER, "kompetanse:eksempler")
    assert "Kurs og nettverk+" in oeverst and "Forebygging" in oeverst and "Ledelse" in oeverst
    assert under[0] == "Kurs og samlinger" and under[-1] == "Gode eksempler*"
    assert len(oeverst) <= 7 and "Bosetting" in oeverst and not any(t.endswith("*") for t in oeverst)


def test_en_gruppe_med_en_side_er_siden_selv() -> None:
    (oeverst,) = _rader(Rolle.LEDER, "ledelse:oversikt")
    assert oeverst[-1] == "Ledelse*" and oeverst[0] == "Arbeid med kommunene"


def test_kommunen_ser_sine_sider_og_den_som_ser_en_side_ingen_rad(monkeypatch: pytest.MonkeyPatch) -> None:
    oeverst, under = _rader(Rolle.KOMMUNE_FLYKTNINGTJENESTE, "kompetanse:kurs")
    assert "Kurs og nettverk+" in oeverst and "Ledelse" not in oeverst and under[0] == "Kurs og samlinger*"
    monkeypatch.setattr(sider, "_sider", dict(list(sider._sider.items())[:1]))
    assert _rader(Rolle.KOMMUNE_FLYKTNINGTJENESTE, "kompetanse:kurs") == []
