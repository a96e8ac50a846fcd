"""The migrated cluster, kept between test runs: making it takes longer than most tests.

It lies in `.cache/testmal/<hash>`, where the hash is of everything that makes it: migrations and what they
import, SQL, data files, models, packages. A fresh checkout makes it anew; an edit that could change it, too.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from integrering.lokal.steder import Steder

ROT = Steder().rot
LAGER = ROT / ".cache" / "testmal"
BEHOLD = 6
_PAKKER = ("integrering", "tilskudd", "opplaering", "regionalt", "bosetting", "karriere")
_MAPPER = ("migrations", "sql", "data", "models", "grunnmur", "lokal")
_FILER = ("models.py", "apps.py", "kodelister.py", "faktatyper.py", "settings.py", "roller.py")
_IMPORT = re.compile(r"^from ([a-z_.]+) import", re.MULTILINE)


def noekkel() -> str:
    """Return the hash of what the migrated cluster is made from."""
    sum_ = hashlib.sha256(f"{sys.version}{__doc__}".encode())
    for fil in sorted({*_kilder(), ROT / "requirements.lock", Path(__file__)}):
        sum_.update(str(fil.relative_to(ROT)).encode())
        sum_.update(fil.read_bytes())
    return sum_.hexdigest()[:24]


def hent(til: Path, noekkelen: str) -> dict[str, Any] | None:
    """Copy the kept cluster to a folder; return the particulars it was kept with, or None."""
    kilde = LAGER / noekkelen
    if not kilde.is_dir():
        return None
    kilde.touch()
    shutil.copytree(kilde / "postgres", til)
    innhold: dict[str, Any] = json.loads((kilde / "innhold.json").read_text())
    return innhold


def behold(fra: Path, innhold: dict[str, Any], noekkelen: str) -> None:
    """Keep a stopped cluster for the next run, whole or not at all; let the oldest go.

    The key is from before it was made. Where the files have changed since, nobody knows what it is made of.
    """
    if noekkel() != noekkelen:
        return
    LAGER.mkdir(parents=True, exist_ok=True)
    LAGER.chmod(0o700)
    kladd = Path(tempfile.mkdtemp(dir=LAGER, prefix="kladd-"))
    shutil.copytree(fra, kladd / "postgres")
    (kladd / "innhold.json").write_text(json.dumps(innhold))
    try:
        kladd.rename(LAGER / noekkelen)
    except OSError:  # another run kept the same
        shutil.rmtree(kladd, ignore_errors=True)
    gamle = sorted(LAGER.iterdir(), key=lambda mappe: mappe.stat().st_mtime, reverse=True)[BEHOLD:]
    for mappe in gamle:
        shutil.rmtree(mappe, ignore_errors=True)


def _kilder() -> Iterator[Path]:
    for pakke in _PAKKER:
        for fil in (ROT / pakke).rglob("*"):
            if fil.suffix not in (".py", ".sql", ".toml", ".json"):
                continue
            mapper = fil.relative_to(ROT).parts[:-1]
            if fil.name in _FILER or any(del_ in _MAPPER for del_ in mapper):
                yield fil
                if "migrations" in mapper:
                    yield from _importert(fil)


def _importert(migrering: Path) -> Iterator[Path]:
    """Yield the modules of ours that a migration imports."""
    for navn in _IMPORT.findall(migrering.read_text(encoding="utf-8")):
        modul = ROT / navn.replace(".", "/")
        for fil in (modul.with_suffix(".py"), modul / "__init__.py"):
            if fil.exists():
                yield fil
