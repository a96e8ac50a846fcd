"""kill -9 of the worker in the middle of a payout: taken up again by itself, and the result is the same."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date

import psycopg
import pytest
from django.db import connection, transaction

from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.e2e.nettsted import start_arbeider, stopp
from tests.fabrikk import klokken, lag_aktoer, lag_person, lag_vedtak, lag_vgo
from tilskudd.actions import start_beregning
from tilskudd.models import Linje, Mottakersum, Sats

KVARTAL = Kvartal(2024, 1)
FRIST = 120.0  # a minute where three tests share two cores


@pytest.fixture
def raadgiver(egen_database: str) -> Aktoer:
    """Some participants with both registrations, rates, and the one who calculates."""
    with kontekst(motor_kontekst()):
        for aar, aar_nr, beloep in ((2023, 1, 36_500), (2024, 2, 73_000)):
            Sats.objects.create(
                ordning="P-AR", aar_nr=aar_nr, landgruppe="H", budsjettaar=aar, beloep=beloep,
                status="vedtatt", kilde="Oppdiktet for testen",
            )  # fmt: skip
        for nummer in range(20):
            person = lag_person(registrert=klokken(2023, 3, 2), bosatt_fra=date(2023, 3, 1 + nummer))
            lag_vedtak(person, registrert=klokken(2023, 4, 5))
            lag_vgo(person, registrert=klokken(2023, 9, 10))
        return lag_aktoer(Rolle.TILSKUDDSRAADGIVER)


@pytest.fixture
def arbeidere(egen_database: str, valkey_url: str) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Start workers with the sweeper in them; all are gone after the test."""
    startet: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        startet.append(start_arbeider(valkey_url))
        return startet[-1]

    yield start
    for prosess in startet:
        stopp(prosess, signal.SIGKILL)


def _beregn(av: Aktoer) -> Jobb:
    with transaction.atomic():  # Celery is not told: the job's row is the outbox, and the sweeper finds it
        return start_beregning(kvartal=KVARTAL, av=av)


def _vent_til(sant: Callable[[], bool], hva: str) -> float:
    start = time.monotonic()
    while not sant():
        assert time.monotonic() - start < FRIST, f"{hva} kom ikke innen {FRIST:.0f} sekunder"
        time.sleep(0.1)
    return time.monotonic() - start


def _tilstand(jobb: Jobb, tilstand: Tilstand) -> Callable[[], bool]:
    return lambda: Jobb.objects.filter(pk=jobb.pk, tilstand=tilstand).exists()


def _resultat() -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    linjer = ("person_id", "mottaker_id", "ordning", "aar_nr", "kvartal", "type", "dager", "beloep", "strekk")
    summer = ("mottaker_id", "linjer_sum", "overfoert_inn", "utbetales", "overfoert_ut")
    with kontekst(motor_kontekst()):
        return (
            sorted(Linje.objects.values_list(*linjer), key=str),
            sorted(Mottakersum.objects.values_list(*summer), key=str),
        )


def test_utbetalingen_tas_opp_igjen_og_blir_den_samme(
    raadgiver: Aktoer, arbeidere: Callable[[], subprocess.Popen[bytes]], superbruker_dsn: str
) -> None:
    kjoer(_beregn(raadgiver).pk)  # the undisturbed run, in this process
    uforstyrret = _resultat()
    assert uforstyrret[0]

    foerste = arbeidere()
    with psycopg.connect(superbruker_dsn) as sperre:
        jobb = _beregn(raadgiver)
        # The totals cannot be written while this lock is held: the worker stands in the middle of the payout.
        sperre.execute("LOCK TABLE tilskudd_mottakersum IN SHARE MODE")
        _vent_til(_staar_og_venter, "Beregningen")
        stopp(foerste, signal.SIGKILL)
    connection.close()
    arbeidere()  # what the supervisor does when a worker is gone
    brukt = _vent_til(_tilstand(jobb, Tilstand.FERDIG), "Resultatet")

    assert brukt < FRIST
    assert Jobb.objects.get(pk=jobb.pk).forsoek == 2
    assert _resultat() == uforstyrret


def _staar_og_venter() -> bool:
    with connection.cursor() as peker:
        peker.execute(
            "SELECT EXISTS (SELECT FROM pg_locks"
            " WHERE NOT granted AND relation = 'tilskudd_mottakersum'::regclass)"
        )
        return bool((peker.fetchone() or (False,))[0])
