"""The words of the register that are known from sources: loaded once, then kept by people."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from django.utils import timezone

from integrering.utveksling.importering.rules import noekkelord


def rader() -> list[dict[str, Any]]:
    """Return the values of `data/koder.toml`, each with the field it stands in and its source."""
    tekst = (files("integrering.utveksling.registerlister") / "data" / "koder.toml").read_text("utf-8")
    return [
        {
            "felt": gruppe["felt"],
            "kilde": gruppe["kilde"],
            "verdi": v["verdi"],
            "lest": noekkelord(v["verdi"]),
            "koder": v["koder"],
            "tom": v.get("tom", False),
            "avklart": True,
            "endret": timezone.now(),
        }
        for gruppe in tomllib.loads(tekst)["kode"]
        for v in gruppe["verdier"]
    ]
