"""Is the year right, and which municipality of today is it?"""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from regionalt.kunnskap.formater.aarskontroll import Aarsproblem, kontroller
from regionalt.kunnskap.formater.felles import (
    IKKE_SPURT,
    MANGLER,
    UNDERTRYKT,
    Celle,
    Lest,
    Merke,
    Tallrad,
    Ulesbar,
)
from regionalt.kunnskap.formater.kommuneendringer import (
    SLAATT_SAMMEN,
    Endring,
    baer_fram,
    dagens,
    les_fil,
    les_klass,
)
from tests.kunnskap.verdier import REGISTER, rad, tall

KJENTE = {
    (2020, "revidert"): {f"50{i:02}": Decimal(i) for i in range(9)},
    (2021, "opprinnelig"): {f"50{i:02}": Decimal(i + 1) for i in range(9)},
}


def _lest(tillegg: int, aar: int, i_filen: int | None = None, antall: int = 8) -> Lest:
    rader = [rad(f"50{i:02}", tall(i + tillegg) if i + tillegg else IKKE_SPURT, aar) for i in range(antall)]
    return Lest([*rader, rad("5001", tall(3), aar, "vedtak")], aar_i_filen=i_filen)


@pytest.mark.parametrize(
    ("lest", "valgt", "problem"),
    [
        (_lest(1, 2020, 2020), None, Aarsproblem(2020, 2021)),
        (_lest(1, 2021, 2020), 2021, None),
        (_lest(1, 2021, 2021), None, None),
        (_lest(0, 2020), 2020, None),
        (_lest(5, 2022, 2020), 2022, Aarsproblem(2020, None, 2022)),
        (_lest(5, 2022, 2022), 2022, None),
        (_lest(1, 2020, antall=4), 2020, None),
    ],
)
def test_aaret(lest: Lest, valgt: int | None, problem: Aarsproblem | None) -> None:
    """Equal to another year's: stopped. A few rows may be equal by chance. «-» and 0 are the same here."""
    assert kontroller(lest, valgt, KJENTE) == problem


# --- Municipalities that changed ---
ENDRINGER = [
    Endring("1601", "5001", ""), Endring("1662", "5030", ""), Endring("5030", "5001", "2020-01-01"),
    Endring("1702", "5006", ""), Endring("1613", "", ""), Endring("1", "2", ""), Endring("2", "1", ""),
]  # fmt: skip
KART = {e.gammel: e.ny for e in ENDRINGER}


@pytest.mark.parametrize(
    ("nummer", "svar"), [("5001", "5001"), ("1662", "5001"), ("1613", ""), ("9999", None), ("1", "")]
)
def test_dagens_nummer(nummer: str, svar: str | None) -> None:
    """Followed through several changes; divided is told from unknown; a ring of numbers ends."""
    assert dagens(nummer, KART, REGISTER.kjent) == svar


SAMMEN = Celle(Merke.MANGLER, merknad=SLAATT_SAMMEN)


def _baer(*rader: Tallrad, andel: bool = False) -> tuple[list[Tallrad], list[Tallrad]]:
    return baer_fram(rader, ENDRINGER, REGISTER.kjent, lambda indikator: not andel)


def test_figurer_baeres_fram() -> None:
    """A new number keeps the figure; merged counts are added when all are there; the rest is told."""
    alle = [rad(n, tall(5)) for n in ("1601", "1662", "5030", "1702", "1613")]
    dagens_rader, uten = _baer(*alle)
    assert [(r.nummer, r.celle) for r in dagens_rader] == [
        ("5001", Celle(Merke.VERDI, Decimal(15), SLAATT_SAMMEN)),
        ("5006", tall(5)),
    ]
    assert [r.nummer for r in uten] == ["1613"]


@pytest.mark.parametrize(
    ("rader", "andel", "celle"),
    [
        ([("1601", tall(5))], False, SAMMEN),
        ([("1601", tall(5)), ("1662", tall(5)), ("5030", tall(1))], True, SAMMEN),
        ([("1601", tall(5)), ("1662", UNDERTRYKT), ("5030", tall(1))], False, SAMMEN),
        ([("1601", UNDERTRYKT), ("1662", UNDERTRYKT), ("5030", UNDERTRYKT)], False,
         Celle(Merke.UNDERTRYKT, merknad=SLAATT_SAMMEN)),
    ],
)  # fmt: skip
def test_det_som_ikke_kan_summeres(rader: list[tuple[str, Celle]], andel: bool, celle: Celle) -> None:
    """A part that is missing, a share, a hidden part: the merged one has no figure, and says why."""
    (en,), _uten = _baer(*(rad(n, c) for n, c in rader), andel=andel)
    assert en.celle == celle


@pytest.mark.parametrize(
    ("rader", "andel", "celle"),
    [
        ([("5001", tall(9)), ("1601", MANGLER), ("1662", tall(0)), ("5030", MANGLER)], False, tall(9)),
        ([("5001", tall("64.2")), ("1601", MANGLER), ("1662", MANGLER)], True, tall("64.2")),
        ([("5001", UNDERTRYKT), ("1601", MANGLER)], False, UNDERTRYKT),
        ([("5001", tall(0)), ("1601", MANGLER)], False, tall(0)),
        ([("5001", MANGLER), ("1601", tall(5)), ("1662", tall(6)), ("5030", tall(1))], False,
         Celle(Merke.VERDI, Decimal(12), SLAATT_SAMMEN)),
        ([("5001", tall(9)), ("1601", tall(5)), ("1662", UNDERTRYKT), ("5030", tall(1))], False, SAMMEN),
    ],
)  # fmt: skip
def test_numre_som_ikke_var_i_bruk(rader: list[tuple[str, Celle]], andel: bool, celle: Celle) -> None:
    """A table that lists all numbers there have been: those not in use take nothing from the figure."""
    (en,), _uten = _baer(*(rad(n, c) for n, c in rader), andel=andel)
    assert en.celle == celle


def test_endringsfilen() -> None:
    """Our own file: comments, and areas that were divided."""
    tekst = "# kilde\ngammel;ny;fra;kilde\n1601;5001;;SSB\n1613;delt;;SSB\n"
    assert les_fil(tekst) == [Endring("1601", "5001", "", "SSB"), Endring("1613", "", "", "SSB")]


def test_klass() -> None:
    """Klass: one successor, or several (divided); a change of name only is none."""
    par = [("5030", "5001"), ("5012", "5056"), ("5012", "5059"), ("5041", "5041")]
    svar = {"codeChanges": [{"oldCode": g, "newCode": n, "changeOccurred": "2020-01-01"} for g, n in par]}
    assert [(e.gammel, e.ny, e.fra) for e in les_klass(json.dumps(svar))] == [
        ("5030", "5001", "2020-01-01"),
        ("5012", "", "2020-01-01"),
    ]
    for galt in ("{", "[]", '{"codeChanges": [{}]}'):
        with pytest.raises(Ulesbar):
            les_klass(galt)
