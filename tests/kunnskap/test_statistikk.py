"""Tables of Statistics Norway, as JSON-stat."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from regionalt.kunnskap.formater import imdi_csv, jsonstat
from regionalt.kunnskap.formater.felles import (
    MANGLER,
    UNDERTRYKT,
    Feil,
    Ulesbar,
    les_tekst,
)
from regionalt.kunnskap.klienter import kilder
from tests.kunnskap.verdier import tall

HER = Path(__file__).parent


def statistikk(**mer: Any) -> dict[str, Any]:
    """Return a data set of employment in three municipalities in a year."""
    return {
        "label": "06445: Sysselsatte", "id": ["Region", "Alder", "Tid"], "size": [4, 1, 1],
        "dimension": {
            "Region": {"category": {"index": {"5001": 0, "K-5006": 1, "5043": 2, "50": 3}}},
            "Alder": {"category": {"index": ["15-74"]}},
            "Tid": {"category": {"index": {"2025": 0}}},
        },
        "value": [67.4, None, None, 66], "status": {"1": ":", "2": ".."}, **mer,
    }  # fmt: skip


def _med(**dimensjoner: Any) -> dict[str, Any]:
    andre = {navn: {"category": innhold} for navn, innhold in dimensjoner.items()}
    return {**statistikk()["dimension"], **andre}


def test_statistikkbanken() -> None:
    """Each municipality has its figure; the county is left out; «:» is hidden and «..» is missing."""
    tekst = json.dumps(statistikk())
    lest = jsonstat.les(tekst)
    assert jsonstat.kjenner(tekst)
    assert [(r.nummer, r.indikator, r.aar, r.celle) for r in lest.rader] == [
        ("5001", "sysselsatte_andel", 2025, tall("67.4")),
        ("5006", "sysselsatte_andel", 2025, UNDERTRYKT),
        ("5043", "sysselsatte_andel", 2025, MANGLER),
    ]


def test_verdier_og_tegn_paa_andre_maater() -> None:
    """Values by number, signs in a list, the table's number in the extension: the same is read."""
    andre = statistikk(
        value={"0": 67.4, "3": 66},
        status=[None, ":", ".."],
        label="Uten",
        extension={"px": {"tableid": "06445"}},
    )
    assert jsonstat.les(json.dumps(andre)).rader == jsonstat.les(json.dumps(statistikk())).rader
    kort = jsonstat.les(json.dumps(statistikk(value=[67.4], status={})))
    assert [r.celle for r in kort.rader] == [tall("67.4"), MANGLER, MANGLER]


def test_folketall_legges_sammen() -> None:
    """Women and men are added; where one is hidden, the sum is."""
    sett = statistikk(
        label="07459: Befolkning", id=["Kjonn", "Region", "Tid"], size=[2, 2, 1],
        dimension={
            "Kjonn": {"category": {"index": ["1", "2"]}},
            "Region": {"category": {"index": ["5001", "5006"]}},
            "Tid": {"category": {"index": ["2026"]}},
        },
        value=[10, 20, 30, None], status={"3": ":"},
    )  # fmt: skip
    assert [r.celle for r in jsonstat.les(json.dumps(sett)).rader] == [tall(40), UNDERTRYKT]
    omvendt = jsonstat.les(json.dumps({**sett, "value": [10, None, 30, 40], "status": {"1": ":"}}))
    assert omvendt.rader[1].celle == UNDERTRYKT


@pytest.mark.parametrize(
    ("data", "feil", "hva"),
    [
        ("{avkortet", Feil.IKKE_JSON, ""),
        ("[1]", Feil.UKJENT_FORMAT, "JSON-stat 2"),
        (json.dumps(statistikk(label="99999: Ukjent")), Feil.MANGLER_INDIKATOR, "99999"),
        (json.dumps(statistikk(label="")), Feil.MANGLER_INDIKATOR, ""),
        (json.dumps(statistikk(id=["Region", "Alder", "X"], dimension=_med(X={}))),
         Feil.MANGLER_KOLONNE, "Tid"),
        (json.dumps(statistikk(dimension=_med(Alder={"index": ["a", "b"]}))),
         Feil.FLERE_VERDIER, "Alder"),
    ],
)  # fmt: skip
def test_statistikk_som_ikke_kan_leses(data: str, feil: Feil, hva: str) -> None:
    """What is wrong, and about what."""
    with pytest.raises(Ulesbar) as nei:
        jsonstat.les(data)
    assert (nei.value.feil, nei.value.hva) == (feil, hva)


