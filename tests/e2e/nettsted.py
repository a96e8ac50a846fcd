"""A whole site for a browser test: web and worker as real processes on the test's own database and broker."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from integrering.lokal.nett import VERT
from integrering.lokal.prosess_id import doe_med_forelder

ROT = Path(__file__).resolve().parents[2]


def _miljoe(valkey_url: str, ekstra: dict[str, str]) -> dict[str, str]:
    """Return the environment of the processes: the database is the test's own, when `ekstra` names none."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "integrering.settings",
        "REDIS_URL": valkey_url,
        "LOGGNIVAA": "WARNING",
        **ekstra,
    }


def _start(
    kommando: list[str], miljoe: dict[str, str], arver: tuple[int, ...] = ()
) -> subprocess.Popen[bytes]:
    forelder = os.getpid()
    return subprocess.Popen(
        [sys.executable, "-m", *kommando],
        cwd=ROT,
        env=miljoe,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        pass_fds=arver,
        preexec_fn=lambda: doe_med_forelder(forelder, signal.SIGTERM),  # noqa: PLW1509
    )


def stopp(prosess: subprocess.Popen[bytes], signalnummer: int = signal.SIGTERM) -> None:
    """End a process and all its children."""
    if prosess.poll() is None:
        os.killpg(prosess.pid, signalnummer)
        try:
            prosess.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(prosess.pid, signal.SIGKILL)
            prosess.wait()


def start_arbeider(valkey_url: str, **ekstra: str) -> subprocess.Popen[bytes]:
    """Start a real Celery worker with beat in it, so that the sweeper sweeps; it keeps its plan in memory."""
    return _start(
        [
            "celery", "-A", "integrering", "worker", "--beat", "--scheduler", "celery.beat:Scheduler",
            "--concurrency", "1", "--without-gossip", "--without-mingle", "--loglevel", "WARNING",
        ],
        _miljoe(valkey_url, ekstra),
    )  # fmt: skip


@contextmanager
def nettsted(valkey_url: str, **ekstra: str) -> Iterator[str]:
    """Serve the site with a worker behind it; gives its address without a trailing slash."""
    with socket.socket() as lytter:
        # the port is taken before the web server starts: nobody else can get it meanwhile
        lytter.bind((VERT, 0))
        adresse = f"http://{VERT}:{lytter.getsockname()[1]}"
        web = _start(
            [
                "gunicorn", "integrering.wsgi", "--bind", f"fd://{lytter.fileno()}", "--threads", "4",
                "--log-level", "warning", "--no-control-socket",
            ],
            _miljoe(valkey_url, ekstra),
            (lytter.fileno(),),
        )  # fmt: skip
    arbeider = start_arbeider(valkey_url, **ekstra)
    try:
        _vent_paa(f"{adresse}/helse/klar/")
        yield adresse
    finally:
        stopp(web)
        stopp(arbeider)


def _vent_paa(url: str, sekunder: float = 30) -> None:
    slutt = time.monotonic() + sekunder
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as svar:  # noqa: S310 - own address
                if svar.status == 200:
                    return
        except OSError:  # not up yet, or too busy to answer
            pass
        if time.monotonic() > slutt:
            raise RuntimeError(f"{url} svarte ikke")
        time.sleep(0.1)
