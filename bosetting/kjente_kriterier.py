"""The criteria that are known of earlier years, in our own words, and a suggestion of weights.

No source gives the weights of single criteria, so none are put in. The suggestion is our own, and shown so.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bosetting.kodeverk import Sikkerhet

# Our own start for a set like those of 2024 and 2026; the county decides.
VEKTFORSLAG: tuple[tuple[str | Promise, Decimal], ...] = (
    (_("Arbeid i regionen"), Decimal("0.20")),
    (_("Tjenester og kapasitet"), Decimal("0.15")),
    (_("Utdanning i regionen"), Decimal("0.10")),
    (_("Resultat av introduksjonsprogrammet"), Decimal("0.05")),
)


@dataclass(frozen=True)
class Kjent:
    """A criterion of an earlier year, with where it is read and when that was."""

    navn: str
    tekst: str
    stoerst_vekt: bool
    indikatorer: list[str]
    motsatt: bool
    kilde: str
    kilde_url: str
    hentet: date
    sikkerhet: Sikkerhet


@cache
def _alle() -> dict[str, Any]:
    return tomllib.loads(files("bosetting").joinpath("data", "kriterier.toml").read_text(encoding="utf-8"))


def kjente(aar: int) -> list[Kjent]:
    """Return the criteria of a year, in their order; none when the year is unknown."""
    funnet = _alle()["aar"].get(str(aar))
    if funnet is None:
        return []
    kilde = {
        "kilde": funnet["kilde"],
        "kilde_url": funnet["url"],
        "hentet": _alle()["hentet"],
        "sikkerhet": Sikkerhet(funnet.get("sikkerhet", "kilde")),
    }
    return [
        Kjent(
            navn=k["navn"],
            tekst=k["tekst"],
            stoerst_vekt=k.get("stoerst_vekt", False),
            indikatorer=k.get("indikatorer", []),
            motsatt=k.get("motsatt", False),
            **kilde,
        )
        for k in funnet["kriterium"]
    ]
