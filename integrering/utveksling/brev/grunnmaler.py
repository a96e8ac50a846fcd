"""The templates that come with the system (`data/grunnmaler.toml`), in both languages."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

FRA = date(2026, 1, 1)
_FELT = ("overskrift", "konklusjon", "tekst", "hjemmel")


def les_grunnmaler() -> dict[str, dict[str, Any]]:
    """Return code → purpose, recipient and texts."""
    fil = files("integrering.utveksling.brev").joinpath("data", "grunnmaler.toml")
    return tomllib.loads(fil.read_text(encoding="utf-8"))


def legg_inn(mal: Any, malversjon: Any, database: str) -> None:
    """Insert the templates that are not there; `mal` and `malversjon` are the models in a migration."""
    for kode, innhold in les_grunnmaler().items():
        rad, ny = mal.objects.using(database).get_or_create(
            kode=kode, defaults={"formaal": innhold["formaal"], "mottakerslag": innhold["mottakerslag"]}
        )
        if ny:
            tekster = {f"{felt}_{s}": innhold[s][felt].strip() for felt in _FELT for s in ("nb", "nn")}
            malversjon.objects.using(database).create(mal=rad, nummer=1, gyldig_fra=FRA, **tekster)
