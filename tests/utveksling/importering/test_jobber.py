"""The jobs of imports on a database that commits: large files, stopped, killed, and two at the same time."""

from __future__ import annotations

import signal
import subprocess
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection, connections, transaction

from integrering.grunnmur.jobber import avbryt_jobb, loep
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.nir.models import Person, Vedtak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import actions
from integrering.utveksling.importering.actions import gjoer
from integrering.utveksling.importering.models import Angring, Import, Importutkast, Svarfil, Utkastavvik
from tests import fabrikk
from tests.e2e.nettsted import start_arbeider, stopp
from tests.utveksling.importering.hjelp import PERSONER, VEDTAK, fil, personrad

FRIST = 120.0  # a minute where three tests share two cores


@pytest.fixture
def av(egen_database: str) -> Aktoer:
    """A case worker in the county."""
    with kontekst(motor_kontekst()):
        return fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


def opplastet(slag: str, tekst: str, av: Aktoer) -> Importutkast:
    """Upload the file; Celery is not told: the job's row is the outbox."""
    with transaction.atomic(), kontekst(kontekst_for(av)):
        return actions.last_opp(slag=slag, innhold=tekst.encode(), noekkel=uuid.uuid4(), av=av)


def bekreftet(utkast: Importutkast, av: Aktoer) -> Jobb:
    with transaction.atomic(), kontekst(kontekst_for(av)):
        utkast.refresh_from_db()
        jobb = actions.bekreft_utkast(utkast=utkast, av=av).jobb
    assert jobb is not None
    return jobb


def kjoer(jobb: Jobb | None) -> Jobb:
    assert jobb is not None
    loep.kjoer(jobb.pk)
    return Jobb.objects.get(pk=jobb.pk)


def antall(*modeller: Any) -> list[int]:
    with kontekst(motor_kontekst()):
        return [m.objects.count() for m in modeller]


