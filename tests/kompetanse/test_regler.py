"""The rules of events, by examples."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from regionalt.kompetanse.rules.bevaring import siste_dag_som_slettes
from regionalt.kompetanse.rules.oekter import Feil, feil_i
from regionalt.kompetanse.rules.oppgaver import (
    Arrangementsfakta,
    Plassfakta,
    bekreft_plass,
    foer_oppmoete,
    se_over_eksempel,
)
from regionalt.kompetanse.rules.plasser import Stengt, faar_plass, rykker_opp, stengt_for
from regionalt.kompetanse.rules.program import les_program, skriv_program


@pytest.mark.parametrize(
    ("tekst", "poster"),
    [
        ("", []),
        ("  \n ; ; \n", []),
        ("Dag 1", [("", "Dag 1", "")]),
        ("09.00; Velkommen", [("09.00", "Velkommen", "")]),
        ("09.00;Velkommen; Kari Nes; fylket", [("09.00", "Velkommen", "Kari Nes; fylket")]),
        ("Dag 1\n09.00; Kaffe\n", [("", "Dag 1", ""), ("09.00", "Kaffe", "")]),
    ],
)
def test_programmet_leses_og_skrives_igjen(tekst: str, poster: list[tuple[str, str, str]]) -> None:
    assert list(les_program(tekst)) == poster
    assert list(les_program(skriv_program(poster))) == poster


def _kl(time: int, dag: int = 1) -> datetime:
    return datetime(2027, 3, dag, time)  # noqa: DTZ001 - only compared


@pytest.mark.parametrize(
    ("oekter", "feil"),
    [
        ([], Feil.INGEN),
        ([(_kl(9), _kl(9))], Feil.BAKVENDT),
        ([(_kl(9), _kl(12)), (_kl(11), _kl(13))], Feil.OVERLAPP),
        ([(_kl(11), _kl(13)), (_kl(9), _kl(12))], Feil.OVERLAPP),
        ([(_kl(9), _kl(11)), (_kl(11), _kl(13))], None),
        ([(_kl(9), _kl(11))], None),
    ],
)
def test_oektene_kontrolleres(oekter: list[tuple[datetime, datetime]], feil: Feil | None) -> None:
    assert feil_i(oekter) is feil


@pytest.mark.parametrize(
    ("felt", "stengt"),
    [
        ({}, None),
        ({"tilstand": "utkast"}, Stengt.UTKAST),
        ({"tilstand": "avlyst"}, Stengt.AVLYST),
        ({"tilstand": "holdt", "fylket": True}, Stengt.HOLDT),
        ({"frist": date(2027, 3, 1)}, None),
        ({"frist": date(2027, 2, 28)}, Stengt.FRIST),
        ({"frist": date(2027, 2, 28), "fylket": True}, None),
        ({"start": _kl(12)}, Stengt.BEGYNT),
        ({"start": _kl(12), "fylket": True}, None),
    ],
)
def test_naar_paameldingen_er_stengt(felt: dict[str, Any], stengt: Stengt | None) -> None:
    felles: dict[str, Any] = {
        "tilstand": "aapen", "frist": None, "start": _kl(13), "naa": _kl(12), "i_dag": date(2027, 3, 1),
        "fylket": False,
    }  # fmt: skip
    assert stengt_for(**(felles | felt)) is stengt


@pytest.mark.parametrize(
    ("kapasitet", "opptatt", "venter", "faar", "rykker"),
    [
        (None, 100, 3, True, 3),
        (10, 9, 0, True, 0),
        (10, 10, 0, False, 0),
        (10, 9, 1, False, 1),
        (10, 12, 4, False, 0),
        (10, 7, 5, False, 3),
    ],
)
def test_plass_og_opprykk(kapasitet: int | None, opptatt: int, venter: int, faar: bool, rykker: int) -> None:
    assert faar_plass(kapasitet=kapasitet, opptatt=opptatt, venter=venter) is faar
    assert rykker_opp(kapasitet=kapasitet, opptatt=opptatt, venter=venter) == rykker


@pytest.mark.parametrize(
    ("felt", "kommune", "gir"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"kommune": False}, False, True),
        ({"rykket_opp": None}, True, False),
        ({"bekreftet": True}, True, False),
        ({"start": date(2027, 2, 28)}, True, False),
    ],
)
def test_hvem_som_skal_bekrefte(felt: dict[str, Any], kommune: bool, gir: bool) -> None:
    fakta: dict[str, Any] = {
        "rykket_opp": date(2027, 2, 1), "bekreftet": False, "kommune": True, "start": date(2027, 3, 1)
    }  # fmt: skip
    assert bool(list(bekreft_plass(Plassfakta(**(fakta | felt)), date(2027, 3, 1), kommune=kommune))) is gir


def test_oppmoete_foeres_innen_en_uke() -> None:
    fakta = Arrangementsfakta(date(2027, 3, 1))
    assert list(foer_oppmoete(fakta, date(2027, 3, 1))) == []
    assert list(foer_oppmoete(fakta, date(2027, 3, 2))) == [(date(2027, 3, 8), date(2027, 3, 1))]


@pytest.mark.parametrize(
    ("i_dag", "dag"),
    [(date(2027, 3, 1), date(2025, 3, 1)), (date(2028, 2, 29), date(2026, 2, 28))],
)
def test_hvor_lenge_navn_bevares(i_dag: date, dag: date) -> None:
    assert siste_dag_som_slettes(i_dag) == dag


def test_innsendt_eksempel_ses_over_innen_en_maaned() -> None:
    kom = date(2027, 3, 1)
    assert list(se_over_eksempel(kom, date(2027, 5, 1))) == [(date(2027, 3, 31), kom)]
