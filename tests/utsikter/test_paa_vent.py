"""Money that waits: the worked examples, seen before the registration is made (tilskuddsmotor.md § 7)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from opplaering.models import Skolegang
from tests import fabrikk
from tests.opplaering.hjelp import lag_skolegang
from tests.tilskudd.runder import sett_satser
from tests.utsikter.hjelp import FRA, TIL, elev, paa_dag, venter
from tilskudd.models import Sats
from tilskudd.utsikter.actions.beregning import oppdater_paa_vent, personer_endret
from tilskudd.utsikter.models import PaaVent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def satser(db: None) -> None:
    sett_satser()


def test_e2_foer_perioden_er_registrert(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end of 2023: 4 089 and 9 174 kroner wait for the county, since the first day at school."""
    paa_dag(monkeypatch, date(2023, 12, 31))
    person = elev()
    assert oppdater_paa_vent() == 1
    assert venter(person) == {"2023K3": (4_089, 41), "2023K4": (9_174, 92)}
    with kontekst(motor_kontekst()):
        rad = PaaVent.objects.get()
    assert (rad.kroner, rad.dager, rad.dager_uten_sats) == (13_263, 133, 0)
    assert (rad.grunner, rad.siden, rad.kommune) == (["periode"], FRA, person.kommune)


@pytest.mark.parametrize(
    ("vedtak", "periode", "ventet"),
    [
        (True, None, {"2023K3": 4_089, "2023K4": 9_174, "2024K1": 12_184, "2024K2": 16_200}),
        (False, None, {"2023K3": 4_089, "2023K4": 9_174, "2024K1": 12_184, "2024K2": 16_200}),
        (False, (FRA, TIL), {"2023K3": 4_089, "2023K4": 9_174, "2024K1": 12_184, "2024K2": 16_200}),
        # T2: only the start is registered
        (True, (FRA, None), {"2023K3": 4_089, "2023K4": 9_174, "2024K1": 12_184, "2024K2": 16_200}),
        # registered from the first of November
        (True, (date(2023, 11, 1), TIL), {"2023K3": 4_089, "2023K4": 3_091}),
        # registered ten days too long: the county is given too much
        (True, (FRA, date(2024, 6, 30)), {"2024K2": -2_000}),
        (True, (FRA, TIL), {}),
    ],
)
def test_hva_som_mangler_og_hva_det_er_verdt(
    vedtak: bool, periode: tuple[date, date | None] | None, ventet: dict[str, int]
) -> None:
    person = elev(vedtak=vedtak)
    if periode:
        fabrikk.lag_vgo(person, fra=periode[0], til=periode[1])
    oppdater_paa_vent()
    assert {k: kroner for k, (kroner, _dager) in venter(person).items()} == ventet
    assert sum(ventet.values()) == _sum()


def _sum() -> int:
    with kontekst(motor_kontekst()):
        return sum(PaaVent.objects.values_list("kroner", flat=True))


def test_uten_kjent_slutt_telles_til_kvartalet_er_slutt(monkeypatch: pytest.MonkeyPatch) -> None:
    """T4: known from 19 August, not registered by November: the whole quarter waits, nothing is zeroed."""
    paa_dag(monkeypatch, date(2024, 11, 15))
    person = fabrikk.lag_person(tillatelse_dato=date(2024, 1, 10), bosatt_fra=date(2024, 3, 1))
    fabrikk.lag_vedtak(person, startdato=date(2024, 4, 1))
    lag_skolegang(person, fra=date(2024, 8, 19), til=None)
    oppdater_paa_vent()
    assert {k: dager for k, (_kr, dager) in venter(person).items()} == {"2024K3": 43, "2024K4": 92}


def test_uten_sats_er_det_dager_og_ingen_kroner() -> None:
    with kontekst(motor_kontekst()):
        Sats.objects.filter(budsjettaar=2023).delete()
    person = elev()
    oppdater_paa_vent()
    assert venter(person) == {
        "2023K3": (0, 41), "2023K4": (0, 92), "2024K1": (6_200, 91), "2024K2": (16_200, 81),
    }  # fmt: skip
    with kontekst(motor_kontekst()):
        assert PaaVent.objects.get().dager_uten_sats == 41 + 92 + 60


@pytest.mark.parametrize(
    "felt",
    [
        {"tillatelse": "28"},
        {"tillatelse_dato": date(2010, 1, 10)},  # 14 years old then
        {"bosatt_fra": date(2019, 1, 1), "tillatelse_dato": date(2019, 1, 10)},  # the grant years are over
    ],
)
def test_den_som_ikke_gir_tilskudd_venter_det_ingenting_for(felt: dict[str, object]) -> None:
    elev(**felt)  # type: ignore[arg-type]
    assert oppdater_paa_vent() == 0


def test_t3_venter_til_den_siste_registreringen_er_gjort() -> None:
    """Vedtak in January, the period in April: until then it waits, after that it does not."""
    person = elev(vedtak=False)
    personer_endret([person.pk])
    assert _sum() == 41_647
    fabrikk.lag_vedtak(person)
    personer_endret([person.pk])
    assert _sum() == 41_647
    fabrikk.lag_vgo(person)
    personer_endret([person.pk])
    assert _sum() == 0


def test_bare_de_som_er_nevnt_regnes_paa_nytt() -> None:
    ene, andre = elev(), elev()
    oppdater_paa_vent([ene.pk])
    assert venter(ene) and not venter(andre)
    assert oppdater_paa_vent([]) == 0
    personer_endret([fabrikk.lag_person().pk])
    assert not venter(andre)
    assert oppdater_paa_vent() == 2


def test_perioden_som_begynner_neste_kvartal_venter_ikke_ennaa() -> None:
    person = fabrikk.lag_person(tillatelse_dato=timezone.localdate(), bosatt_fra=timezone.localdate())
    neste = Kvartal.for_dato(timezone.localdate()).til + timedelta(days=1)
    lag_skolegang(person, fra=neste, til=None)
    assert oppdater_paa_vent() == 0
    with kontekst(motor_kontekst()):
        assert Skolegang.objects.count() == 1
