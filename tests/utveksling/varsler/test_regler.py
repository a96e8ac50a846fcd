"""When a digest is due, and since when something is new."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from celery.schedules import crontab
from django.conf import settings

from integrering.celery import app
from integrering.grunnmur.kvartal import OSLO
from integrering.utveksling.varsler.rules import siden, skal_i_dag, uken


@pytest.mark.parametrize(
    ("hyppighet", "dag", "svar"),
    [
        ("virkedag", date(2027, 3, 26), True),  # Good Friday: Monday to Friday, whatever the calendar says
        ("virkedag", date(2027, 3, 27), False),
        ("virkedag", date(2027, 3, 28), False),
        ("virkedag", date(2027, 3, 29), True),
        ("ukentlig", date(2027, 3, 29), True),
        ("ukentlig", date(2027, 3, 30), False),
        ("aldri", date(2027, 3, 29), False),
    ],
)
def test_naar_et_varsel_skal_lages(hyppighet: str, dag: date, svar: bool) -> None:
    assert skal_i_dag(hyppighet, dag) is svar


@pytest.mark.parametrize(
    ("forrige", "hyppighet", "naa", "svar"),
    [
        (datetime(2027, 3, 24, 7, tzinfo=OSLO), "virkedag", datetime(2027, 3, 30, 7, tzinfo=OSLO),
         datetime(2027, 3, 24, 7, tzinfo=OSLO)),
        (None, "virkedag", datetime(2027, 3, 30, 7, tzinfo=OSLO), datetime(2027, 3, 29, 7, tzinfo=OSLO)),
        (None, "virkedag", datetime(2027, 3, 29, 7, tzinfo=OSLO), datetime(2027, 3, 26, 7, tzinfo=OSLO)),
        (None, "ukentlig", datetime(2027, 3, 29, 7, tzinfo=OSLO), datetime(2027, 3, 22, 7, tzinfo=OSLO)),
    ],
)  # fmt: skip
def test_siden_naar_noe_er_nytt(
    forrige: datetime | None, hyppighet: str, naa: datetime, svar: datetime
) -> None:
    assert siden(forrige, hyppighet, naa) == svar


def test_uken_gaar_fra_mandag_til_soendag() -> None:
    for dag in (date(2027, 3, 22), date(2027, 3, 25), date(2027, 3, 28)):
        assert uken(dag) == (date(2027, 3, 22), date(2027, 3, 28))


@pytest.mark.parametrize(
    ("forrige", "neste"),
    [
        # summer time begins on Sunday 28 March 2027 and ends on Sunday 31 October 2027
        (datetime(2027, 3, 26, 7, 0, 1, tzinfo=OSLO), datetime(2027, 3, 29, 7, tzinfo=OSLO)),
        (datetime(2027, 10, 29, 7, 0, 1, tzinfo=OSLO), datetime(2027, 11, 1, 7, tzinfo=OSLO)),
        (datetime(2027, 6, 1, 7, 0, 1, tzinfo=OSLO), datetime(2027, 6, 2, 7, tzinfo=OSLO)),
    ],
)
def test_planen_er_klokken_sju_i_oslo_ogsaa_over_tidsskiftet(forrige: datetime, neste: datetime) -> None:
    plan: Any = settings.CELERY_BEAT_SCHEDULE["varsle-om-morgenen"]["schedule"]
    naa = [forrige]
    proeve: Any = crontab(hour=7, minute=0, day_of_week="mon-fri", app=app, nowfun=lambda: naa[0])
    assert (plan.hour, plan.minute, plan.day_of_week) == (proeve.hour, proeve.minute, proeve.day_of_week)
    assert not proeve.is_due(forrige).is_due
    naa[0] = neste.replace(hour=6, minute=59)
    assert not proeve.is_due(forrige).is_due
    naa[0] = neste
    assert proeve.is_due(forrige).is_due
