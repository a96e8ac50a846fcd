"""How long a request has waited, whose task it is, and what a contact can be on its day."""

from __future__ import annotations

from datetime import date

import pytest

from regionalt.oppfoelging.rules.kontakt import Naar, tilstand_for
from regionalt.oppfoelging.rules.svartid import (
    Svar,
    Svartid,
    er_virkedag,
    frist_for,
    hvem_svarer,
    svartiden,
    virkedager,
)


@pytest.mark.parametrize(
    ("dag", "er"),
    [
        (date(2026, 11, 20), True),  # Friday
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 12, 25), False),  # Friday, and a holiday
        (date(2026, 4, 2), False),  # Maundy Thursday
        (date(2026, 5, 14), False),  # Ascension Day
    ],
)
def test_virkedager_er_hverdager_uten_helligdager(dag: date, er: bool) -> None:
    assert er_virkedag(dag) is er


@pytest.mark.parametrize(
    ("mottatt", "antall", "frist"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # over the week-end
        (date(2026, 11, 21), 10, date(2026, 12, 4)),  # came on a Saturday
        (date(2026, 12, 23), 2, date(2026, 12, 28)),  # 24 counts, 25 and 26 do not
        (date(2026, 3, 31), 3, date(2026, 4, 8)),  # over Easter
    ],
)
def test_fristen_er_den_siste_av_virkedagene(mottatt: date, antall: int, frist: date) -> None:
    assert frist_for(mottatt, antall) == frist
    assert virkedager(mottatt, frist) == antall


@pytest.mark.parametrize(
    ("mottatt", "besvart", "antall"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 20), date(2026, 11, 24), 2),
        (date(2026, 12, 30), date(2027, 1, 4), 2),  # 31 and 4: the first is a holiday
    ],
)
def test_virkedagene_til_svaret(mottatt: date, besvart: date, antall: int) -> None:
    assert virkedager(mottatt, besvart) == antall


def test_median_og_andel_innen_fristen() -> None:
    mandag = date(2026, 11, 2)
    svar = [Svar(mandag, date(2026, 11, 16), dag) for dag in (date(2026, 11, 3), date(2026, 11, 6))]
    assert svartiden(svar) == Svartid(2, 2, 2.5)
    assert svartiden([*svar, Svar(mandag, date(2026, 11, 16), date(2026, 11, 17))]) == Svartid(3, 2, 4)
    assert svartiden([]) == Svartid(0, 0, None)


@pytest.mark.parametrize(
    ("kontakt", "vikar", "borte", "hvem"),
    [
        (1, 2, (), 1),
        (1, 2, (1,), 2),
        (1, None, (1,), 1),
        (1, 2, (1, 2), 1),
        (None, None, (), None),
    ],
)
def test_stedfortrederen_svarer_naar_kontakten_er_borte(
    kontakt: int | None, vikar: int | None, borte: tuple[int, ...], hvem: int | None
) -> None:
    assert hvem_svarer(kontakt, vikar, borte) == hvem


@pytest.mark.parametrize(
    ("slag", "dato", "tilstand"),
    [
        ("telefon", date(2026, 11, 22), Naar.GJENNOMFOERT),
        ("telefon", date(2026, 11, 23), None),
        ("besoek", date(2026, 11, 23), Naar.PLANLAGT),
        ("besoek", date(2026, 11, 22), Naar.GJENNOMFOERT),
        ("moete", date(2026, 12, 1), None),
    ],
)
def test_bare_besoek_planlegges(slag: str, dato: date, tilstand: Naar | None) -> None:
    assert tilstand_for(slag, dato, date(2026, 11, 22)) is tilstand
