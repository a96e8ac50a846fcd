"""Samples, groups, school years and weeks."""

from __future__ import annotations

from datetime import date

import pytest

from integrering.grunnmur.kodelister.lesing import les_koder
from integrering.rapporter.rules import uker
from integrering.rapporter.rules.skoleaar import skoleaar, skoleaarets_dager, skoleaarets_navn
from integrering.rapporter.rules.utfall import AARSAKER, Utfall, utfall
from integrering.rapporter.rules.utvelgelse import rammens_sum, trekk

RAMME = [f"noekkel-{nr}" for nr in range(100)]


def test_samme_froe_og_ramme_trekker_de_samme_uansett_rekkefoelge() -> None:
    assert trekk(RAMME, antall=10, froe=7) == trekk(reversed(RAMME), antall=10, froe=7)
    assert trekk(RAMME, antall=10, froe=7) != trekk(RAMME, antall=10, froe=8)
    assert len(set(trekk(RAMME * 2, antall=10, froe=7))) == 10


def test_et_stoerre_utvalg_inneholder_det_mindre() -> None:
    assert trekk(RAMME, antall=20, froe=7)[:10] == trekk(RAMME, antall=10, froe=7)


def test_trekningen_er_den_som_staar_i_manifestet() -> None:
    """Anybody can draw again: SHA-256 of «seed:key», sorted."""
    assert trekk(["a", "b", "c"], antall=3, froe=5) == ["b", "c", "a"]


def test_rammens_sum_er_lik_for_samme_ramme() -> None:
    assert rammens_sum(["b", "a"]) == rammens_sum(["a", "b", "a"])
    assert rammens_sum(["a"]) != rammens_sum(["a", "b"])


@pytest.mark.parametrize(
    ("aarsak", "hovedaktivitet", "ventet"),
    [
        ("arbeid_heltid", "", Utfall.ARBEID),
        ("arbeid_deltid", "", Utfall.ARBEID),
        ("videregaaende", "", Utfall.UTDANNING),
        ("hoeyere_utdanning", "", Utfall.UTDANNING),
        ("nir_vgo_yrkesfag", "", Utfall.UTDANNING),
        ("nir_arbeid_vgo", "", Utfall.UTDANNING),
        ("grunnskole", "utdanning", Utfall.ANNET),
        ("nir_nav_tiltak", "", Utfall.NAV),
        ("nav_kvp", "arbeid", Utfall.NAV),
        ("andre_tiltak", "", Utfall.ANNET),
        ("flyttet", "", Utfall.ANNET),
        ("fullfoert", "arbeid", Utfall.ARBEID),
        ("fullfoert", "utdanning", Utfall.UTDANNING),
        ("fullfoert", "ytelser", Utfall.ANNET),
        ("fullfoert", "", Utfall.ANNET),
        ("ny_kode_fra_administrator", "arbeid", Utfall.ARBEID),
        ("", "arbeid", Utfall.MANGLER),
    ],
)
def test_hva_deltakeren_gikk_til(aarsak: str, hovedaktivitet: str, ventet: Utfall) -> None:
    assert utfall(aarsak, hovedaktivitet) is ventet


@pytest.mark.django_db
def test_alle_koder_i_gruppene_finnes_i_kodelisten() -> None:
    """A code that is spelled wrongly would put nobody in its group."""
    koder = les_koder("avslutningsaarsak")["avslutningsaarsak"]
    assert set(AARSAKER) == set(koder) - {"fullfoert", "annet"}


@pytest.mark.parametrize(
    ("dag", "aar"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 1, 1), 2026)]
)
def test_skoleaaret_begynner_1_august(dag: date, aar: int) -> None:
    assert skoleaar(dag) == aar
    fra, til = skoleaarets_dager(aar)
    assert fra <= dag <= til


def test_skoleaarets_navn() -> None:
    assert skoleaarets_navn(2025) == "2025/26"
    assert skoleaarets_navn(2099) == "2099/00"


def test_ukene_fram_til_en_skuddaarsfrist() -> None:
    ukene = uker.uker(date(2028, 1, 1), date(2028, 2, 29))
    assert ukene[0] == date(2027, 12, 27)
    assert ukene[-1] == date(2028, 2, 28)
    assert len(ukene) == 10


@pytest.mark.parametrize(
    ("gjenstaar", "fra", "ventet"),
    [
        (10, date(2027, 2, 22), 10),
        (10, date(2027, 2, 15), 5),
        (11, date(2027, 2, 15), 6),
        (7, date(2027, 3, 5), 7),
    ],
)
def test_hvor_mye_i_uken(gjenstaar: int, fra: date, ventet: int) -> None:
    """One week left: all of it; two weeks: half; past the deadline: all."""
    assert uker.per_uke(gjenstaar, fra, date(2027, 2, 28)) == ventet
