"""The children of `make run`, apart from the database servers: web, worker, beat, and short commands."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from integrering.lokal.prosesser import Oppskrift
from integrering.lokal.steder import Steder

# Variables a developer may have set that would make the children something else than this installation.
FREMMEDE = ("DJANGO_SETTINGS_MODULE", "PYTHONHOME", "GUNICORN_CMD_ARGS", "WEB_CONCURRENCY", "NOTIFY_SOCKET")


def barnemiljoe(ekstra: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of every child."""
    miljoe = {n: v for n, v in os.environ.items() if n not in FREMMEDE}
    return {**miljoe, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1", **ekstra}


def web(steder: Steder, miljoe: Mapping[str, str], *, fil: int) -> Oppskrift:
    """gunicorn on the socket we have reserved: two processes with threads, no control socket in $HOME."""
    minne = Path("/dev/shm")  # noqa: S108 - the workers' heartbeat file, not data
    tmp = str(minne) if os.access(minne, os.W_OK) else str(steder.lokal)
    return _python(
        steder, miljoe, "web",
        "gunicorn", "integrering.wsgi:application", "--bind", f"fd://{fil}", "--worker-class", "gthread",
        "--workers", "2", "--threads", "4", "--timeout", "120", "--graceful-timeout", "3",
        "--worker-tmp-dir", tmp, "--no-control-socket", "--access-logfile", "-",
        arvede_filer=(fil,),
    )  # fmt: skip


def worker(steder: Steder, miljoe: Mapping[str, str]) -> Oppskrift:
    """Celery's worker; SIGTERM means «give the task back within seconds», not «finish first»."""
    return _python(
        steder, {**miljoe, "REMAP_SIGTERM": "SIGQUIT"}, "worker",
        "celery", "-A", "integrering", "worker", "--concurrency", "2", "--loglevel", "INFO",
        "--without-gossip", "--without-mingle", stopptid=10,
    )  # fmt: skip


def beat(steder: Steder, miljoe: Mapping[str, str]) -> Oppskrift:
    """Celery's clock, with its plan in a file."""
    return _python(
        steder, miljoe, "beat",
        "celery", "-A", "integrering", "beat", "--loglevel", "INFO", "--pidfile", "",
        "-s", str(steder.lokal / "beat-schedule"), stopptid=4,
    )  # fmt: skip


def kommando(steder: Steder, miljoe: Mapping[str, str], *argumenter: str) -> Oppskrift:
    """A management command that ends by itself; its log is named after it."""
    return Oppskrift(argumenter[0], (sys.executable, "manage.py", *argumenter), steder.rot, miljoe)


def _python(
    steder: Steder,
    miljoe: Mapping[str, str],
    navn: str,
    *argumenter: str,
    stopptid: float = 6.0,
    arvede_filer: tuple[int, ...] = (),
) -> Oppskrift:
    """`python -m …`: scripts carry the path of the folder they were installed in, modules do not."""
    kommando = (sys.executable, "-m", *argumenter)
    return Oppskrift(navn, kommando, steder.rot, miljoe, stopptid=stopptid, arvede_filer=arvede_filer)
