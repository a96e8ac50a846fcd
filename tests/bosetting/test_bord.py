"""The board: what a round is calculated from, what stops it, and what the locks move."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from bosetting import actions
from bosetting.bord import Bord, bordet
from bosetting.kodeverk import Indikator, Merke
from bosetting.models import Runde, RundeKommune
from bosetting.queries.regnegrunnlag import Regnegrunnlag, kommuneradene, regnegrunnlag
from tests.bosetting.bordhjelp import NAMSOS, radene, runde, sett_tall
from tests.bosetting.hjelp import lag_kriterium, lag_runde, rundedata, saksbehandler, sett_kommune, som
from tests.fabrikk import STEINKJER, TRONDHEIM

__all__ = ["runde"]
pytestmark = pytest.mark.django_db


def _grunnlag(runde: Runde) -> Regnegrunnlag:
    with som(saksbehandler()):
        return regnegrunnlag(runde, kommuneradene(runde))


def _regn(runde: Runde) -> Bord:
    return bordet(_grunnlag(runde))


def _antall(bord: Bord) -> dict[str, int]:
    assert bord.fordeling is not None
    return {nr: n for nr, n in bord.fordeling.antall().items() if n}


# --- What it is calculated from ---


def test_beregnet_av_rundens_tall(runde: Runde) -> None:
    """By population, with the minors inside; those not asked get nothing."""
    bord = _regn(runde)
    assert _antall(bord) == {TRONDHEIM: 80, STEINKJER: 40, NAMSOS: 40}
    trondheim = next(b for b in bord.linjer if b.nummer == TRONDHEIM)
    assert (trondheim.promille, trondheim.linje and trondheim.linje.em) == (Decimal("10.0"), 2)
    assert (trondheim.endring, trondheim.endring_prosent, trondheim.stor_endring) == (None, None, False)


@pytest.mark.parametrize(
    ("felt", "svar", "grense"),
    [
        ({"kapasitet": 60}, {TRONDHEIM: 60, STEINKJER: 50, NAMSOS: 50}, "Kapasitet"),
        ({"oenske_max": 60}, {TRONDHEIM: 60, STEINKJER: 50, NAMSOS: 50}, "Ønske"),
        ({"oenske_min": 100}, {TRONDHEIM: 100, STEINKJER: 30, NAMSOS: 30}, "Ønske"),
        ({"oenske_min": 4}, {TRONDHEIM: 80, STEINKJER: 40, NAMSOS: 40}, ""),
        ({"laas": 20, "laas_grunn": "Avtalt"}, {TRONDHEIM: 20, STEINKJER: 70, NAMSOS: 70}, "Låst"),
        ({"kapasitet": 5}, {TRONDHEIM: 5, STEINKJER: 78, NAMSOS: 77}, "Kapasitet"),
        (
            {"saerskilt_minst": 3, "saerskilt": "Liten kommune", "oenske_max": 4},
            {TRONDHEIM: 4, STEINKJER: 78, NAMSOS: 78},
            "Ønske",
        ),
    ],
)
def test_det_fylket_legger_inn_er_grenser(
    runde: Runde, felt: dict[str, Any], svar: dict[str, int], grense: str
) -> None:
    """Wish, capacity, lock and special conditions hold the number, and the one that binds is told."""
    sett_kommune(runde, **felt)
    bord = _regn(runde)
    assert _antall(bord) == svar
    assert next(b for b in bord.linjer if b.nummer == TRONDHEIM).grense == grense


def test_kriterier_av_tall_og_vurderinger(runde: Runde) -> None:
    """An indicator by its place, a judgement by its step; the opposite when high speaks for fewer."""
    lag_kriterium(runde, vekt=Decimal("0.20"), indikatorer=[Indikator.SYSSELSATTE, Indikator.ARBEIDSKRAFT])
    lag_kriterium(
        runde, navn="Andel", vekt=Decimal("0.10"), indikatorer=[Indikator.INNVANDRERE], motsatt=True
    )
    lag_kriterium(runde, navn="Uten vekt", vekt=None, indikatorer=[Indikator.PLANER])
    sett_tall(runde, TRONDHEIM, Indikator.SYSSELSATTE, 70)
    sett_tall(runde, STEINKJER, Indikator.SYSSELSATTE, 60)
    sett_tall(runde, NAMSOS, Indikator.SYSSELSATTE, None, Merke.UNDERTRYKT)
    sett_tall(runde, STEINKJER, Indikator.ARBEIDSKRAFT, 5)
    sett_tall(runde, STEINKJER, Indikator.INNVANDRERE, 9)
    sett_tall(runde, NAMSOS, Indikator.INNVANDRERE, 3)
    grunnlag = _grunnlag(runde)
    z = {k.nummer: list(k.z.values()) for k in grunnlag.kommuner if k.spurt}
    assert z == {TRONDHEIM: [1, None], STEINKJER: [0, -1], NAMSOS: [None, 1]}
    assert grunnlag.kriterienavn == {"k1": "Arbeid", "k2": "Andel", "k3": "Uten vekt"}
    bord = _regn(runde)
    assert [navn for navn, _n in bord.vekter] == ["Arbeid", "Andel"]


def test_mindreaarige_etter_plassene(runde: Runde) -> None:
    """The places under 15 and 15–18 are the most; too few are told with how many."""
    for nummer, plasser in ((TRONDHEIM, 1), (STEINKJER, 0), (NAMSOS, 1)):
        sett_kommune(runde, nummer, em_under_15=0, em_15_18=plasser)
    assert _regn(runde).hvorfor_ikke.startswith("Det mangler plass til 2 enslige mindreårige.")


@pytest.mark.parametrize(
    ("forrige", "endring", "stor"), [(60, "33", True), (64, "25", False), (80, "0", False), (0, None, True)]
)
def test_endring_fra_forrige(runde: Runde, forrige: int, endring: str | None, stor: bool) -> None:
    """The change from the last request, in persons and per cent; large over a quarter, and after none."""
    sett_tall(runde, TRONDHEIM, "anmodning", forrige)
    linje = next(b for b in _regn(runde).linjer if b.nummer == TRONDHEIM)
    assert linje.endring == 80 - forrige
    assert linje.endring_prosent == (None if endring is None else Decimal(endring))
    assert linje.stor_endring is stor


# --- What cannot be calculated ---


def test_uten_ramme_og_uten_folketall(runde: Runde) -> None:
    """The frame and the population must be there; who lacks it is told."""
    sett_tall(runde, NAMSOS, "folketall", None, Merke.MANGLER)
    assert _regn(runde).hvorfor_ikke.startswith("Folketall mangler for Namsos.")
    with som(saksbehandler()) as av:
        actions.endre_runde(runde=runde, versjon=runde.versjon, data=rundedata(ramme=None, em_ramme=0), av=av)
    assert _regn(runde).hvorfor_ikke.startswith("Runden har ingen ramme.")


def test_umulig_sier_hvor_mange_og_hva_som_kan_flyttes(runde: Runde) -> None:
    """Caps of 90 for 160 persons: 70 are missing, and each way out is told in words."""
    for nummer in (TRONDHEIM, STEINKJER, NAMSOS):
        sett_kommune(runde, nummer, kapasitet=30)
    bord = _regn(runde)
    assert bord.hvorfor_ikke == "Grensene har ikke plass til alle: det mangler plass til 70 personer."
    assert bord.utveier == (
        "Sett rammen til 90 i stedet for 160.",
        "Hev kapasiteten: Trondheim 30 → 80, Steinkjer 30 → 40, Namsos 30 → 40.",
    )
    assert bord.fordeling is None


def test_for_hoeye_minste_tall(runde: Runde) -> None:
    """Wishes of 60 each are 20 more than the frame."""
    for nummer in (TRONDHEIM, STEINKJER, NAMSOS):
        sett_kommune(runde, nummer, oenske_min=60)
    bord = _regn(runde)
    assert bord.hvorfor_ikke == "De minste tallene er til sammen 20 personer mer enn rammen."
    assert bord.utveier[1].startswith("Flytt det kommunene ønsker: ")


def test_mange_utveier_nevnes_ikke_alle() -> None:
    """Of many municipalities six are named, and how many there are more."""
    stor = lag_runde(ramme=100, em_ramme=0)
    with som(saksbehandler()):
        antall = RundeKommune.objects.filter(runde=stor).count()
    for nr, rk in enumerate(radene(stor)):
        sett_tall(stor, rk.kommune.nummer, "folketall", 1000 + nr)
    bord = _regn(stor)
    assert f"til sammen {antall * 10 - 100} personer mer" in bord.hvorfor_ikke
    assert any(f"og {antall - 6} til." in utvei for utvei in bord.utveier)


@pytest.mark.parametrize(
    ("felt", "vekt", "melding"),
    [
        ({"grunntall": 20, "ramme": 50}, "0.10", "Grunntallet ganger antall kommuner er større enn rammen."),
        ({"maks_utslag": Decimal(1), "ramme": 160}, "0.20", "Kriteriene kan ikke flytte hele tallet."),
    ],
)
def test_forutsetninger_som_ikke_gaar(runde: Runde, felt: dict[str, Any], vekt: str, melding: str) -> None:
    """Each is told in words."""
    lag_kriterium(runde, vekt=Decimal(vekt))
    with som(saksbehandler()) as av:
        runde.refresh_from_db()
        actions.endre_runde(
            runde=runde, versjon=runde.versjon, data=rundedata(**{"em_ramme": 0, **felt}), av=av
        )
    assert _regn(runde).hvorfor_ikke.startswith(melding)


# --- The locks ---


def test_laasen_viser_hva_den_flytter(runde: Runde) -> None:
    """A lock of 20 in Trondheim sends 60 to the others."""
    sett_kommune(runde, laas=20, laas_grunn="Avtalt i møtet")
    flyttet = _regn(runde).flyttet
    assert [(f.navn, f.uten, f.med, f.endring) for f in flyttet] == [
        ("Trondheim", 80, 20, -60),
        ("Namsos", 40, 70, 30),
        ("Steinkjer", 40, 70, 30),
    ]


def test_laas_som_gjoer_det_mulig_har_ikke_noe_uten(runde: Runde) -> None:
    """Where nothing is possible without the lock there is nothing to compare with."""
    for nummer in (STEINKJER, NAMSOS):
        sett_kommune(runde, nummer, kapasitet=30)
    sett_kommune(runde, laas=100, laas_grunn="Stort mottak", kapasitet=90)
    assert _regn(runde).flyttet == ()
