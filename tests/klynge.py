"""One throwaway PostgreSQL, and one Valkey when asked for, for a whole test run.

A small host process (`python -m tests.klynge <folder>`) is started by the controller and waits. The first
test that needs a database asks by making a file; then the host makes a cluster, runs `roller.sql`, migrates
a template database once. Each test process copies the template. A run of pure tests starts nothing. The host
dies with the controller, however that dies, and takes the servers with it.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from integrering.lokal import roller
from integrering.lokal.hemmeligheter import nye
from integrering.lokal.postgres import FORT_OG_FLYKTIG, Klynge
from integrering.lokal.prosess_id import doe_med_forelder
from integrering.lokal.prosesser import Oppstartsfeil, Tilsyn
from integrering.lokal.steder import Steder
from integrering.lokal.valkey import Valkey
from tests import mal

MAL = "mal"
LAAS = 4711  # advisory lock in database `postgres`: roles belong to the whole cluster
FRIST = 300.0


# --- the asking side: pytest's controller and workers ---


def start_vert() -> tuple[Path, subprocess.Popen[bytes]]:
    """Start the waiting host; return its folder and process."""
    mappe = Path(tempfile.mkdtemp(prefix="integrering-test-"))
    mappe.chmod(0o711)  # PostgreSQL may run as nobody
    forelder = os.getpid()
    prosess = subprocess.Popen(
        [sys.executable, "-m", "tests.klynge", str(mappe)],
        cwd=Steder().rot,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=lambda: doe_med_forelder(forelder, signal.SIGTERM),  # noqa: PLW1509
    )
    return mappe, prosess


def stopp_vert(mappe: Path, prosess: subprocess.Popen[bytes]) -> None:
    """Stop the host and its servers; nothing is left behind."""
    prosess.terminate()
    try:
        prosess.wait(timeout=20)
    except subprocess.TimeoutExpired:
        prosess.kill()
        prosess.wait()
    shutil.rmtree(mappe, ignore_errors=True)


def bestill(mappe: Path, hva: str) -> None:
    """Say that `postgres` or `valkey` will be needed, and do not wait for it."""
    (mappe / f"{hva}.trengs").touch()


def be_om(mappe: Path, hva: str) -> dict[str, Any]:
    """Ask for `postgres` or `valkey`; wait until it is there and return its particulars.

    Raises:
        RuntimeError: when it could not be started, with the reason.
    """
    bestill(mappe, hva)
    slutt = time.monotonic() + FRIST
    svar, feil = mappe / f"{hva}.json", mappe / f"{hva}.feil"
    while time.monotonic() < slutt:
        if svar.exists():
            ferdig: dict[str, Any] = json.loads(svar.read_text())
            return ferdig
        if feil.exists():
            raise RuntimeError(feil.read_text())
        time.sleep(0.03)
    raise RuntimeError(f"{hva} kom ikke innen {FRIST:.0f} s ({mappe})")


def dsn(klynge: Mapping[str, Any], database: str, rolle: str = "postgres") -> str:
    """Return the address of a database for `postgres`, `eier` or `app`."""
    return f"postgresql://{rolle}:{klynge[rolle]}@127.0.0.1:{klynge['port']}/{database}"


def kopier_mal(klynge: Mapping[str, Any], navn: str) -> None:
    """Make database `navn` as a copy of the migrated template, with the grants a copy lacks."""
    with psycopg.connect(dsn(klynge, "postgres"), autocommit=True) as admin:
        admin.execute("SELECT pg_advisory_lock(%s)", [LAAS])
        admin.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(navn), sql.Identifier(MAL)
            )
        )
        roller.sett_opp_roller(dsn(klynge, navn), Steder().roller_sql, {})


def slett(klynge: Mapping[str, Any], navn: str) -> None:
    """Drop a database, whoever is still connected."""
    with psycopg.connect(dsn(klynge, "postgres"), autocommit=True) as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(navn)))


# --- the host ---


class _Ferdig(Exception):
    """The controller has had enough."""


def _stopp(*_: object) -> None:
    raise _Ferdig


def _postgres(mappe: Path, tilsyn: Tilsyn) -> dict[str, Any]:
    """Start the cluster with the migrated template: the one kept by an earlier run, or a new one."""
    data = mappe / "postgres"
    noekkelen = mal.noekkel()
    kjent = mal.hent(data, noekkelen)
    klynge = Klynge(
        data,
        passord=kjent["postgres"] if kjent else nye().postgres,
        valg={**FORT_OG_FLYKTIG, "max_connections": "200"},
    )
    klynge.opprett()
    _start(klynge, tilsyn)
    if kjent is None:
        kjent = _lag_mal(klynge)
        tilsyn.stopp(("postgres",))
        mal.behold(klynge.data, kjent, noekkelen)
        _start(klynge, tilsyn)
    return {**kjent, "port": klynge.port}


def _start(klynge: Klynge, tilsyn: Tilsyn) -> None:
    tilsyn.start(klynge.oppskrift())
    tilsyn.vent_til("postgres", lambda: roller.svarer(klynge.dsn()), frist=60)


def _lag_mal(klynge: Klynge) -> dict[str, Any]:
    hemmelig = nye()
    roller.opprett_database(klynge.dsn(), MAL)
    passord = {"eier": hemmelig.eier, "app": hemmelig.app}
    roller.sett_opp_roller(klynge.dsn(MAL), Steder().roller_sql, passord)
    svar = {"postgres": klynge.passord, **passord}
    _migrer({**svar, "port": klynge.port})
    with psycopg.connect(klynge.dsn(), autocommit=True) as admin:
        admin.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(sql.Identifier(MAL)))
    return svar


def _migrer(klynge: Mapping[str, Any]) -> None:
    miljoe = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "integrering.settings",
        "DATABASE_URL": dsn(klynge, MAL, "app"),
        "DATABASE_OWNER_URL": dsn(klynge, MAL, "eier"),
    }
    miljoe.pop("DEMO", None)
    svar = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--database", "eier", "--no-input", "--verbosity", "0"],
        cwd=Steder().rot, env=miljoe, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if svar.returncode:
        raise Oppstartsfeil(f"migrate feilet:\n{svar.stdout}{svar.stderr}")


def _valkey(mappe: Path, tilsyn: Tilsyn) -> dict[str, Any]:
    data = mappe / "valkey"
    data.mkdir()
    valkey = Valkey(data, passord=nye().valkey, varig=False)
    tilsyn.start(valkey.oppskrift())
    tilsyn.vent_til("valkey", valkey.svarer, frist=30)
    return {"port": valkey.port, "passord": valkey.passord}


def vert(mappe: Path) -> None:
    """Wait for wishes and fulfil each once, until stopped."""
    (mappe / "pid").mkdir()
    tilsyn = Tilsyn(Steder().rot, logg=mappe, pid=mappe / "pid", si=lambda _: None)
    oensker: dict[str, Callable[[Path, Tilsyn], dict[str, Any]]] = {"postgres": _postgres, "valkey": _valkey}
    try:
        while True:
            for hva in [h for h in oensker if (mappe / f"{h}.trengs").exists()]:
                start = oensker.pop(hva)
                try:
                    innhold, slag = json.dumps(start(mappe, tilsyn)), "json"
                except (Oppstartsfeil, OSError, psycopg.Error) as feil:
                    innhold, slag = str(feil), "feil"
                kladd = mappe / f"{hva}.kladd"
                kladd.touch(0o600)
                kladd.write_text(innhold)
                kladd.replace(mappe / f"{hva}.{slag}")
            time.sleep(0.03)
    except _Ferdig:
        pass
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        tilsyn.stopp(tuple(tilsyn.barn))
        shutil.rmtree(mappe, ignore_errors=True)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stopp)
    vert(Path(sys.argv[1]))
