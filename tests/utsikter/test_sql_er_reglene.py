"""The SQL on lives that could be gives what the rules give, person by person, for random lives."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from integrering.grunnmur.kvartal import Kvartal
from integrering.nir.models import FulltidVgo, Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import vaart_fylke
from tests.opplaering.hjelp import lag_skolegang
from tests.tilskudd.historie import skriv_liv, tidspunkt
from tests.tilskudd.runder import i_egen_transaksjon, sett_satser
from tests.utsikter.hjelp import linjer_for
from tilskudd.models import Sats
from tilskudd.queries.fakta import versjoner_for
from tilskudd.rules.opptjening import Satsnoekkel
from tilskudd.utsikter.actions.beregning import oppdater_paa_vent
from tilskudd.utsikter.models import PaaVent, PaaVentKvartal
from tilskudd.utsikter.rules.tenkt import forskjell, tenkte_fakta

pytestmark = pytest.mark.django_db
TIDER = [tidspunkt(2023, 6, 1), tidspunkt(2024, 1, 20)]


def _gaar_paa_skole(r: Random, person: Person) -> None:
    """Let the person go to school: as registered, a little otherwise, or in quite other periods."""
    with kontekst(motor_kontekst()):
        registrert = list(FulltidVgo.objects.gjeldende().filter(person=person).order_by("fra"))
    perioder: list[tuple[date, date | None]] = []
    for v in registrert:
        fra = v.fra + timedelta(days=r.choice([0, 0, -20, 20]))
        til = r.choice([v.til, v.til, v.til and v.til - timedelta(days=15), None])
        perioder.append((fra, til))
    if not perioder and r.random() < 0.8:
        fra = date(2023, 1, 1) + timedelta(days=r.randrange(900))
        perioder.append((fra, r.choice([None, fra + timedelta(days=r.randrange(1, 600))])))
    forrige: date | None = date(2000, 1, 1)
    for fra, til in perioder:
        if forrige is None or fra <= forrige or (til is not None and til < fra):
            continue
        lag_skolegang(person, fra=fra, til=til, timer=r.choice([30, 30, 30, 29, 35]))
        forrige = til


def _etter_reglene(person: Person, satser: dict[Satsnoekkel, int]) -> dict[str, tuple[int, int, int]]:
    i_dag, fylke = timezone.localdate(), vaart_fylke().pk
    til = Kvartal.for_dato(i_dag).til
    fakta = versjoner_for(person.pk).som_fakta().synlige(timezone.now())
    tenkt = tenkte_fakta(fakta, linjer_for(person), fylke=fylke, i_dag=i_dag, til_og_med=til)
    svar = forskjell(fakta, tenkt, fylke=fylke, til_og_med=til, satser=satser)
    return {str(k): (f.kroner, f.dager, f.dager_uten_sats) for k, f in svar.items()}


def _fra_databasen(person: Person) -> dict[str, tuple[int, int, int]]:
    rader = PaaVentKvartal.objects.filter(person=person)
    return {str(r.kvartal): (r.kroner, r.dager, r.dager_uten_sats) for r in rader}


egenskap = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


@egenskap
@given(st.integers(0, 10**9))
def test_sql_gir_det_samme_som_reglene(froe: int) -> None:
    r = Random(froe)
    with i_egen_transaksjon(), kontekst(motor_kontekst()):
        satser = sett_satser()
        Sats.objects.filter(aar_nr=2, landgruppe="L").delete()
        satser = {n: s for n, s in satser.items() if n[1:3] != (2, "L")}
        personer = skriv_liv(r, 40, TIDER, landgrupper="HHL ")
        for person in personer:
            _gaar_paa_skole(r, person)
        oppdater_paa_vent()
        for person in personer:
            assert _fra_databasen(person) == _etter_reglene(person, satser), person.pk
        assert PaaVent.objects.count() > 3, "prøven er tom"
        foer = sorted(PaaVentKvartal.objects.values_list("person", "kvartal", "kroner"))
        oppdater_paa_vent([p.pk for p in personer])
        assert sorted(PaaVentKvartal.objects.values_list("person", "kvartal", "kroner")) == foer
