"""The dated rule values that have a source: loaded once by a migration, kept by people afterwards."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from integrering.nir.rules.regelsett import Enhet, Regelrad, Regelsett, Regelstatus, Sammenligning, Styres


def kjente_regelverdier() -> list[dict[str, Any]]:
    """Return the values of `data/regelverk.toml`, as fields of a row."""
    tekst = files("integrering.nir").joinpath("data", "regelverk.toml").read_text(encoding="utf-8")
    tomt = {"gjelder_fra": None, "gjelder_til": None, "merknad": ""}
    return [tomt | rad for rad in tomllib.loads(tekst)["verdi"]]


def regelrad(felt: dict[str, Any]) -> Regelrad:
    """Return the row of rules made of a row's fields."""
    return Regelrad(
        **felt
        | {
            "enhet": Enhet(felt["enhet"]),
            "styres_av": Styres(felt["styres_av"]),
            "sammenligning": Sammenligning(felt["sammenligning"]),
            "status": Regelstatus(felt["status"]),
        }
    )


def regelsett_fra_fil() -> Regelsett:
    """Return the values as they came with the system."""
    return Regelsett.av(map(regelrad, kjente_regelverdier()))


def last_regelverdier(modell: Any, database: str) -> int:
    """Add the known versions that are not there, and return how many. What someone has changed since stays.

    Args:
        modell: the model of values, as the migration knows it.
        database: alias of the owner's connection.
    """
    rader = modell.objects.using(database)
    finnes = set(rader.values_list("kode", "verdi", "gjelder_fra"))
    nye = [r for r in kjente_regelverdier() if (r["kode"], r["verdi"], r["gjelder_fra"]) not in finnes]
    rader.bulk_create([modell(**r) for r in nye])
    return len(nye)
