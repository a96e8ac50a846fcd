"""The rates that have a source: loaded once by a migration, kept by people afterwards."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any


def kjente_satser() -> list[dict[str, Any]]:
    """Return the rates of `data/satser.csv`, as fields of a rate."""
    tekst = files("tilskudd").joinpath("data", "satser.csv").read_text(encoding="utf-8")
    return [
        {**rad, **{felt: int(rad[felt]) for felt in ("aar_nr", "budsjettaar", "beloep")}}
        for rad in csv.DictReader(tekst.splitlines(), delimiter=";")
    ]


def last_satser(modell: Any, database: str) -> int:
    """Add the known rates that are not there, and return how many. What someone has changed since stays.

    Args:
        modell: the model of rates, as the migration knows it.
        database: alias of the owner's connection.
    """
    nye = 0
    for rad in kjente_satser():
        noekkel = {felt: rad[felt] for felt in ("ordning", "aar_nr", "landgruppe", "budsjettaar")}
        finnes = modell.objects.using(database).filter(**noekkel).exclude(status="eksempel").exists()
        if not finnes:
            modell.objects.using(database).create(**rad)
            nye += 1
    return nye