@pytest.fixture
def uten_melding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sent to the broker."""
    monkeypatch.setattr("integrering.grunnmur.jobber.actions._send", lambda _id: None)


@pytest.mark.usefixtures("uten_melding")
def test_en_stor_fil_kontrolleres_raskt_og_kan_avbrytes(av: Aktoer, monkeypatch: pytest.MonkeyPatch) -> None:
    rader = [personrad(fabrikk.nytt_duf(100_000 + nr) if nr % 10 else "feil") for nr in range(50_000)]
    utkast = opplastet("personer", fil(PERSONER, *rader), av)
    start = time.process_time()  # the work of this process, whatever else the machine does
    jobb = kjoer(utkast.jobb)
    assert (jobb.tilstand, jobb.resultat["avviste"]) == (Tilstand.FERDIG, 5000), jobb.feil
    assert time.process_time() - start < 20
    assert antall(Utkastavvik, Person, Import) == [5000, 0, 0]

    # stopped in the middle, after the rows are in: nothing of it is kept
    jobb = bekreftet(utkast, av)
    meld, steg = loep.Loep.meld, []

    def stopp_paa_slutten(selv: loep.Loep, navn: str, gjort: int, av_i_alt: int) -> None:
        steg.append(navn)
        if gjort == 3:
            avbryt_jobb(jobb=selv.jobb)
        meld(selv, navn, gjort, av_i_alt)

    monkeypatch.setattr(loep.Loep, "meld", stopp_paa_slutten)
    assert kjoer(jobb).tilstand == Tilstand.AVBRUTT
    assert "Kontrollerer 50000 rader" in steg
    assert antall(Person, Import, Svarfil) == [0, 0, 0]

    # and can be started again, by the same button
    monkeypatch.setattr(loep.Loep, "meld", meld)
    jobb = kjoer(bekreftet(utkast, av))
    assert jobb.resultat == {"nye": 45_000, "nye_versjoner": 0, "uendrede": 0, "avviste": 5000}
    assert antall(Person, Import, Svarfil) == [45_000, 1, 2]


def _samtidig(*oppgaver: Callable[[], Any]) -> list[Any]:
    svar: list[Any] = [None] * len(oppgaver)
    alle = threading.Barrier(len(oppgaver))

    def gjoer_en(nr: int) -> None:
        alle.wait()
        try:
            svar[nr] = oppgaver[nr]()
        except Exception as feil:
            svar[nr] = feil
        finally:
            connections.close_all()

    traader = [threading.Thread(target=gjoer_en, args=(nr,)) for nr in range(len(oppgaver))]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join(FRIST)
    return svar


@pytest.mark.usefixtures("uten_melding")
def test_dobbeltklikk_og_to_arbeidere_importerer_en_gang(av: Aktoer) -> None:
    person = fabrikk.lag_person()
    utkast = opplastet("vedtak", fil(VEDTAK, f"{person.duf};norsk;innvilget;01.03.2023;01.04.2023"), av)
    kjoer(utkast.jobb)
    jobber = _samtidig(*[lambda: bekreftet(Importutkast(pk=utkast.pk), av).pk] * 3)
    assert len(set(map(str, jobber))) == 1
    _samtidig(*[lambda: gjoer.gjoer_import(utkast_id=utkast.pk)] * 2)
    assert antall(Vedtak, Import) == [1, 1]


@pytest.mark.usefixtures("uten_melding")
def test_to_som_angrer_samtidig_angrer_en_gang(av: Aktoer) -> None:
    person = fabrikk.lag_person()
    tekst = fil(VEDTAK, f"{person.duf};norsk;innvilget;01.03.2023;01.04.2023")
    kvittering = actions.importer_fil(slag="vedtak", innhold=tekst.encode(), av=av).kvittering
    with kontekst(motor_kontekst()):
        administrator = fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)

    def angre(hvem: Aktoer) -> int:
        with kontekst(kontekst_for(hvem)):
            return actions.angre_import(kvittering=kvittering, av=hvem).pk

    to = _samtidig(lambda: angre(av), lambda: angre(administrator))
    assert to[0] == to[1]
    assert antall(Angring, Vedtak) == [1, 2]


# --- kill -9 ---


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


def _tilstand(jobb: Jobb) -> tuple[Any, ...]:
    return Jobb.objects.values_list("tilstand", "steg", "forsoek", "feil").get(pk=jobb.pk)


def _vent_til(sant: Callable[[], bool], hva: Callable[[], str]) -> None:
    slutt = time.monotonic() + FRIST
    while not sant():
        assert time.monotonic() < slutt, hva()
        time.sleep(0.1)


@pytest.mark.e2e
def test_en_drept_arbeider_importerer_en_gang(
    av: Aktoer, arbeidere: Callable[[], subprocess.Popen[bytes]], superbruker_dsn: str
) -> None:
    person = fabrikk.lag_person()
    utkast = opplastet("vedtak", fil(VEDTAK, f"{person.duf};norsk;innvilget;01.03.2023;01.04.2023"), av)
    kjoer(utkast.jobb)
    foerste = arbeidere()
    with psycopg.connect(superbruker_dsn) as sperre:
        # The rows cannot be written while this lock is held: the worker stands in the middle of the import.
        sperre.execute("LOCK TABLE nir_vedtak IN SHARE MODE")
        jobb = bekreftet(utkast, av)
        _vent_til(_staar_og_venter, lambda: f"Importen kom ikke i gang: {_tilstand(jobb)}")
        stopp(foerste, signal.SIGKILL)
    connection.close()
    arbeidere()
    _vent_til(
        lambda: Jobb.objects.get(pk=jobb.pk).tilstand == Tilstand.FERDIG,
        lambda: f"Ikke ferdig: {_tilstand(jobb)}",
    )
    assert Jobb.objects.get(pk=jobb.pk).forsoek == 2
    assert antall(Vedtak, Import) == [1, 1]


def _staar_og_venter() -> bool:
    with connection.cursor() as peker:
        peker.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'nir_vedtak'::regclass)"
        )
        return bool((peker.fetchone() or (False,))[0])
