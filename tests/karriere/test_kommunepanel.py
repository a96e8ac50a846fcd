"""Kommunens side: hvem som venter på veiledning, og hvor mange som ble veiledet i tide."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker
from tests.karriere.hjelp import (
    lag_med_rett,
    lag_sak,
    lag_samtale,
    lag_senter,
    lag_veileder,
    lag_veiledet,
    om,
)
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SIDE = f"/kommuner/{TRONDHEIM}/"


def _veiledet(bosatt: int, gjennomfoert: int, **felt: Any) -> None:
    person = lag_med_rett(bosatt=om(bosatt), **felt)
    lag_veiledet(person, om(gjennomfoert))
    lag_sak(person)


def _panel(klient: Client) -> str:
    side = klient.get(SIDE).content.decode()
    funnet = re.search(r'aria-labelledby="karriereveiledning".*?</section>', side, re.DOTALL)
    return html.unescape(re.sub(r"\s+", " ", funnet.group())) if funnet else ""


@pytest.fixture
def saker() -> None:
    """Three wait (one over the deadline, one booked), one guided in time and one late; one elsewhere."""
    senter = lag_senter(TRONDHEIM)
    lag_sak(bosatt=om(-200))
    lag_sak()
    lag_samtale(lag_sak(), senter, lag_veileder(senter), timezone.now() + timedelta(days=7))
    _veiledet(-200, -150)
    _veiledet(-300, -10)
    _veiledet(-300, -10, adressebeskyttelse="fortrolig")
    lag_sak(kommune=STEINKJER)


def test_panelet_teller_dem_som_venter_og_dem_som_ble_veiledet_i_tide(saker: None) -> None:
    panel = _panel(inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)))
    for tekst in ("3 personer venter", "1 over fristen", "1 med avtalt samtale", "1 av 3 ble veiledet"):
        assert tekst in panel


@pytest.mark.parametrize(
    ("rolle", "sporring"),
    [
        (Rolle.FYLKE_SAKSBEHANDLER, f"kommune={TRONDHEIM}&fane=over_frist"),
        (Rolle.KARRIEREVEILEDER, f"kommune={TRONDHEIM}&senter=alle&fane=over_frist"),
        (Rolle.KOMMUNE_FLYKTNINGTJENESTE, "?fane=over_frist"),
    ],
)
def test_tallene_leder_til_koen_med_det_samme_utvalget(saker: None, rolle: Rolle, sporring: str) -> None:
    klient = inn(lag_bruker(rolle))
    lenke = re.search(r'href="([^"]*fane=over_frist)"', _panel(klient))
    assert lenke and sporring in lenke[1]
    svar = klient.get(lenke[1])
    assert svar.status_code == 200
    assert svar.context["liste"].antall == 1


def test_uten_saker_vises_ikke_panelet() -> None:
    assert _panel(inn(lag_bruker(Rolle.LEDER))) == ""


def test_siden_har_ikke_flere_spoerringer(saker: None) -> None:
    assert antall_spoerringer(inn(lag_bruker(Rolle.LEDER)), SIDE) <= 10
