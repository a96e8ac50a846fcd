"""Hva en flytting lar stå igjen, hos begge kommuner (integreringsloven §§ 3, 12, 15, 16, 30 og 34)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from integrering.nir.rules.flytting import Hensyn, hos_den_gamle, hos_den_nye
from integrering.nir.rules.registrert import Registrert, samle

FLYTTET = date(2026, 8, 1)


def rad(slag: str, start: date, **verdier: Any) -> Registrert:
    return Registrert(slag=slag, start=start, verdier=verdier)


INTRO = rad("vedtak-introduksjonsprogram", date(2026, 1, 12))
NORSK = rad("vedtak", date(2026, 1, 12))


def gamle(*rader: Registrert) -> dict[Hensyn, bool]:
    return {p.hensyn: p.gjort for p in hos_den_gamle(samle(rader), FLYTTET)}


def nye(*rader: Registrert) -> dict[Hensyn, bool]:
    return {p.hensyn: p.gjort for p in hos_den_nye(samle(rader), FLYTTET)}


@pytest.mark.parametrize(
    ("rader", "ventet"),
    [
        ([], {}),
        ([rad("tiltak", date(2026, 2, 1), tiltak="praksis", til=None)], {Hensyn.TILTAK: False}),
        ([rad("tiltak", date(2026, 2, 1), tiltak="praksis", til=date(2026, 8, 1))], {Hensyn.TILTAK: False}),
        ([rad("tiltak", date(2026, 2, 1), tiltak="praksis", til=date(2026, 7, 31))], {}),
        ([rad("tiltak", FLYTTET, tiltak="praksis", til=None)], {}),
        ([rad("permisjon", date(2026, 7, 1), permisjon="omsorg", til=date(2026, 12, 1))],
         {Hensyn.PERMISJON: False}),
        ([rad("permisjon", date(2026, 7, 1), permisjon="omsorg", til=date(2026, 7, 2))], {}),
        ([rad("klage", date(2026, 7, 1), utfall="")], {Hensyn.KLAGE: False}),
        ([rad("klage", date(2026, 7, 1), utfall="stadfestet")], {}),
        ([rad("fulltid-videregaaende", date(2025, 8, 20), til=None)], {Hensyn.VGO_PAAGAAR: True}),
        ([INTRO], {Hensyn.INTRO_PAAGAAR: False}),
        ([NORSK], {Hensyn.NORSK_PAAGAAR: False}),
        ([INTRO, rad("avslutning", date(2026, 7, 31), ordning="intro")], {Hensyn.INTRO_PAAGAAR: True}),
        ([INTRO, rad("avslutning", date(2026, 7, 31), ordning="norsk")], {Hensyn.INTRO_PAAGAAR: False}),
        ([INTRO, rad("avslutning", date(2026, 3, 1), ordning="intro")], {}),
        ([rad("vedtak-introduksjonsprogram", FLYTTET)], {}),
        ([INTRO, rad("avslutning", date(2025, 12, 1), ordning="intro")], {Hensyn.INTRO_PAAGAAR: False}),
        ([INTRO, rad("avslutning", date(2026, 3, 1), ordning="intro"),
          rad("gjenaapning", date(2026, 4, 1), ordning="intro")], {Hensyn.INTRO_PAAGAAR: False}),
        ([INTRO, rad("avslutning", date(2026, 9, 1), ordning="intro")], {Hensyn.INTRO_PAAGAAR: False}),
    ],
)  # fmt: skip
def test_det_den_gamle_kommunen_avslutter(rader: list[Registrert], ventet: dict[Hensyn, bool]) -> None:
    assert gamle(*rader) == ventet


@pytest.mark.parametrize(
    ("rader", "ventet"),
    [
        ([], {}),
        ([INTRO], {Hensyn.VEDTAK_INTRO: False, Hensyn.PLAN: False, Hensyn.KONTRAKT: False}),
        ([NORSK], {Hensyn.VEDTAK_NORSK: False, Hensyn.NORSKPLAN: False}),
        ([INTRO, rad("avslutning", date(2026, 3, 1), ordning="intro")], {}),
        ([INTRO, rad("vedtak-introduksjonsprogram", FLYTTET)],
         {Hensyn.VEDTAK_INTRO: True, Hensyn.PLAN: False, Hensyn.KONTRAKT: False}),
        ([NORSK, rad("norskplan", date(2026, 8, 20))], {Hensyn.VEDTAK_NORSK: False, Hensyn.NORSKPLAN: True}),
    ],
)  # fmt: skip
def test_det_den_nye_kommunen_registrerer(rader: list[Registrert], ventet: dict[Hensyn, bool]) -> None:
    assert nye(*rader) == ventet
