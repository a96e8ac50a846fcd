"""Spørringen og regelen gir samme svar for hver person."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from random import Random

import pytest

from integrering.nir.models import FulltidVgo, Person, Vedtak
from integrering.nir.rules.vgo import er_fulltid
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from opplaering.models import Avstemming, Skolegang
from opplaering.rules.avstemming import Skoleperiode, avstem
from tests import fabrikk
from tests.opplaering.hjelp import I_DAG, kommunen, koordinator, lag_hovedansvar, lag_klasse, lag_skolegang

pytestmark = pytest.mark.django_db


def _dag(dager: int) -> date:
    return I_DAG + timedelta(days=dager)


PERIODER = [(-100, 100), (-100, -20), (-100, None), (-100, 0), (-100, -1), (-90, 100)]


def _befolkning(tilfeldig: Random) -> None:
    """Make persons with ours × theirs × vedtak, and some with several periods."""
    for nr, (egen, deres) in enumerate(product([None, *PERIODER], [None, *PERIODER])):
        person = fabrikk.lag_person(bosatt_fra=_dag(-300))
        if nr % 4:
            fabrikk.lag_vedtak(person, startdato=_dag(-200))
        if egen:
            timer = tilfeldig.choice([30, 30, 30, 29, 32])
            lag_skolegang(
                person, fra=_dag(egen[0]), til=egen[1] if egen[1] is None else _dag(egen[1]), timer=timer
            )
        if deres:
            til = None if deres[1] is None else _dag(deres[1])
            fabrikk.lag_vgo(person, fra=_dag(deres[0]), til=til, timer=tilfeldig.choice([30, 30, 20]))
        if nr % 3 == 0:
            fabrikk.lag_vgo(person, fra=_dag(-200), til=_dag(-101))
            lag_skolegang(person, fra=_dag(-200), til=_dag(-110))


def _etter_regelen(person: Person) -> set[tuple[object, ...]]:
    egne = [
        Skoleperiode(s.fra, s.til, s.timer_per_uke, er_fulltid(s.timer_per_uke, False, False))
        for s in Skolegang.objects.gjeldende().filter(person=person)
    ]
    deres = [
        Skoleperiode(v.fra, v.til, v.timer_per_uke, er_fulltid(v.timer_per_uke, False, False))
        for v in FulltidVgo.objects.gjeldende().filter(person=person)
    ]
    vedtak = Vedtak.objects.gjeldende().filter(person=person).exists()
    return {
        (li.egen and li.egen.fra, li.registrert and li.registrert.fra, li.tilstand.value,
         tuple(a.value for a in li.avvik), li.siden)
        for li in avstem(egne, deres, vedtak=vedtak, i_dag=I_DAG)
    }  # fmt: skip


def test_spoerringen_og_regelen_er_enige() -> None:
    _befolkning(Random(5))
    with kontekst(motor_kontekst()):
        alle: set[str] = set()
        for person in Person.objects.all():
            rader = Avstemming.objects.filter(person=person)
            i_sql = {(r.fra, r.registrert_fra, r.tilstand, tuple(r.avvik), r.mangler_siden) for r in rader}
            assert i_sql == _etter_regelen(person), person.pk
            alle |= {r.tilstand for r in rader}
    assert len(alle) == 8, f"prøven er tom for noe: {sorted(alle)}"


def _tilstander(person: Person) -> list[str]:
    with kontekst(motor_kontekst()):
        return [rad.tilstand for rad in Avstemming.objects.filter(person=person)]


@pytest.mark.parametrize(
    ("ansvar", "ventet"),
    [
        ("fylke", ["mangler_vedtak"]),
        ("uavklart", ["mangler_vedtak"]),
        ("", ["mangler_vedtak"]),
        ("kommune", []),
    ],
)
def test_kombinasjonsklasse_er_fylkets_til_kommunen_har_hovedansvaret(ansvar: str, ventet: list[str]) -> None:
    """Integreringsloven § 30 andre ledd: kan det ikke avgjøres, har fylkeskommunen ansvaret."""
    person = fabrikk.lag_person()
    klasse = lag_klasse(kombinasjonsklasse=True)
    if ansvar:
        lag_hovedansvar(klasse, ansvar)
    lag_skolegang(person, klasse=klasse, timer=24)
    assert _tilstander(person) == ventet


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({"timer": 29}, []),
        ({"timer": 29, "fulltid_overstyrt": True, "overstyrt_grunn": "Praksis teller."}, ["mangler_vedtak"]),
        ({"timer": 30, "fulltid_overstyrt": False, "overstyrt_grunn": "Deler er valgfrie."}, []),
        ({"maalgruppe": "plikt"}, []),
        ({"maalgruppe": "rett_plikt"}, ["mangler_vedtak"]),
    ],
)
def test_fulltid_og_ansvar(felt: dict[str, object], ventet: list[str]) -> None:
    """30 timer i uka (IMDi), overstyrt med grunn; § 28-personer blir hos kommunen (§ 30)."""
    person = fabrikk.lag_person()
    lag_skolegang(person, **felt)  # type: ignore[arg-type]
    assert _tilstander(person) == ventet


def test_under_18_i_hele_perioden_er_ikke_med() -> None:
    barn = fabrikk.lag_person(foedselsdato=_dag(-17 * 365))
    lag_skolegang(barn, til=_dag(30))
    assert _tilstander(barn) == []


def test_hver_ser_sine_og_skjermede_er_skjult() -> None:
    mine, andres = fabrikk.lag_person(), fabrikk.lag_person(kommune=fabrikk.STEINKJER)
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    for person in (mine, andres, skjermet):
        lag_skolegang(person)
    ser = {
        "kommunen": (kommunen(), {mine.pk}),
        "fylket": (koordinator(), {mine.pk, andres.pk}),
        "fylket med tilgang": (koordinator(skjermede=True), {mine.pk, andres.pk, skjermet.pk}),
    }
    for navn, (av, ventet) in ser.items():
        with kontekst(kontekst_for(av)):
            assert set(Avstemming.objects.values_list("person_id", flat=True)) == ventet, navn
