"""The parts that others made and that are served from here, with their licences (from the vendor lock)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.templatetags.static import static


@dataclass(frozen=True)
class Del:
    """A part: name, version, licence, and where its licence text lies."""

    navn: str
    versjon: str
    lisens: str
    lisensfil: str


@cache
def deler() -> tuple[Del, ...]:
    """Return the vendored parts in the order of the lock."""
    laas = json.loads((settings.BASE_DIR / "static" / "vendor" / "vendor.lock.json").read_text("utf-8"))
    return tuple(Del(p["navn"], p["versjon"], p["lisens"], _lisensfil(p["filer"])) for p in laas["pakker"])


def _lisensfil(filer: dict[str, str]) -> str:
    fil = next((f for f in filer if f.endswith("/LICENSE")), "")
    return static(fil.removeprefix("static/")) if fil else ""
