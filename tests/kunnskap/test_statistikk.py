"""Tables of Statistics Norway, as JSON-stat."""

from __future__ import annotations

import json
from typing import Any

import pytest

from regionalt.kunnskap.formater import jsonstat
from regionalt.kunnskap.formater.felles import (
    MANGLER,
    UNDERTRYKT,
    Feil,
    Ulesbar,
)
from tests.kunnskap.verdier import tall


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
