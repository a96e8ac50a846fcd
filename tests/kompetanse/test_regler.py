"""The rules of events, by examples."""

from __future__ import annotations

from datetime import datetime

import pytest

from regionalt.kompetanse.rules.oekter import Feil, feil_i
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
