"""What a difference between expected and received means."""

from __future__ import annotations

from datetime import date

import pytest

from integrering.grunnmur.kvartal import Kvartal
from tilskudd.innbetalinger.rules.runde import er_persontilskudd, runden
from tilskudd.innbetalinger.rules.utfall import Utfall, krav, utfall


@pytest.mark.parametrize(
    ("forventet", "mottatt", "svar", "krevd"),
    [
        (917_400, 917_400, Utfall.STEMMER, 0),
        (917_400, 917_353, Utfall.STEMMER, 0),
        (917_400, 917_500, Utfall.STEMMER, 0),
        (917_400, 917_501, Utfall.ANNET_BELOEP, 0),
        (917_400, 800_000, Utfall.ANNET_BELOEP, 117_400),
        (917_400, 0, Utfall.MANGLER, 917_400),
        (100, 0, Utfall.MANGLER, 100),
        (0, 100, Utfall.MER, 0),
        (0, 917_400, Utfall.MER, 0),
        (0, 0, Utfall.STEMMER, 0),
        (-408_900, -408_900, Utfall.STEMMER, 0),
        (-408_900, 0, Utfall.TREKK, 0),
        (0, -408_900, Utfall.TREKK, 408_900),
        (917_400, -1, Utfall.TREKK, 917_401),
    ],
)
def test_hva_forskjellen_betyr(forventet: int, mottatt: int, svar: Utfall, krevd: int) -> None:
    assert utfall(forventet, mottatt) is svar
    assert krav(forventet, mottatt, svar) == krevd


def test_annen_kode_gaar_foran_at_det_mangler() -> None:
    assert utfall(917_400, 0, byttet=True) is Utfall.ANNEN_KODE
    assert utfall(0, 917_400, byttet=True) is Utfall.ANNEN_KODE
    assert utfall(917_400, 917_400, byttet=True) is Utfall.STEMMER


def test_et_nummer_ingen_har_er_aldri_et_krav() -> None:
    assert utfall(0, 917_400, ukjent=True) is Utfall.UKJENT_PERSON
    assert krav(0, -917_400, Utfall.UKJENT_PERSON) == 0


@pytest.mark.parametrize(
    ("betalt", "runde"),
    [
        (date(2025, 4, 8), "2025K1"),
        (date(2025, 7, 7), "2025K2"),
        (date(2025, 10, 6), "2025K3"),
        (date(2025, 12, 15), "2025K4"),
        (date(2025, 11, 30), "2025K3"),
        (date(2026, 1, 9), "2025K4"),
    ],
)
def test_runden_foelger_imdis_plan(betalt: date, runde: str) -> None:
    assert runden(betalt) == Kvartal.parse(runde)


@pytest.mark.parametrize(
    ("kode", "svar"),
    [
        ("P-AR1-H", True),
        ("P-AR3-L", True),
        ("P37D-AR1", True),
        ("P-AR4-H", False),
        ("UN43G", False),
        ("AR-1", False),
        ("XP37D-AR1", False),
    ],
)
def test_hvilke_koder_motoren_beregner(kode: str, svar: bool) -> None:
    assert er_persontilskudd(kode) is svar
