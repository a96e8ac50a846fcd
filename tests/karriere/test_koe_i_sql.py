"""The queue's states: a table of examples, and that the database says the same as the rule."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from integrering.grunnmur.kvartal import OSLO
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from karriere.koefakta import fakta_om
from karriere.models import Sak
from karriere.queries.koe import med_tilstand
from karriere.rules.koe import (
    Koefakta,
    Koetilstand,
    dager_igjen,
    for_sent,
    innen_fristen,
    tilstand,
    ventedager,
)
from tests.karriere.hjelp import I_DAG, lag_sak, om

T = Koetilstand
DAG = date(2026, 5, 4)


def _fakta(**felt: Any) -> Koefakta:
    alle: dict[str, Any] = {"maalgruppe": True, "frist": DAG} | felt
    return Koefakta(**alle)


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({}, T.FORFALLER),  # the last day is in time
        ({"frist": DAG - timedelta(days=1)}, T.OVER_FRIST),
        ({"frist": None}, T.FORFALLER),
        ({"neste_samtale": DAG}, T.AVTALT),
        ({"neste_samtale": DAG - timedelta(days=1)}, T.FORFALLER),  # nobody has said what came of it
        ({"frist": date(2026, 1, 1), "neste_samtale": DAG}, T.AVTALT),
        ({"paa_vent_til": DAG}, T.PAA_VENT),
        ({"paa_vent_til": DAG - timedelta(days=1)}, T.FORFALLER),  # the hold has ended
        ({"paa_vent_til": DAG, "neste_samtale": DAG}, T.PAA_VENT),
        ({"takket_nei": DAG, "paa_vent_til": DAG}, T.TAKKET_NEI),
        ({"gjennomfoert": DAG, "takket_nei": DAG}, T.GJENNOMFOERT),
        ({"maalgruppe": False}, T.UTENFOR),
        ({"maalgruppe": False, "gjennomfoert": DAG}, T.GJENNOMFOERT),
    ],
)
def test_hvor_saken_staar(felt: dict[str, Any], ventet: Koetilstand) -> None:
    assert tilstand(_fakta(**felt), DAG) is ventet


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({"neste_samtale": DAG}, False),
        ({"neste_samtale": DAG + timedelta(days=1)}, True),
        ({"paa_vent_til": DAG + timedelta(days=1)}, True),
        ({"frist": None, "neste_samtale": DAG}, False),
        ({"frist": DAG - timedelta(days=1)}, False),  # late, but nothing is agreed
    ],
)
def test_avtalt_etter_fristen(felt: dict[str, Any], ventet: bool) -> None:
    assert for_sent(_fakta(**felt), DAG) is ventet


def test_dager_igjen_og_innen_fristen() -> None:
    assert [dager_igjen(d, DAG) for d in (DAG, DAG + timedelta(days=3), date(2026, 5, 1), None)] == [
        0,
        3,
        -3,
        None,
    ]
    assert innen_fristen(DAG, DAG) is True
    assert innen_fristen(DAG, DAG + timedelta(days=1)) is False
    assert innen_fristen(DAG, None) is None and innen_fristen(None, DAG) is None


def test_dager_paa_vent_telles_en_gang() -> None:
    mai = [(date(2026, 5, 1), date(2026, 5, 10)), (date(2026, 5, 8), date(2026, 5, 12))]
    assert ventedager(mai, date(2026, 5, 3), date(2026, 5, 31)) == 10
    assert ventedager([], DAG, DAG) == 0


@pytest.mark.django_db
def test_databasen_sier_det_samme_som_regelen() -> None:
    sak = lag_sak(tillatelse="9e")  # may decline
    dager = (None, om(-1), om(0), om(1))
    with kontekst(motor_kontekst()):
        for frist in dager:
            for samtale in dager:
                for vent in dager:
                    for slutt in ({}, {"takket_nei": I_DAG}, {"gjennomfoert": I_DAG}, {"maalgruppe": False}):
                        felt: dict[str, Any] = {
                            "frist": frist,
                            "neste_samtale": datetime.combine(samtale, time(0, 30), OSLO)
                            if samtale
                            else None,
                            "paa_vent_til": vent,
                            "paa_vent_grunn": "annet" if vent else "",
                            "maalgruppe": True,
                            "takket_nei": None,
                            "gjennomfoert": None,
                        }
                        Sak.objects.filter(pk=sak.pk).update(**(felt | slutt))
                        rad = med_tilstand(Sak.objects.filter(pk=sak.pk), I_DAG).get()
                        assert rad.tilstand == tilstand(fakta_om(rad), I_DAG), felt | slutt
