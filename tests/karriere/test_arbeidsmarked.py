"""Arbeidsmarkedet ved siden av samtalen: behov og tilbud fra planene, der personen bor og i hele fylket."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from integrering.tilgang.roller import Rolle
from karriere.models import Sak
from regionalt.planer.models import Arbeidskraftbehov, Tilbud
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker, virksomhet
from tests.karriere.hjelp import I_DAG, lag_sak, om, saksbehandler, som
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


def _behov(yrke: str, kommune: str = "", **felt: Any) -> None:
    with som(saksbehandler()) as av:
        Arbeidskraftbehov.objects.create(
            yrke=yrke, kommune=virksomhet(kommune) if kommune else None, kilde="Nav 2026", kilde_dato=I_DAG,
            sikkerhet="kilde", innsending=uuid4(), endret_av_id=av.bruker_id, **felt,
        )  # fmt: skip


def _tilbud(navn: str, kommune: str = "") -> None:
    with som(saksbehandler()) as av:
        Tilbud.objects.create(
            navn=navn, tilbyder="Fagskolen", kommune=virksomhet(kommune) if kommune else None,
            kilde="Fylket", kilde_dato=I_DAG, sikkerhet="eksempel", innsending=uuid4(),
            endret_av_id=av.bruker_id, plasser=12,
        )  # fmt: skip


@pytest.fixture
def sak() -> Sak:
    """A case in Trondheim, with a market around it."""
    _behov("Kokk", TRONDHEIM, antall=15, opplaering="Fagbrev", styrk08="5120")
    _behov("Sveiser", styrk08="7212")
    _behov("Røkter", STEINKJER)
    _behov("Utløpt", TRONDHEIM, gjelder_til=om(-1))
    _tilbud("Kokkekurs", TRONDHEIM)
    _tilbud("Fiskekurs", STEINKJER)
    return lag_sak()


def _klient() -> Client:
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _sti(sak: Sak, resten: str = "") -> str:
    return f"/karriere/sak/{sak.noekkel}/arbeidsmarked/{resten}"


def test_foerst_der_personen_bor_og_det_som_gjelder_hele_fylket(sak: Sak) -> None:
    side = _klient().get(_sti(sak)).content.decode()
    assert "Arbeidsmarkedet i Trondheim" in side
    assert "Kokk" in side and "Fagbrev" in side and "Sveiser" in side and "Nav 2026" in side
    assert "Røkter" not in side and "Utløpt" not in side
    assert "Kokkekurs" in side and "(eksempel)" in side and "Fiskekurs" not in side


@pytest.mark.parametrize(
    ("valg", "vises", "vises_ikke"),
    [
        ("?kommune=5006", "Røkter", "Kokk<"),
        ("?kommune=alle", "Røkter", "Utløpt"),
        ("?yrkesfelt=7", "Sveiser", "Kokk<"),
        ("?kommune=alle&yrkesfelt=5", "Kokk", "Sveiser"),
    ],
)
def test_valgene(sak: Sak, valg: str, vises: str, vises_ikke: str) -> None:
    side = _klient().get(_sti(sak, valg)).content.decode()
    assert vises in side and vises_ikke not in side


def test_tomt_sier_hvor_det_legges_inn_og_feil_valg_sies(sak: Sak) -> None:
    side = _klient().get(_sti(sak, "?yrkesfelt=9")).content.decode()
    assert "Ingen behov passer" in side and "Planer" in side
    assert _klient().get(_sti(sak, "?yrkesfelt=x")).status_code == 422


def test_det_staar_i_notatet_og_kommunen_ser_det_ogsaa(sak: Sak) -> None:
    assert "Sveiser" in _klient().get(f"/karriere/sak/{sak.noekkel}/notat/").content.decode()
    kommunen = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE))
    side = kommunen.get(_sti(sak)).content.decode()
    assert "Kokk" in side and "/planer/" not in side.split("<main")[1]
    assert inn(lag_bruker(Rolle.LEDER)).get(_sti(sak)).status_code == 403


def test_sidens_spoerringer_er_faa(sak: Sak) -> None:
    assert antall_spoerringer(_klient(), _sti(sak)) <= 12
