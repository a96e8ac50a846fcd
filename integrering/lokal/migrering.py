"""When `manage.py migrate` can be skipped: starting Django only to learn that nothing is new takes time."""

import hashlib
from importlib import metadata
from pathlib import Path

UTENOM = {".venv", ".bootstrap", ".lokal", ".git", "node_modules"}


def fingeravtrykk(rot: Path) -> str:
    """Return a digest of all that migrations depend on: files, SQL, seed data, installed packages."""
    sum_ = hashlib.sha256()
    for fil in sorted(_filer(rot)):
        sum_.update(str(fil.relative_to(rot)).encode() + b"\0" + fil.read_bytes() + b"\0")
    pakker = {f"{d.metadata['Name']}=={d.version}" for d in metadata.distributions()}
    sum_.update("\n".join(sorted(pakker)).encode())
    return f"migrert:{sum_.hexdigest()[:32]}"


def _filer(rot: Path) -> list[Path]:
    """Return migrations, `sql/` and `data/` of the apps."""
    return [
        fil
        for topp in rot.iterdir()
        if topp.is_dir() and topp.name not in UTENOM and (topp / "__init__.py").exists()
        for fil in topp.rglob("*")
        if fil.parent.name in {"migrations", "sql", "data"} and fil.is_file() and fil.suffix != ".pyc"
    ]
