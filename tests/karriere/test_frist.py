"""Fristen for karriereveiledning: tre måneder etter bosetting (integreringsloven § 11; IMDi).

Regnestykket er `nir.rules.lovfrister.karriere`; her står det saken og køen får av det.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.grunnmur.datoer import pluss_maaneder
from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.lovfrister import Fristkode, frist
from karriere.rules.grunnlag import avled
from karriere.rules.koe import Koefakta, Koetilstand, er_gammelt, for_sent, tilstand
from tests.fabrikk import STEINKJER
from tests.karriere.hjelp import flytt, lag_med_rett, lag_sak, om
from tests.nir.regler.personer import REGLER

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 1)


def _grunnlag(bosatt: date, **felt: Any) -> Grunnlag:
    """Return one who has right and duty (§ 8 first paragraph) and was settled on the day."""
    alle: dict[str, Any] = {
        "foedt": date(1990, 1, 1), "statsborgerskap": "SYR", "tillatelse": "9a", "bosatt": bosatt,
        "tillatelse_dato": bosatt - timedelta(days=60), "etter_avtale": True, "arbeid_timer": 0,
    } | felt  # fmt: skip
    return Grunnlag(**alle)


@pytest.mark.parametrize(
    ("bosatt", "ventet", "hvorfor"),
    [
        (date(2026, 3, 1), date(2026, 6, 1), "tre måneder senere, samme dato"),
        (date(2025, 11, 30), date(2026, 2, 28), "november har 30 dager, februar 28: den siste dagen"),
        (date(2027, 11, 30), date(2028, 2, 29), "skuddår: 29. februar"),
        (date(2026, 8, 31), date(2026, 11, 30), "august har 31 dager, november 30"),
        (date(2026, 5, 31), date(2026, 8, 31), "begge månedene har 31 dager"),
        (date(2026, 12, 31), date(2027, 3, 31), "over nyttår"),
        (date(2027, 11, 29), date(2028, 2, 29), "finnes dagen, er det den"),
    ],
)
def test_tre_maaneder_etter_bosetting(bosatt: date, ventet: date, hvorfor: str) -> None:
    svar = frist(Fristkode.KARRIEREVEILEDNING, _grunnlag(bosatt), REGLER, bosatt)
    assert svar.dato == ventet, hvorfor


@pytest.mark.parametrize(
    ("felt", "ventet", "hvorfor"),
    [
        ({"tillatelse": "9e"}, date(2026, 12, 1), "§ 34: samme frist, men bare rett"),
        (
            {"etter_avtale": False, "tillatelse": "9f", "krav_intro": date(2026, 10, 1)},
            date(2027, 1, 1),
            "uten avtale regnes det fra kravet",
        ),
        (
            {"etter_avtale": False, "tillatelse": "9f"},
            date(2026, 12, 1),
            "uten avtale og uten krav: fra bosetting",
        ),
        ({"etter_avtale": False}, None, "bosatt uten avtale: kan tilbys, ingen rett til veiledning"),
        ({"arbeid_timer": 30}, None, "i arbeid: utenfor målgruppen"),
        ({"foedt": date(1960, 1, 1)}, None, "over aldersgrensen: kan tilbys"),
        ({"statsborgerskap": "SWE"}, None, "nordisk borger"),
    ],
)
def test_hvem_fristen_gjelder_for(felt: dict[str, Any], ventet: date | None, hvorfor: str) -> None:
    bosatt = date(2026, 9, 1)
    assert frist(Fristkode.KARRIEREVEILEDNING, _grunnlag(bosatt, **felt), REGLER, DAG).dato == ventet, hvorfor


@given(bosatt=st.dates(date(2021, 1, 1), date(2100, 1, 1)))
def test_fristen_er_alltid_tre_kalendermaaneder(bosatt: date) -> None:
    siste = pluss_maaneder(bosatt, 3)
    assert 89 <= (siste - bosatt).days <= 92
    assert siste.day in (bosatt.day, 28, 29, 30)


@pytest.mark.parametrize(
    ("felt", "staar", "sent"),
    [
        ({"paa_vent_til": date(2026, 11, 20)}, Koetilstand.PAA_VENT, False),
        ({"paa_vent_til": date(2026, 12, 20)}, Koetilstand.PAA_VENT, True),
        ({"paa_vent_til": date(2026, 10, 20)}, Koetilstand.FORFALLER, False),
        ({"neste_samtale": date(2026, 12, 2)}, Koetilstand.AVTALT, True),
        ({"frist": date(2026, 10, 31)}, Koetilstand.OVER_FRIST, False),
    ],
)
def test_vent_og_avtale_flytter_ikke_fristen(felt: dict[str, Any], staar: Koetilstand, sent: bool) -> None:
    alle: dict[str, Any] = {"maalgruppe": True, "frist": date(2026, 12, 1)} | felt
    fakta = Koefakta(**alle)
    assert (tilstand(fakta, DAG), for_sent(fakta, DAG)) == (staar, sent)


def test_flytting_gir_ikke_ny_frist() -> None:
    """Fristen regnes fra den første bosettingen, også når en ny kommune har personen."""
    person = lag_med_rett(bosatt=om(-60))
    foer = lag_sak(person)
    flytt(person, STEINKJER)
    etter = lag_sak(person)
    assert (etter.frist, etter.bosatt) == (foer.frist, foer.bosatt)
    assert etter.person.kommune is not None and etter.person.kommune.nummer == STEINKJER


def test_etter_to_aar_er_retten_over_og_fristen_staar() -> None:
    """Har personen bodd mer enn to år i en kommune uten vedtak, er hun ute av målgruppen (§ 8)."""
    from integrering.nir.rules.registrert import Registrerte

    tom = avled(Registrerte(), REGLER, DAG)
    assert (tom.rett, tom.frist, tom.bosatt) == ("", None, None)
    sak = lag_sak(lag_med_rett(bosatt=om(-700)))
    assert sak.maalgruppe and sak.frist is not None


@pytest.mark.parametrize(
    ("dag", "gammelt"),
    [
        (None, False),
        (date(2026, 3, 10), False),
        (date(2025, 3, 10), False),
        (date(2025, 3, 9), True),
        (date(2020, 1, 1), True),
    ],
)
def test_det_som_er_mer_enn_et_aar_gammelt_er_ikke_noens_oppgave(dag: date | None, gammelt: bool) -> None:
    assert er_gammelt(dag, date(2026, 3, 10)) is gammelt