def test_en_tid_som_ikke_er_et_aar() -> None:
    """A quarter is no year; an unknown table is read when it is said what it is."""
    data = statistikk(label="99999: X", dimension=_med(Tid={"index": ["K1"]}))
    lest = jsonstat.les(json.dumps(data), indikator="intro_resultat")
    assert [f.feil for f in lest.feil] == [Feil.IKKE_AAR] * 3
    assert not lest.rader


@pytest.mark.parametrize(
    ("fil", "rader"),
    [
        ("eksempel_09817.json", [("5001", "innvandrere_andel", tall("12.5")),
                                 ("5006", "innvandrere_andel", tall("9.1")),
                                 ("5043", "innvandrere_andel", MANGLER)]),
        ("eksempel_10824.json", [("5001", "intro_resultat", tall(64)), ("5004", "intro_resultat", tall(55)),
                                 ("5043", "intro_resultat", UNDERTRYKT)]),
    ],
)  # fmt: skip
def test_opptak_av_tabellene(fil: str, rader: list[Any]) -> None:
    """Recorded answers: municipalities only (no county, no district), with the signs as they are."""
    lest = jsonstat.les((HER / fil).read_text())
    assert [(r.nummer, r.indikator, r.celle) for r in lest.rader] == rader
    assert {r.aar for r in lest.rader} == {2099}


@pytest.mark.parametrize("tabell", ["09817", "10824"])
def test_det_vi_spoer_om_er_det_vi_leser(tabell: str) -> None:
    """What is asked has one code of each variable; the recorded answer has the same variables and codes."""
    spoerring = json.loads(kilder(["5001"], 2026)[f"ssb_{tabell}"].spoerring or b"")
    spurt = {ledd["code"]: ledd["selection"]["values"] for ledd in spoerring["query"]}
    svar = json.loads((HER / f"eksempel_{tabell}.json").read_text())
    assert set(spurt) == set(svar["id"])
    for navn, verdier in spurt.items():
        if navn not in ("Region", "Tid"):
            assert list(svar["dimension"][navn]["category"]["index"]) == verdier


@pytest.mark.parametrize(
    ("dimensjon", "kode"), [("InnvandrKat", "C"), ("Landbakgrunn", "148"), ("ContentsCode", "Personer1")]
)
def test_et_annet_utvalg(dimensjon: str, kode: str) -> None:
    """Other people than those meant, or a count where a share should be: refused, and told which."""
    data = json.loads((HER / "eksempel_09817.json").read_text())
    data["dimension"][dimensjon]["category"] = {"index": {kode: 0}}
    with pytest.raises(Ulesbar) as nei:
        jsonstat.les(json.dumps(data))
    assert nei.value.feil is Feil.ANNET_UTVALG
    assert nei.value.hva.startswith(f"{dimensjon} {kode}, ")
    assert jsonstat.les(json.dumps(data), indikator="innvandrere_andel").rader


def test_tabellen_som_ikke_er_bekreftet() -> None:
    """The source says so, and so does every figure read from it."""
    assert kilder(["5001"], 2026)["ssb_10824"].navn == "SSB, tabell 10824 (ikke bekreftet)"
    assert kilder(["5001"], 2026)["ssb_09817"].navn == "SSB, tabell 09817"


def test_flytting() -> None:
    """Only all who moved here count: no shares, no parts by years in Norway, not those settled here first."""
    tekst = les_tekst((HER / "eksempel_flytting.csv").read_bytes())
    assert imdi_csv.kjenner(tekst.splitlines()[0])
    lest = imdi_csv.les(tekst)
    assert not lest.feil
    assert [(r.nummer, r.indikator, r.aar, r.versjon, r.celle) for r in lest.rader] == [
        ("5001", "flytting_inn", 2098, "", tall(25)),
        ("5006", "flytting_inn", 2098, "", UNDERTRYKT),
        ("0301", "flytting_inn", 2098, "", tall(300)),
    ]
