"""Lets `manage.py` find the services that `make run` has started, in a file only the owner reads."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from integrering.lokal.steder import Steder


def _fil(steder: Steder) -> Path:
    return steder.lokal / "miljoe.json"


def skriv(steder: Steder, miljoe: Mapping[str, str]) -> None:
    """Write the addresses and keys (mode 0600)."""
    fil = _fil(steder)
    fil.unlink(missing_ok=True)
    deskriptor = os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(deskriptor, "w") as ut:
        json.dump(dict(miljoe), ut)


def slett(steder: Steder) -> None:
    """Forget them: the services are stopped."""
    _fil(steder).unlink(missing_ok=True)


def ta_i_bruk(steder: Steder | None = None) -> bool:
    """Use the running services unless the environment names a database; True when they were taken."""
    if os.environ.get("DATABASE_URL"):
        return False
    try:
        verdier: dict[str, str] = json.loads(_fil(steder or Steder()).read_text())
    except (OSError, ValueError):
        return False
    for navn, verdi in verdier.items():
        os.environ.setdefault(navn, verdi)
    return True
