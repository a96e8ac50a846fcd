"""Passwords and keys of the local installation, made once and kept so that data and sessions survive."""

import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Hemmeligheter:
    """One generated secret per service."""

    postgres: str
    eier: str
    app: str
    valkey: str
    django: str


def nye() -> Hemmeligheter:
    """Return fresh secrets (letters, digits, - and _: safe in an address)."""
    return Hemmeligheter(*(secrets.token_urlsafe(36) for _ in fields(Hemmeligheter)))


def les_eller_lag(fil: Path) -> Hemmeligheter:
    """Return the secrets kept in `fil`, or make them (mode 0600, written whole or not at all)."""
    if fil.exists():
        return Hemmeligheter(**json.loads(fil.read_text()))
    verdier = nye()
    midlertidig = fil.with_suffix(".ny")
    midlertidig.unlink(missing_ok=True)
    deskriptor = os.open(midlertidig, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(deskriptor, "w") as ut:
        json.dump(asdict(verdier), ut, indent=1)
        ut.flush()
        os.fsync(ut.fileno())
    midlertidig.replace(fil)
    return verdier
