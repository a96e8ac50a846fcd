"""The life the simulation lives: facts from a seed, runs quarter by quarter, and the books at the end."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from integrering.grunnmur.kvartal import OSLO, Kvartal
from integrering.nir.models import FulltidVgo, Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests import fabrikk
from tilskudd.models import Kjoering, Kjoeringstilstand, Linje, Mottakersum
from tilskudd.queries import kontroll

PERSONER = 3

Boeker = tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]


def _instant(kvartal: Kvartal, dager: int) -> datetime:
    dag = kvartal.fra + timedelta(days=dager)
    return datetime(dag.year, dag.month, dag.day, 12, tzinfo=OSLO)


def _duf(kvartal: Kvartal, nr: int) -> str:
    return fabrikk.nytt_duf(900_000 + kvartal.indeks * 10 + nr)


def er_registrert(kvartal: Kvartal) -> bool:
    """Return True when the quarter's facts are there."""
    with kontekst(motor_kontekst()):
        return Person.objects.filter(duf=_duf(kvartal, 0)).exists()


def registrer(froe: int, kvartal: Kvartal) -> None:
    """Register what the quarter brings: new persons, periods that come late, corrections of earlier ones."""
    r = Random(f"{froe} {kvartal}")
    with kontekst(motor_kontekst()):
        alle = FulltidVgo.objects.filter(erstattet__isnull=True)
        kjente = list(alle.select_related("person").order_by("person__duf"))
        uten = list(Person.objects.exclude(pk__in=[v.person_id for v in kjente]).order_by("duf"))
        for periode in kjente:
            if r.random() < 0.5:
                ny_slutt = date(2023, 10, 15) + timedelta(days=r.randrange(200))
                fabrikk.rett(periode, naar=_instant(kvartal, 60), til=ny_slutt)
        for person in uten:
            if r.random() < 0.7:
                _vgo(r, person, kvartal)
        if kjente and r.random() < 0.3:
            fabrikk.lag_stans(
                kjente[0].person,
                fra=kvartal.fra + timedelta(days=r.randrange(60)),
                registrert=_instant(kvartal, 70),
            )
        for nr in range(PERSONER):
            _ny_person(r, kvartal, nr)


def _ny_person(r: Random, kvartal: Kvartal, nr: int) -> None:
    tillatelse = r.choice(["9a", "9a", "27", "9e"])
    person = fabrikk.lag_person(
        duf=_duf(kvartal, nr),
        kommune=r.choice([fabrikk.TRONDHEIM, fabrikk.STEINKJER]),
        tillatelse=tillatelse,
        landgruppe="" if tillatelse == "9e" else r.choice("HL"),
        bosatt_fra=date(2023, 1, 15) + timedelta(days=r.randrange(150)),
        registrert=_instant(kvartal, 10),
    )
    start = date(2023, 2, 1) + timedelta(days=r.randrange(200))
    fabrikk.lag_vedtak(person, startdato=start, registrert=_instant(kvartal, 20))
    if r.random() < 0.6:
        _vgo(r, person, kvartal)


def _vgo(r: Random, person: Person, kvartal: Kvartal) -> None:
    fra = date(2023, 8, 1) + timedelta(days=r.randrange(60))
    fabrikk.lag_vgo(
        person, fra=fra, til=fra + timedelta(days=r.randrange(60, 320)), timer=r.choice([30, 30, 30, 29]),
        registrert=_instant(kvartal, 30),
    )  # fmt: skip


def finnes(kvartal: Kvartal) -> bool:
    """Return True when the quarter has a run."""
    with kontekst(motor_kontekst()):
        return bool(_levende(kvartal).exists())


def kjoeringen(kvartal: Kvartal) -> Kjoering:
    """Return the quarter's run as it stands."""
    with kontekst(motor_kontekst()):
        funnet: Kjoering = _levende(kvartal).get()
        return funnet


def _levende(kvartal: Kvartal) -> Any:
    return Kjoering.objects.filter(kvartal=kvartal.indeks).exclude(tilstand=Kjoeringstilstand.FORKASTET)


def boekene() -> Boeker:
    """Return every posted line and every total, by what people call them: ids may differ, kroner may not.

    Raises:
        AssertionError: the control of the books finds something.
    """
    with kontekst(motor_kontekst()):
        feil = [f"{k.navn}: {avvik}" for k in kontroll.kontroller() for avvik in k.avvik]
        assert not feil, feil
        linjer = Linje.objects.exclude(kjoering__tilstand=Kjoeringstilstand.FORKASTET).values_list(
            "kjoering__kvartal", "person__duf", "mottaker__nummer", "ordning", "aar_nr", "kvartal", "type",
            "dager", "beloep", "beloep_foer", "beloep_etter", "sats", "strekk",
        )  # fmt: skip
        summer = Mottakersum.objects.exclude(kjoering__tilstand=Kjoeringstilstand.FORKASTET).values_list(
            "kjoering__kvartal",
            "mottaker__nummer",
            "linjer_sum",
            "overfoert_inn",
            "utbetales",
            "overfoert_ut",
        )
        return sorted(linjer, key=str), sorted(summer, key=str)
