"""The rules: where a round may go, and when a day is a task."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bosetting.rules.frister import Fristfakta, frist_aa_holde
from bosetting.rules.tilstand import VEIER, kan_flyttes, neste
from tests.bosetting.hjelp import I_DAG


@pytest.mark.parametrize(
    ("fra", "til", "svar"),
    [
        ("utkast", "dialog", True),
        ("utkast", "godkjenning", False),
        ("dialog", "utkast", True),
        ("godkjenning", "dialog", True),
        ("godkjenning", "sendt", False),
        ("anbefalt", "dialog", False),
        ("vedtak", "sendt", False),
    ],
)
def test_veien(fra: str, til: str, svar: bool) -> None:
    assert kan_flyttes(fra, til) is svar


def test_det_vanlige_neste_steget_gaar_til_veis_ende() -> None:
    steg, her = [], "utkast"
    while her:
        steg.append(her)
        her = neste(her)
    assert steg == list(VEIER)


@pytest.mark.parametrize(
    ("dager", "gjort", "oppgave"),
    [(31, False, False), (30, False, True), (-5, False, True), (3, True, False)],
)
def test_en_frist_er_en_oppgave_fra_tretti_dager_foer(dager: int, gjort: bool, oppgave: bool) -> None:
    dag = I_DAG + timedelta(days=dager)
    assert frist_aa_holde(Fristfakta("svar", dag, gjort), I_DAG) == (dag if oppgave else None)
