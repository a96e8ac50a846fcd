"""A real worker on a real broker, killed in the middle of a job: taken up by itself, with equal result."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from celery import Celery
from django.db import connection

from integrering.celery import app
from integrering.grunnmur import tasks
from integrering.grunnmur.jobber import start_jobb
from integrering.grunnmur.jobber.actions import fei_jobber
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.lokal.prosess_id import doe_med_forelder
from tests.grunnmur.arbeider import STEG

FRIST = 120.0  # a minute where three tests share two cores
Start = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture
def megler(valkey_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Celery]:
    """Let this process send to the real broker."""
    import redis

    klient = redis.Redis.from_url(valkey_url)
    klient.flushdb()
    with app.connection_for_write(valkey_url) as kobling:
        monkeypatch.setattr(
            tasks.kjoer_jobb,
            "apply_async",
            lambda args, **valg: app.send_task("grunnmur.kjoer_jobb", args, connection=kobling, **valg),
        )
        yield app
    klient.close()


@pytest.fixture
def arbeider(egen_database: str, valkey_url: str, tmp_path: Path) -> Iterator[Start]:
    """Start the product's worker with the tests' jobs; every one is stopped afterwards."""
    startet: list[subprocess.Popen[bytes]] = []
    forelder = os.getpid()

    def start() -> subprocess.Popen[bytes]:
        logg = (tmp_path / f"arbeider{len(startet)}.log").open("wb")
        prosess = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "tests.grunnmur.arbeider_app", "worker",
             "--concurrency", "1", "--without-gossip", "--without-mingle", "--without-heartbeat",
             "--loglevel", "WARNING"],
            env={**os.environ, "REDIS_URL": valkey_url, "DJANGO_SETTINGS_MODULE": "integrering.settings",
                 "JOBB_LEIE": "3", "REMAP_SIGTERM": "SIGQUIT"},
            stdout=logg, stderr=subprocess.STDOUT, start_new_session=True,
            preexec_fn=lambda: doe_med_forelder(forelder, signal.SIGKILL),  # noqa: PLW1509
        )  # fmt: skip
        logg.close()
        startet.append(prosess)
        return prosess

    yield start
    for prosess in startet:
        _drep(prosess)
    for fil in tmp_path.glob("arbeider*.log"):
        sys.stdout.write(fil.read_text())


def _drep(prosess: subprocess.Popen[bytes]) -> None:
    """kill -9 of the worker and the children in its group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(prosess.pid, signal.SIGKILL)
    prosess.wait()


def _vent(naar: Callable[[], bool], *, mens: Callable[[], object] = lambda: None) -> None:
    """Wait until it is so; do `mens` meanwhile, as beat would."""
    slutt = time.monotonic() + FRIST
    while not naar():
        assert time.monotonic() < slutt, "ikke innen fristen"
        mens()
        time.sleep(0.1)


def _start(vent_paa: str = "") -> Jobb:
    return start_jobb(
        slag="test.tell",
        tittel="Prøve",
        parametre={"vent_paa": vent_paa},
        bruker_id=None,
        virksomhet_id=None,
    )


def _rader() -> list[tuple[str, str]]:
    with connection.cursor() as peker:
        peker.execute("SELECT session_key, session_data FROM django_session ORDER BY 1")
        return [tuple(rad) for rad in peker.fetchall()]


def _toem() -> None:
    with connection.cursor() as peker:
        peker.execute("DELETE FROM django_session")


def test_drept_arbeider(megler: Celery, arbeider: Start, tmp_path: Path) -> None:
    """kill -9 in the middle; another worker and the sweeper finish it within a minute, nothing doubled."""
    foerste = arbeider()
    uforstyrret = _start()
    _vent(lambda: _tilstand(uforstyrret) == Tilstand.FERDIG)
    fasit, resultat = _rader(), Jobb.objects.get(pk=uforstyrret.pk).resultat
    assert len(fasit) == STEG
    _toem()

    bom = tmp_path / "bom"
    bom.touch()
    jobb = _start(str(bom))
    _vent(lambda: len(_rader()) == 1)
    _drep(foerste)
    assert _tilstand(jobb) == Tilstand.KJOERER
    bom.unlink()
    start = time.monotonic()
    arbeider()
    _vent(lambda: _tilstand(jobb) == Tilstand.FERDIG, mens=fei_jobber)
    assert time.monotonic() - start < FRIST
    jobb.refresh_from_db()
    assert (_rader(), jobb.resultat) == (fasit, resultat)
    assert jobb.forsoek == 2


def _tilstand(jobb: Jobb) -> str:
    return Jobb.objects.values_list("tilstand", flat=True).get(pk=jobb.pk)


def test_megler_som_ikke_svarer(egen_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start while the broker is down answers soon and leaves the row for the sweeper."""
    doed = Celery("doed", broker="redis://127.0.0.1:1/0")
    doed.conf.broker_transport_options = dict(app.conf.broker_transport_options)
    monkeypatch.setattr(
        tasks.kjoer_jobb,
        "apply_async",
        lambda args, **valg: doed.send_task("grunnmur.kjoer_jobb", args, **valg),
    )
    start = time.monotonic()
    jobb = _start()
    assert time.monotonic() - start < 8
    assert _tilstand(jobb) == Tilstand.VENTER
