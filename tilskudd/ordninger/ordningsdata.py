"""The schemes that come with the system: loaded by a migration, kept by people afterwards."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def kjente_ordninger() -> list[dict[str, str]]:
    """Return the schemes of `data/ordninger.toml`, as fields of a scheme."""
    tekst = files("tilskudd.ordninger").joinpath("data", "ordninger.toml").read_text(encoding="utf-8")
    alle: list[dict[str, str]] = tomllib.loads(tekst)["ordning"]
    return alle


def last_ordninger(modell: Any, database: str) -> int:
    """Add the known schemes, renew those nobody has touched, and return how many were new.

    Args:
        modell: the model of schemes, as the migration knows it.
        database: alias of the owner's connection.
    """
    nye = 0
    for rad in kjente_ordninger():
        alle = modell.objects.using(database).filter(kode=rad["kode"])
        if not alle.exists():
            modell.objects.using(database).create(**rad)
            nye += 1
        else:
            # the first version without a name behind it is as it was loaded
            alle.filter(versjon=1, endret_av=None).update(**rad)
    return nye
