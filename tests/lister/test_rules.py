"""Hva en celle i en fil kan inneholde."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from integrering.lister import Slag, Status
from integrering.lister.filer import verdi
from integrering.lister.rules import MAKS_TEGN, noeytraliser


@pytest.mark.parametrize(
    "tekst",
    ["=1+1", "+47 123", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠a", "  =1",
     "\u200b=cmd|' /C calc'!A0", "\ufeff@a", "\u00a0=1"],
)  # fmt: skip
def test_formler_blir_tekst(tekst: str) -> None:
    assert noeytraliser(tekst) == f"'{tekst}"


@pytest.mark.parametrize("tekst", ["Amina", "a=b", "209900000107", "", " ", "–", "1-2", "Ånes, Østby", "'=1"])
def test_annen_tekst_er_urort(tekst: str) -> None:
    assert noeytraliser(tekst) == tekst


def test_for_lang_tekst_avkortes() -> None:
    assert len(noeytraliser("=" + "a" * MAKS_TEGN)) == MAKS_TEGN
    assert noeytraliser("a" * (MAKS_TEGN + 1)).endswith("…")


@pytest.mark.parametrize(
    ("raa", "slag", "ventet"),
    [
        (-5, Slag.TALL, -5),
        (-1000, Slag.KRONER, -1000),
        (Decimal("-22.5"), Slag.DESIMAL, Decimal("-22.5")),
        ("=1", Slag.TALL, "'=1"),
        (date(2099, 2, 28), Slag.DATO, date(2099, 2, 28)),
        ("=1", Slag.DATO, "'=1"),
        (datetime(2099, 7, 1, 10, tzinfo=UTC), Slag.TIDSPUNKT, datetime(2099, 7, 1, 12)),  # noqa: DTZ001
        ("209900000107", Slag.DUF, "209900000107"),
        (Status("=1", "info"), Slag.STATUS, "'=1"),
        ("@a", Slag.TEKST, "'@a"),
        (None, Slag.TEKST, None),
        ("", Slag.DATO, None),
        (0, Slag.TALL, 0),
    ],
)  # fmt: skip
def test_verdier_er_det_de_er(raa: Any, slag: Slag, ventet: Any) -> None:
    assert verdi(raa, slag) == ventet
