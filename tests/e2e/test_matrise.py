"""From the front page through the matrix to the form, and a checklist for the committee."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from integrering.nir.actions.registreringsstatus import regn_ut_status
from tests.e2e.aksess import krev_tilgjengelig
from tests.e2e.teller import Teller
from tests.e2e.verden import FLYKTNINGTJENESTEN, lag_verden

pytestmark = pytest.mark.e2e
I_DAG = timezone.localdate()


def test_fra_forsiden_gjennom_matrisen_til_skjemaet(sted: str, ny_side: Callable[..., Page]) -> None:
    person = lag_verden()
    regn_ut_status([person.pk])
    du = Teller(ny_side(), sted, "nb")
    du.tell()
    du.logg_inn(FLYKTNINGTJENESTEN)
    with du.hoeyst(6, "Registrer det som mangler i en kolonne"):
        du.velg(du.side.locator("nav.hovedmeny a[href='/registreringsmatrise/']"))
        _paa_begge_bredder(du)
        du.velg(du.side.locator(".punkthode a[href*='vedtak_norsk']"))
        du.velg(du.side.locator(f"a[href^='/personer/{person.noekkel}/vedtak/ny/']"))
        start = f"{I_DAG - timedelta(days=390):%d.%m.%Y}"
        du.fyll(vedtaksdato=start, startdato=start)
        du.send()
        du.velg(du.side.locator("button[name=steg][value=lagre]"))
        du.side.wait_for_url("**/personer/*-*/")
    du.gaa("/registreringsmatrise/?punkt=vedtak_norsk&tilstand=registrert")
    assert du.side.locator(".matrise tbody tr").count() == 1
    _oeyeblikksbilde(du)


def _oeyeblikksbilde(du: Teller) -> None:
    """Ordered on the form, made by the worker, read as the checklist."""
    du.gaa("/registreringsmatrise/oeyeblikksbilder/nytt/")
    krev_tilgjengelig(du.side)
    du.fyll(tittel="Sjekkliste", mottaker="Kontrollutvalget")
    du.send()
    adresse = f"/registreringsmatrise/5001/{I_DAG.isoformat()}/"
    du.side.wait_for_url(f"**{adresse}", timeout=120_000)
    _paa_begge_bredder(du)
    assert du.side.locator("table.sjekkliste").count() == 3


def _paa_begge_bredder(du: Teller) -> None:
    for bredde in (320, 1280):
        du.side.set_viewport_size({"width": bredde, "height": 800})
        krev_tilgjengelig(du.side)
