"""Months, and when hours of a class are missing (forskriften §§ 53 g, h, j and 58)."""

from __future__ import annotations

from datetime import date

import pytest

from integrering.grunnmur import maaneder
from integrering.klasser.rules.oppgaver import Deltakelse, Klassefakta, Mangel, timer_mangler

AUG, SEP, OKT, NOV = (date(2026, m, 1) for m in (8, 9, 10, 11))


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("2026-09", SEP),
        ("2026-9", None),
        ("2026-13", None),
        ("2026-00", None),
        ("1899-12", None),
        ("2101-01", None),
        ("9999-12", None),
        ("september", None),
        ("2026-09-01", None),
    ],
)
def test_maaned_i_adressen(tekst: str, ventet: date | None) -> None:
    assert maaneder.les(tekst) == ventet
    if ventet:
        assert maaneder.skriv(ventet) == tekst


@pytest.mark.parametrize(
    ("dag", "foer", "etter", "siste"),
    [
        (date(2026, 12, 31), date(2026, 11, 1), date(2027, 1, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2026, 12, 1), date(2027, 2, 1), date(2027, 1, 31)),
        (date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 1), date(2028, 2, 29)),
    ],
)
def test_maanedene_rundt(dag: date, foer: date, etter: date, siste: date) -> None:
    denne = maaneder.maaned(dag)
    assert (maaneder.forrige(denne), maaneder.neste(denne), maaneder.siste_dag(denne)) == (foer, etter, siste)


@pytest.mark.parametrize(
    ("i_dag", "ventet"),
    [
        (date(2026, 11, 22), OKT),  # den siste som er over
        (date(2026, 8, 20), AUG),  # klassen har nettopp begynt: ikke før den
        (date(2026, 8, 1), AUG),
        (date(2027, 9, 1), date(2027, 6, 1)),  # klassen er over: dens siste
    ],
)
def test_rutenettet_aapner_paa_maaneden_som_skal_foeres(i_dag: date, ventet: date) -> None:
    assert maaneder.foreslaatt(date(2026, 8, 17), date(2027, 6, 18), i_dag) == ventet


def klasse(*deltakere: Deltakelse, laaste: frozenset[date] = frozenset()) -> Klassefakta:
    return Klassefakta(date(2026, 8, 17), date(2027, 6, 18), deltakere, laaste, "/klasser/x/timer/")


def deltaker(*registrert: date, fra: date = date(2026, 8, 17), til: date | None = None) -> Deltakelse:
    return Deltakelse(fra, til, frozenset(registrert))


@pytest.mark.parametrize(
    ("i_dag", "maaneder_"),
    [
        (date(2026, 8, 31), []),  # måneden er ikke over
        (date(2026, 9, 1), [AUG]),
        (date(2026, 10, 31), [AUG, SEP]),
        (date(2026, 11, 1), [AUG, SEP, OKT]),
    ],
)
def test_oppgaven_kommer_naar_maaneden_er_over(i_dag: date, maaneder_: list[date]) -> None:
    assert [m.maaned for m in timer_mangler(klasse(deltaker()), i_dag)] == maaneder_


def test_fristen_er_den_tiende_i_neste_maaned() -> None:
    assert Mangel(AUG, 1).frist == date(2026, 9, 10)
    assert Mangel(date(2026, 12, 1), 1).frist == date(2027, 1, 10)


def test_ingen_oppgave_naar_klassen_er_over() -> None:
    """Only months of the class itself, however long ago it was."""
    siste = list(timer_mangler(klasse(deltaker()), date(2028, 1, 1)))[-1]
    assert siste.maaned == date(2027, 6, 1)


def test_bare_de_som_var_i_klassen_teller() -> None:
    funn = timer_mangler(
        klasse(
            deltaker(AUG, SEP),
            deltaker(AUG),
            deltaker(fra=date(2026, 9, 30)),
            deltaker(til=date(2026, 8, 31)),
        ),
        date(2026, 10, 5),
    )
    assert [(m.maaned, m.antall) for m in funn] == [(AUG, 1), (SEP, 2)]


def test_en_laast_maaned_er_ferdig() -> None:
    funn = timer_mangler(klasse(deltaker(), laaste=frozenset({AUG})), date(2026, 10, 5))
    assert [m.maaned for m in funn] == [SEP]


def test_ingen_mangler_naar_alt_er_foert_eller_klassen_er_tom() -> None:
    assert not list(timer_mangler(klasse(deltaker(AUG, SEP)), date(2026, 10, 5)))
    assert not list(timer_mangler(klasse(), date(2026, 10, 5)))
