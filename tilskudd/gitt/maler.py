"""Templates of calls: limits counties and IMDi have set, each with its source (tilskudd.md §§ 3.6, 3.7)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tilskudd.gitt.models import Kostnadsslag

# Criteria where the source names none: our proposal, to be changed by whoever makes the call.
_KRITERIER = [["Bidrar til målet med ordningen", 40], ["Gjennomførbart", 30], ["Samarbeid og deltakelse", 30]]
_DRIFT = ("drift", "utstyr")


@cache
def alle() -> dict[str, dict[str, Any]]:
    """Return code → the fields of the form."""
    fil = files("tilskudd.gitt").joinpath("data", "maler.toml")
    maler = tomllib.loads(fil.read_text(encoding="utf-8"))
    vanlig = {"dekker": [k for k in Kostnadsslag.values if k not in _DRIFT], "kriterier": _KRITERIER}
    return {kode: vanlig | mal | {"eksempel": True} for kode, mal in maler.items()}
