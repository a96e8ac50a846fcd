"""Tables of examples: clock, holidays, weekly slots, points, text."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from integrering.utveksling.moeter.rules import helligdager, tekst, tider
from integrering.utveksling.moeter.rules.faste import Plan, Skjebne, Utfall, skjebne, uker
from integrering.utveksling.moeter.rules.helligdager import Helligdag
from integrering.utveksling.moeter.rules.punkter import Punktfakta, punkt_gir_oppgave
from tests.fabrikk import klokken

# --- The clock ---


@pytest.mark.parametrize(
    ("dag", "klokke", "utc"),
    [
        (date(2027, 1, 13), time(9), "08:00"),  # vintertid
        (date(2027, 7, 14), time(9), "07:00"),  # sommertid
        (date(2027, 3, 28), time(3, 30), "01:30"),  # klokka er stilt fram
        (date(2027, 10, 31), time(2, 30), "00:30"),  # timen kommer to ganger: den første
    ],
)
def test_oeyeblikk(dag: date, klokke: time, utc: str) -> None:
    """A time of day is one instant, whatever the clock does that night."""
    assert f"{tider.oeyeblikk(dag, klokke).astimezone(UTC):%H:%M}" == utc


def test_timen_som_ikke_finnes() -> None:
    """02.30 is skipped on the last Sunday of March: typed it is refused, planned it is an hour later."""
    dag = date(2027, 3, 28)
    with pytest.raises(tider.FinnesIkke):
        tider.oeyeblikk(dag, time(2, 30))
    assert tider.oeyeblikk_eller_neste(dag, time(2, 30)) == klokken(2027, 3, 28, 3) + timedelta(minutes=30)


def test_varighet_over_klokkestilling() -> None:
    """Two hours are two hours, also when the clock shows three."""
    start = tider.oeyeblikk(date(2027, 3, 28), time(1))
    assert f"{tider.slutt(start, 120):%H:%M}" == "04:00"


@pytest.mark.parametrize(
    ("forrige", "i_dag", "neste"),
    [
        ((2027, 1, 13), date(2027, 1, 13), date(2027, 1, 20)),
        ((2027, 1, 13), date(2027, 2, 9), date(2027, 2, 10)),
        ((2027, 1, 13), date(2027, 2, 10), date(2027, 2, 17)),  # aldri i dag
        ((2026, 12, 30), date(2026, 12, 30), date(2027, 1, 6)),  # over årsskiftet
        ((2028, 2, 22), date(2028, 2, 22), date(2028, 2, 29)),  # skuddår
    ],
)
def test_neste_moete_foreslaas_samme_ukedag(forrige: tuple[int, int, int], i_dag: date, neste: date) -> None:
    """The proposal is the same weekday, after the last meeting and after today."""
    assert tider.neste_forslag(klokken(*forrige), i_dag) == neste


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        ("9", time(9)),
        ("09.30", time(9, 30)),
        ("9:05", time(9, 5)),
        ("0930", time(9, 30)),
        ("kl. 14.00", time(14)),
        ("24.00", None),
        ("ni", None),
        ("9.3", None),
    ],
)
def test_klokkeslett_som_skrives(skrevet: str, ventet: time | None) -> None:
    """Times as people type them; what is no time is refused."""
    if ventet is None:
        with pytest.raises(ValueError):
            tider.les_klokke(skrevet)
    else:
        assert tider.les_klokke(skrevet) == ventet


# --- Holidays ---


@pytest.mark.parametrize(
    "dag",
    [
        # source: almanakk for Norge
        date(1954, 4, 18), date(1981, 4, 19), date(2000, 4, 23), date(2008, 3, 23), date(2019, 4, 21),
        date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16),
        date(2038, 4, 25), date(2049, 4, 18),
    ],
)  # fmt: skip
def test_paaskedag(dag: date) -> None:
    """Easter Sunday, the latest and the earliest years too."""
    assert helligdager.paaskedag(dag.year) == dag


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        (date(2027, 1, 1), Helligdag.NYTTAAR),
        (date(2027, 3, 25), Helligdag.SKJAERTORSDAG),
        (date(2027, 3, 26), Helligdag.LANGFREDAG),
        (date(2027, 3, 28), Helligdag.PAASKEDAG_1),
        (date(2027, 3, 29), Helligdag.PAASKEDAG_2),
        (date(2027, 5, 1), Helligdag.MAI_1),
        (date(2027, 5, 6), Helligdag.HIMMELFART),
        (date(2027, 5, 16), Helligdag.PINSEDAG_1),
        (date(2027, 5, 17), Helligdag.MAI_17),  # 2. pinsedag samme dag
        (date(2028, 6, 5), Helligdag.PINSEDAG_2),
        (date(2027, 12, 25), Helligdag.JULEDAG_1),
        (date(2027, 12, 26), Helligdag.JULEDAG_2),
        (date(2027, 3, 24), None),  # onsdag før skjærtorsdag
        (date(2027, 12, 24), None),
        (date(2027, 12, 31), None),
    ],
)
def test_helligdager(dag: date, ventet: Helligdag | None) -> None:
    """The twelve public holidays, and days that feel like one and are none."""
    assert helligdager.helligdag(dag) is ventet


# --- Weekly slots ---

ONSDAG = Plan(3, time(9), 60, date(2027, 1, 4))


def _dager(plan: Plan, fra: date, antall: int, **valg: object) -> list[tuple[str, str]]:
    funnet = uker(plan, fra=fra, antall=antall, **({"unntak": {}, "finnes": set()} | valg))  # type: ignore[arg-type]
    return [(f"{u.dag:%d.%m}", u.utfall.value) for u in funnet]


def test_uker_over_maanedsskifte_og_aarsskifte() -> None:
    """Every week, across the end of months and the year; 29 February too."""
    assert _dager(ONSDAG, date(2027, 1, 20), 3) == [
        ("20.01", "lages"), ("27.01", "lages"), ("03.02", "lages"), ("10.02", "lages"),
    ]  # fmt: skip
    tirsdag = Plan(2, time(9), 60, date(2028, 2, 1))
    assert _dager(tirsdag, date(2028, 2, 23), 2) == [("29.02", "lages"), ("07.03", "lages")]
    fredag = Plan(5, time(9), 60, date(2026, 1, 1))
    assert _dager(fredag, date(2026, 12, 30), 2) == [("01.01", "helligdag"), ("08.01", "lages")]


def test_uker_innenfor_tiden() -> None:
    """None before the first day or after the last; a day earlier in this week is past."""
    plan = Plan(3, time(9), 60, date(2027, 1, 14), date(2027, 1, 27))
    assert _dager(plan, date(2027, 1, 4), 8) == [("20.01", "lages"), ("27.01", "lages")]
    assert _dager(ONSDAG, date(2027, 1, 21), 1) == [("27.01", "lages")]


def test_uker_med_helligdag_unntak_og_moeter_som_finnes() -> None:
    """What has its meeting gets no second one; an exception counts before a holiday."""
    torsdag = Plan(4, time(9), 60, date(2027, 1, 1))
    alle = list(
        uker(
            torsdag,
            fra=date(2027, 3, 15),
            antall=3,
            unntak={date(2027, 4, 1): "Påskeferie"},
            finnes={date(2027, 3, 15)},
        )
    )
    assert [(u.dag.day, u.utfall) for u in alle] == [
        (18, Utfall.FINNES),
        (25, Utfall.HELLIGDAG),
        (1, Utfall.UNNTAK),
    ]
    assert alle[1].helligdag is Helligdag.SKJAERTORSDAG
    assert alle[2].grunn == "Påskeferie"


def test_samme_klokkeslett_sommer_og_vinter() -> None:
    """09.00 is 09.00 in Oslo before and after the clock is changed."""
    foer, etter = ONSDAG.start_i(date(2027, 3, 22)), ONSDAG.start_i(date(2027, 3, 29))
    assert (foer.hour, etter.hour) == (9, 9)
    assert etter.astimezone(UTC) - foer.astimezone(UTC) == timedelta(days=7, hours=-1)
    assert ONSDAG.slutt_i(date(2027, 3, 29)) == klokken(2027, 3, 31, 10)


NAA = klokken(2027, 3, 1)
TORSDAG = Plan(4, time(10), 60, date(2027, 1, 4), date(2027, 4, 30))


@pytest.mark.parametrize(
    ("uke", "start", "ventet"),
    [
        (date(2027, 3, 8), klokken(2027, 3, 10, 9), Skjebne.FLYTTES),
        (date(2027, 3, 8), klokken(2027, 3, 10, 11), Skjebne.STAAR),  # flyttet for hånd
        (date(2027, 2, 22), klokken(2027, 2, 24, 9), Skjebne.STAAR),  # har vært
        (date(2027, 3, 22), klokken(2027, 3, 24, 9), Skjebne.AVLYSES),  # ny dag er skjærtorsdag
        (date(2027, 4, 5), klokken(2027, 4, 7, 9), Skjebne.AVLYSES),  # ny dag er et unntak
        (date(2027, 5, 3), klokken(2027, 5, 5, 9), Skjebne.AVLYSES),  # etter siste dag
    ],
)
def test_hva_som_skjer_med_moetene_som_er_laget(uke: date, start: datetime, ventet: Skjebne) -> None:
    """Meetings follow the slot when asked to, unless they are over, moved by hand, or have no day."""
    assert (
        skjebne(foer=ONSDAG, etter=TORSDAG, uke=uke, start=start, unntak={date(2027, 4, 8)}, naa=NAA)
        is ventet
    )


def test_ny_tid_som_har_vaert() -> None:
    """A meeting later today is not moved to this morning."""
    naa = klokken(2027, 3, 10, 8)
    mandag = Plan(1, time(9), 60, date(2027, 1, 4))
    svar = skjebne(
        foer=ONSDAG, etter=mandag, uke=date(2027, 3, 8), start=klokken(2027, 3, 10, 9), unntak=(), naa=naa
    )
    assert svar is Skjebne.STAAR


# --- Points ---


@pytest.mark.parametrize(
    ("type_", "aapen", "antall"), [("team", True, 1), ("team", False, 0), ("forum", True, 0)]
)
def test_aapne_punkter_gir_oppgave(type_: str, aapen: bool, antall: int) -> None:
    """An open point is one task of its kind of meeting, and the task says nothing of what the point says."""
    fakta = Punktfakta(type=type_, moetedag=date(2027, 3, 10), aapen=aapen, frist=date(2027, 4, 1))
    forslag = list(punkt_gir_oppgave("team", fakta, date(2027, 3, 20)))
    assert len(forslag) == antall
    for ett in forslag:
        assert (ett.frist, dict(ett.verdier)) == (date(2027, 4, 1), {"dato": "2027-03-10"})


# --- Text ---


def test_eksterne() -> None:
    """One a line, with or without organisation, each once; and back again."""
    lest = tekst.les_eksterne("Kari Prøve, NAV Prøvedal\n\n Ola Prøve \nOla Prøve\n, bare firma")
    assert lest == [("Kari Prøve", "NAV Prøvedal"), ("Ola Prøve", "")]
    assert tekst.les_eksterne(tekst.skriv_eksterne(lest)) == lest
