"""Deadlines, limits and numbers, as tables of examples."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from integrering.tilgang import rules
from integrering.tilgang.rules import Rolletid

NAA = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001 - the rules compare, whatever the zone
I_DAG = date(2026, 11, 22)


@pytest.mark.parametrize(("forsoek", "minutter"), [(1, 1), (2, 5), (3, 15), (4, 60), (5, 240), (6, None)])
def test_neste_forsoek(forsoek: int, minutter: int | None) -> None:
    ventet = NAA + timedelta(minutes=minutter) if minutter else None
    assert rules.neste_forsoek(forsoek, NAA) == ventet


@pytest.mark.parametrize(("minutter", "kan"), [(0, False), (59, False), (60, True), (600, True)])
def test_kan_sendes_igjen(minutter: int, kan: bool) -> None:
    assert rules.kan_sendes_igjen(NAA - timedelta(minutes=minutter), NAA) is kan


@pytest.mark.parametrize(
    ("nummer", "oppdiktede", "riktig"),
    [
        ("974760673", False, True),  # Brønnøysundregistrene
        ("889640782", False, True),  # NAV
        ("974760674", False, False),
        ("974760670", False, False),
        ("123456785", False, False),
        ("99000000", False, False),
        ("9740a0673", False, False),
        ("٩٧٤٧٦٠٦٧٣", False, False),
        ("099000001", False, False),
        ("099000001", True, True),
        ("974760674", True, False),
    ],
)
def test_organisasjonsnummer(nummer: str, oppdiktede: bool, riktig: bool) -> None:
    assert rules.er_orgnr(nummer, oppdiktede=oppdiktede) is riktig


@pytest.mark.parametrize(
    ("aatte", "siffer"), [("97476067", "3"), ("10000000", "8"), ("00000000", "0"), ("00000006", "")]
)
def test_kontrollsiffer(aatte: str, siffer: str) -> None:
    """0 when the sum is divisible by 11, none when the digit would be 10."""
    assert rules.orgnr_kontrollsiffer(aatte) == siffer


@pytest.mark.parametrize(
    ("tid", "status"),
    [
        (Rolletid(I_DAG, None, False), "gjelder"),
        (Rolletid(I_DAG, I_DAG, False), "gjelder"),
        (Rolletid(I_DAG, None, True), "stengt"),
        (Rolletid(I_DAG + timedelta(days=1), None, False), "kommer"),
        (Rolletid(date(2020, 1, 1), I_DAG - timedelta(days=1), False), "slutt"),
    ],
)
def test_rollestatus(tid: Rolletid, status: str) -> None:
    assert rules.rollestatus(tid, I_DAG) == status


@pytest.mark.parametrize(
    ("sendt", "timer", "bedt", "status"),
    [(False, None, False, "venter"), (True, 1, False, "sendt"), (True, -1, False, "utloept"),
     (True, -1, True, "bedt"), (True, None, False, "utloept")],
)  # fmt: skip
def test_invitasjonsstatus(sendt: bool, timer: int | None, bedt: bool, status: str) -> None:
    utloeper = None if timer is None else NAA + timedelta(hours=timer)
    assert rules.invitasjonsstatus(sendt=sendt, utloeper=utloeper, bedt_om_ny=bedt, naa=NAA) == status


@pytest.mark.parametrize(
    ("navn", "er"),
    [("passord1", True), ("PASSWORD", True), ("gammelt_passwd", True), ("pass", False), ("navn", False)],
)
def test_passordfelt(navn: str, er: bool) -> None:
    assert rules.passordfelt(navn) is er


def test_fri_tekst() -> None:
    assert rules.fri_tekst(["ja", " ", "x" * 31, "to ord", "5001"]) == ["x" * 31, "to ord"]
