"""Counties and municipalities from `data/virksomheter.csv` (sources in `data/KILDER.md`)."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files
from typing import Any


def les_virksomheter() -> list[dict[str, str]]:
    """Return the rows of the file, counties first."""
    tekst = files("integrering.tilgang").joinpath("data", "virksomheter.csv").read_text(encoding="utf-8")
    rader = list(csv.DictReader(tekst.splitlines(), delimiter=";"))
    return sorted(rader, key=lambda rad: (rad["type"] != "fylkeskommune", rad["nummer"]))


def last_virksomheter(modell: Any, database: str) -> None:
    """Insert or update every row; `modell` is Virksomhet, or its historical form in a migration."""
    fylker: dict[str, Any] = {}
    for rad in les_virksomheter():
        er_fylke = rad["type"] == "fylkeskommune"
        virksomhet, _ = modell.objects.using(database).update_or_create(
            type=rad["type"],
            nummer=rad["nummer"],
            defaults={
                "navn": rad["navn"],
                "navn_andre": rad["navn_andre"],
                "overordnet": None if er_fylke else fylker[rad["fylkesnummer"]],
                "maalform": rad["maalform"],
                "maalform_status": rad["maalform_status"],
                "innbyggere": int(rad["innbyggere"]) if rad["innbyggere"] else None,
                "innbyggere_per": date.fromisoformat(rad["innbyggere_per"])
                if rad["innbyggere_per"]
                else None,
            },
        )
        if er_fylke:
            fylker[rad["nummer"]] = virksomhet
