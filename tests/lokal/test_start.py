"""The whole system started the way `make run` does it, in a copy of the checkout, and killed in every way."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
import redis

from integrering.lokal.nett import http_svar
from integrering.lokal.prosess_id import LINUX, PROC, kommandolinje
from integrering.lokal.steder import ROT, utenfor
from tests.klynge import dsn

pytestmark = [pytest.mark.start, pytest.mark.skipif(not LINUX, reason="leser /proc")]
UTELATT = shutil.ignore_patterns(".*", "tests", "benchmarks", "docs", "__pycache__")
# the whole schema is made, beside other tests that make theirs
FRIST = 240


@pytest.fixture
def kopi(tmp_path: Path) -> Iterator[Path]:
    """A checkout of its own, with a space in its name and a path longer than a unix socket's may be."""
    mappe = tmp_path / ("en lang sti " * 8) / "kopi"
    shutil.copytree(ROT, mappe, ignore=UTELATT)
    yield mappe
    for pid in etterlatte(mappe):
        with suppress(ProcessLookupError):  # gone by itself meanwhile
            os.kill(pid, signal.SIGKILL)
    shutil.rmtree(utenfor(mappe / ".lokal" / "postgres"), ignore_errors=True)


class Start:
    """One running `python -m integrering.lokal`."""

    def __init__(self, mappe: Path, **ekstra: str) -> None:
        """Start it; what it prints goes to a file."""
        self.mappe = mappe
        self.utskrift = mappe.parent / "utskrift.txt"
        miljoe = {
            n: v for n, v in os.environ.items() if not n.startswith(("DATABASE_", "REDIS_", "DJANGO_", "COV"))
        }
        miljoe |= {"DEMO": "0", "PORT": "18000", "PYTHONWARNINGS": "default", **ekstra}
        with self.utskrift.open("w") as ut:
            self.prosess = subprocess.Popen(
                [sys.executable, "-m", "integrering.lokal"],
                cwd=mappe, env=miljoe, stdout=ut, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip

    def vent(self) -> "Start":
        """Wait until it says that it is ready."""
        slutt = time.monotonic() + FRIST
        while "Klar på" not in self.tekst():
            assert self.prosess.poll() is None, self.tekst()
            assert time.monotonic() < slutt, self.tekst()
            time.sleep(0.05)
        return self

    def tekst(self) -> str:
        """Return what it has printed."""
        return self.utskrift.read_text()

    @property
    def port(self) -> int:
        """The web server's port."""
        treff = re.search(r"http://localhost:(\d+)/", self.tekst())
        assert treff
        return int(treff[1])

    def pid(self, navn: str) -> int:
        """Return a child's process number."""
        return int(json.loads((self.mappe / f".lokal/pid/{navn}.json").read_text())["pid"])

    def database(self) -> "psycopg.Connection[tuple[object, ...]]":
        """Connect as superuser."""
        hemmelig = json.loads((self.mappe / ".lokal/hemmeligheter.json").read_text())
        port = next(d for d in kommandolinje(self.pid("postgres")) if d.startswith("port=")).removeprefix(
            "port="
        )
        return psycopg.connect(
            host="127.0.0.1", port=port, user="postgres", password=hemmelig["postgres"], dbname="integrering"
        )

    def valkey(self) -> "redis.Redis":
        """Connect to the broker."""
        konf = (self.mappe / ".lokal/valkey/valkey.conf").read_text()
        verdi = dict(linje.split(" ", 1) for linje in konf.splitlines())
        return redis.Redis(host="127.0.0.1", port=int(verdi["port"]), password=verdi["requirepass"])

    def avbryt(self) -> float:
        """Press Ctrl-C; return the seconds it took to end."""
        startet = time.monotonic()
        os.killpg(self.prosess.pid, signal.SIGINT)
        assert self.prosess.wait(timeout=30) == 0
        return time.monotonic() - startet


def etterlatte(mappe: Path) -> list[int]:
    """Return living processes that work in the copy or name it."""
    ut = []
    for inngang in PROC.iterdir():
        if not inngang.name.isdigit() or int(inngang.name) == os.getpid():
            continue
        try:
            her = (inngang / "cwd").readlink().is_relative_to(mappe)
            if her or str(mappe) in (inngang / "cmdline").read_bytes().decode(errors="replace"):
                ut.append(int(inngang.name))
        except OSError:
            continue
    return ut


def vent_paa_svar(port: int) -> None:
    """Wait until the site answers again."""
    slutt = time.monotonic() + FRIST
    while http_svar(port, "/helse/klar/") != 200:
        assert time.monotonic() < slutt
        time.sleep(0.1)


def test_drept_tilsyn_starter_rent_igjen_og_mister_ingenting(kopi: Path) -> None:
    foerste = Start(kopi).vent()
    assert "Oppretter eller oppdaterer tabellene" in foerste.tekst()
    assert http_svar(foerste.port, "/helse/") == 200
    assert oct((kopi / ".lokal/hemmeligheter.json").stat().st_mode)[-3:] == "600"
    with foerste.database() as kobling:
        kobling.execute("CREATE TABLE proeve AS SELECT 42 AS svar")
    with foerste.valkey() as kobling_valkey:
        kobling_valkey.rpush("proevekoe", "melding")
    # the supervisor, the database and the broker at once: nobody gets to tidy up
    for pid in (foerste.prosess.pid, foerste.pid("postgres"), foerste.pid("valkey")):
        os.kill(pid, signal.SIGKILL)
    foerste.prosess.wait()

    andre = Start(kopi).vent()
    assert "tabellene" not in andre.tekst(), "migreringene er gjort og skal ikke kjøres igjen"
    with andre.database() as kobling:
        assert kobling.execute("SELECT svar FROM proeve").fetchone() == (42,)
    with andre.valkey() as kobling_valkey:
        assert kobling_valkey.lrange("proevekoe", 0, -1) == [b"melding"]
    _et_barn_som_faller_starter_igjen(andre)
    _bare_ett_tilsyn_faar_kjoere(andre)
    assert andre.avbryt() < 15
    assert etterlatte(kopi) == []


def _et_barn_som_faller_starter_igjen(start: Start) -> None:
    gammel = start.pid("web")
    os.kill(gammel, signal.SIGKILL)
    slutt = time.monotonic() + FRIST
    while start.pid("web") == gammel:
        assert time.monotonic() < slutt
        time.sleep(0.1)
    vent_paa_svar(start.port)


def _bare_ett_tilsyn_faar_kjoere(start: Start) -> None:
    til = subprocess.run(
        [sys.executable, "-m", "integrering.lokal"],
        cwd=start.mappe, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert til.returncode == 1
    assert f"kjører allerede i denne mappen (http://localhost:{start.port}/)" in til.stdout


def test_avbrutt_under_oppstart_etterlater_ingenting(kopi: Path) -> None:
    start = Start(kopi)
    slutt = time.monotonic() + FRIST
    while "tabellene" not in start.tekst():
        assert time.monotonic() < slutt
        time.sleep(0.02)
    start.avbryt()
    assert etterlatte(kopi) == []


def test_ekte_database_og_megler_gir_ingen_innebygde(
    kopi: Path, egen_database: str, klynge: dict[str, Any], valkey_url: str
) -> None:
    start = Start(
        kopi,
        DATABASE_URL=dsn(klynge, egen_database, "app"),
        DATABASE_OWNER_URL=dsn(klynge, egen_database, "eier"),
        REDIS_URL=valkey_url,
        DEMO="1",
    ).vent()
    assert {fil.stem for fil in (kopi / ".lokal/pid").iterdir()} == {"web", "worker", "beat"}
    assert not (kopi / ".lokal/postgres").exists()
    miljoe = (PROC / str(start.pid("web")) / "environ").read_bytes().split(b"\0")
    assert b"DEMO=0" in miljoe, "aldri demodata ved siden av en ekte database"
    start.avbryt()
    assert etterlatte(kopi) == []
