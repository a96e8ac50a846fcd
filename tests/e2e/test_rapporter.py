"""An evidence pack in three steps from the person's page, and reports that everybody can read."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from integrering.nir.actions.registreringsstatus import regn_ut_status
from tests.e2e.aksess import krev_tilgjengelig
from tests.e2e.teller import Teller
from tests.e2e.verden import FLYKTNINGTJENESTEN, lag_verden
from tests.rapporter.hjelp import avslutt, proev

pytestmark = pytest.mark.e2e
I_DAG = timezone.localdate()


def test_dokumentasjonspakke_i_tre_steg_og_rapportene(sted: str, ny_side: Callable[..., Page]) -> None:
    person = lag_verden()
    proev(person, I_DAG, lytte="a2", lese="b1")
    avslutt(person, dato=I_DAG.replace(year=I_DAG.year - 1, day=1))
    regn_ut_status([person.pk])
    du = Teller(ny_side(), sted, "nb")
    du.tell()
    du.logg_inn(FLYKTNINGTJENESTEN)
    with du.hoeyst(3, "Ta ut dokumentasjon om én person, fra personens side"):
        du.gaa(f"/personer/{person.noekkel}/")
        du.velg(du.side.locator("a[href^='/dokumentasjonspakke/personer/']"))
        krev_tilgjengelig(du.side)
        du.velg(du.side.locator("button[name=steg][value=lag]"))
        du.side.wait_for_url("**/dokumentasjonspakke/*-*/", timeout=120_000)
        fil = du.last_ned(du.side.locator("form[action$='/hent/'] button"))
    with zipfile.ZipFile(fil.path()) as pakken:
        manifest = json.loads(pakken.read("manifest.json"))
        assert "person-001.pdf" in pakken.namelist()
    assert manifest["utvalg"] == {"maate": "en", "valgt": 1, "med": 1}
    krev_tilgjengelig(du.side)
    for adresse in (
        "/rapporter/", "/rapporter/utfylling/", f"/aarsavslutning/{I_DAG.year - 1}/",
        "/rapporter/norskproever/", "/rapporter/arbeid-eller-utdanning/", "/rapporter/avsluttede/",
        "/dokumentasjonspakke/utvalg/",
    ):  # fmt: skip
        du.gaa(adresse)
        for bredde in (320, 1280):
            du.side.set_viewport_size({"width": bredde, "height": 800})
            krev_tilgjengelig(du.side)
