"""The list of kommuner and fylkeskommuner is whole and agrees with its sources (see KILDER.md beside it)."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import integrering

FIL = Path(integrering.__file__).parent / "tilgang" / "data" / "virksomheter.csv"
KOLONNER = [
    "type",
    "nummer",
    "navn",
    "navn_andre",
    "fylkesnummer",
    "maalform",
    "maalform_status",
    "innbyggere",
    "innbyggere_per",
]

#: Fylke → (nb, nn, noeytral) in språkvedtaksforskrifta, «Samandrag for alle fylke. Kommunestyrevedtak».
SAMANDRAG = {
    "03": (0, 0, 1),
    "11": (1, 8, 14),
    "15": (0, 15, 12),
    "18": (20, 0, 21),
    "31": (11, 0, 1),
    "32": (14, 0, 7),
    "33": (10, 3, 5),
    "34": (22, 7, 17),
    "39": (3, 0, 3),
    "40": (2, 8, 7),
    "42": (7, 6, 12),
    "46": (0, 41, 2),
    "50": (7, 0, 31),
    "55": (7, 0, 14),
    "56": (14, 0, 4),
}


def les() -> list[dict[str, str]]:
    with FIL.open(encoding="utf-8", newline="") as fil:
        leser = csv.DictReader(fil, delimiter=";", strict=True)
        rader = list(leser)
        assert leser.fieldnames == KOLONNER
    return rader


RADER = les()
FYLKER = {rad["nummer"]: rad for rad in RADER if rad["type"] == "fylkeskommune"}
KOMMUNER = {rad["nummer"]: rad for rad in RADER if rad["type"] == "kommune"}


def test_15_fylkeskommuner_og_357_kommuner_med_egne_numre() -> None:
    assert len(RADER) == 15 + 357
    assert (len(FYLKER), len(KOMMUNER)) == (15, 357)
    assert all(re.fullmatch(r"\d{2}", nummer) for nummer in FYLKER)
    assert all(re.fullmatch(r"\d{4}", nummer) for nummer in KOMMUNER)


def test_hver_kommune_ligger_i_et_fylke_som_finnes() -> None:
    for nummer, rad in KOMMUNER.items():
        assert rad["fylkesnummer"] == nummer[:2]
        assert rad["fylkesnummer"] in FYLKER
    assert all(rad["fylkesnummer"] == nummer for nummer, rad in FYLKER.items())


def test_antall_kommuner_og_maalformer_i_hvert_fylke_som_i_forskrifta() -> None:
    talt = Counter((rad["fylkesnummer"], rad["maalform"]) for rad in KOMMUNER.values())
    funnet = {fylke: tuple(talt[fylke, kode] for kode in ("nb", "nn", "noeytral")) for fylke in FYLKER}
    assert funnet == SAMANDRAG


def test_troendelag_har_38_kommuner() -> None:
    assert sum(rad["fylkesnummer"] == "50" for rad in KOMMUNER.values()) == 38


def test_innbyggerne_er_landets_og_fylket_er_summen_av_kommunene() -> None:
    i_fylket: Counter[str] = Counter()
    for rad in KOMMUNER.values():
        assert int(rad["innbyggere"]) > 0
        i_fylket[rad["fylkesnummer"]] += int(rad["innbyggere"])
    assert i_fylket.total() == 5_627_400
    assert {nummer: int(rad["innbyggere"]) for nummer, rad in FYLKER.items()} == dict(i_fylket)
    assert {date.fromisoformat(rad["innbyggere_per"]) for rad in RADER} == {date(2026, 1, 1)}


def test_maalform_er_i_kodelisten_og_tom_bare_naar_den_er_ukjent() -> None:
    for rad in RADER:
        assert rad["maalform"] in {"nb", "nn", "noeytral", ""}
        assert rad["maalform_status"] in {"kilde", "ubekreftet", "ukjent"}
        assert (rad["maalform"] == "") == (rad["maalform_status"] == "ukjent")


def test_navnene_er_norske_og_de_andre_staar_for_seg() -> None:
    for rad in RADER:
        assert rad["navn"] == rad["navn"].strip() != ""
        assert " - " not in rad["navn"] + rad["navn_andre"]
        andre = rad["navn_andre"].split("|") if rad["navn_andre"] else []
        assert all(navn == navn.strip() != "" for navn in andre)
        assert rad["navn"] not in andre
    for nummer, rad in FYLKER.items():
        assert rad["navn"] == "Oslo kommune" if nummer == "03" else rad["navn"].endswith(" fylkeskommune")


@pytest.mark.parametrize(
    ("nummer", "navn", "navn_andre", "maalform"),
    [
        ("03", "Oslo kommune", "", "noeytral"),
        ("50", "Trøndelag fylkeskommune", "Trööndelage", "noeytral"),
        ("15", "Møre og Romsdal fylkeskommune", "", "nn"),
        ("39", "Vestfold fylkeskommune", "", "nb"),
        ("5001", "Trondheim", "Tråante", "noeytral"),
        ("5014", "Frøya", "", "nb"),
        ("5041", "Snåsa", "Snåase", "noeytral"),
        ("4602", "Kinn", "", "nn"),
        ("5540", "Kåfjord", "Gáivuotna|Kaivuono", "nb"),
    ],
)
def test_noen_kjente_rader(nummer: str, navn: str, navn_andre: str, maalform: str) -> None:
    rad = (FYLKER | KOMMUNER)[nummer]
    assert (rad["navn"], rad["navn_andre"], rad["maalform"]) == (navn, navn_andre, maalform)
