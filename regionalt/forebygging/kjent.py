"""The services and plans that come with the system: loaded by migrations, kept by people afterwards."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def kjente(slag: str) -> list[dict[str, Any]]:
    """Return the rows of a kind in `data/kjent.toml`: «tjeneste» or «plan»."""
    tekst = files("regionalt.forebygging").joinpath("data", "kjent.toml").read_text(encoding="utf-8")
    rader: list[dict[str, Any]] = tomllib.loads(tekst)[slag]
    return rader


def last(modell: Any, slag: str, database: str) -> None:
    """Add the known rows.

    Args:
        modell: the model, as the migration knows it.
        database: alias of the owner's connection.
    """
    modell.objects.using(database).bulk_create(modell(**rad) for rad in kjente(slag))
