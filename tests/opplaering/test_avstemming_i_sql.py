"""Spørringen og regelen gir samme svar for hver person."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from random import Random

import pytest

from integrering.grunnmur.datoer import pluss_aar
from integrering.nir.models import FulltidVgo, Person, Vedtak
from integrering.nir.rules.vgo import er_fulltid
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from opplaering.models import Avstemming, Skolegang
from opplaering.rules.ansvar import Ansvarlig, Hovedansvar, Maalgruppe, Skolefakta, ansvar
from opplaering.rules.avstemming import Skoleperiode, avstem
from tests import fabrikk
from tests.opplaering.hjelp import (
    FRA,
    I_DAG,
    kommunen,
    koordinator,
    lag_hovedansvar,
    lag_klasse,
    lag_skolegang,
)

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
        if egen and egen[0] == -100 and nr % 5 == 0:
            lag_skolegang(person, fra=_dag(-105), til=_dag(-101))
        if nr % 3 == 0:
            fabrikk.lag_vgo(person, fra=_dag(-200), til=_dag(-101))
            lag_skolegang(person, fra=_dag(-200), til=_dag(-112))

    lik = fabrikk.lag_person(bosatt_fra=_dag(-300))
    fabrikk.lag_vedtak(lik, startdato=_dag(-200))
    fabrikk.lag_vgo(lik, fra=_dag(-50), til=_dag(50))
    lag_skolegang(lik, fra=_dag(-50), til=_dag(-31))
    lag_skolegang(lik, fra=_dag(-30), til=_dag(50))


def _etter_regelen(person: Person) -> set[tuple[object, ...]]:
    egne = [
        Skoleperiode(s.fra, s.til, s.timer_per_uke, er_fulltid(s.timer_per_uke, False, False), s.skole_id)
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


ANSVAR = list(
    product(
        ("program", "rett_plikt", "plikt", "uten"),
        (17, 18, 19, 66, 67),
        ((30, None), (29, None), (29, True), (30, False)),
        (None, "", "fylke", "kommune", "uavklart"),
    )
)


def test_fulltid_og_ansvar_er_som_regelen_sier() -> None:
    """Integreringsloven §§ 26, 28 og 30: målgruppe, alder, 30 timer, kombinasjonsklasse."""
    klasser = {kode: lag_klasse(kombinasjonsklasse=True) for kode in ("", "fylke", "kommune", "uavklart")}
    for kode in filter(None, klasser):
        lag_hovedansvar(klasser[kode], kode)
    ventet, svar = set(), set()
    for maalgruppe, aar, (timer, overstyrt), bestemt in Random(30).sample(ANSVAR, 60) + EGNE:
        foedt = pluss_aar(I_DAG, -aar)
        # who is 19 was 17 when the permit was granted
        innvilget = pluss_aar(foedt, {19: 17}.get(aar, min(aar, 20)))
        person = fabrikk.lag_person(foedselsdato=foedt, tillatelse_dato=innvilget)
        klasse = None if bestemt is None else klasser[bestemt]
        grunn = "" if overstyrt is None else "Praksis teller."
        lag_skolegang(
            person, timer=timer, maalgruppe=maalgruppe, klasse=klasse, fulltid_overstyrt=overstyrt,
            overstyrt_grunn=grunn,
        )  # fmt: skip
        fakta = Skolefakta(
            maalgruppe=Maalgruppe(maalgruppe), fra=FRA, timer_per_uke=Decimal(timer), foedt=foedt,
            innvilget=innvilget, fulltid_overstyrt=overstyrt, kombinasjonsklasse=klasse is not None,
            hovedansvar=Hovedansvar(bestemt) if bestemt else None,
        )  # fmt: skip
        hvem = ansvar(fakta, I_DAG).hvem
        svar.add(hvem)
        if hvem is Ansvarlig.FYLKE:
            ventet.add(person.pk)
    with kontekst(motor_kontekst()):
        assert set(Avstemming.objects.values_list("person_id", flat=True)) == ventet
    assert {Ansvarlig.FYLKE, Ansvarlig.KOMMUNE, Ansvarlig.INGEN} <= svar


# Those that must be in the sample: the edges of § 30.
EGNE = [
    ("program", 18, (30, None), None),
    ("program", 17, (30, None), None),
    ("program", 19, (30, None), None),
    ("rett_plikt", 66, (29, None), None),
    ("rett_plikt", 66, (29, True), None),
    ("program", 67, (30, None), None),
    ("plikt", 18, (30, None), None),
    ("program", 18, (29, None), ""),
    ("program", 18, (30, None), "kommune"),
    ("program", 18, (29, None), "uavklart"),
]


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
