"""The calls that have a source: loaded once by a migration, kept by people afterwards."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

# The lists of conditions in the file, which are also the kinds of condition.
OMRAADER = ("maalgruppe", "vilkaar")


def kjente_utlysninger() -> list[dict[str, Any]]:
    """Return the calls of `data/utlysninger.toml`."""
    tekst = files("tilskudd.soekt").joinpath("data", "utlysninger.toml").read_text(encoding="utf-8")
    alle: list[dict[str, Any]] = tomllib.loads(tekst)["utlysning"]
    return alle


def last_utlysninger(apps: Any, database: str) -> int:
    """Add the known calls that are not there, with their conditions, and return how many.

    Args:
        apps: the models as the migration knows them.
        database: alias of the owner's connection.
    """
    ordninger = apps.get_model("ordninger", "Ordning").objects.using(database)
    utlysninger = apps.get_model("soekt", "Utlysning").objects.using(database)
    vilkaar = apps.get_model("soekt", "Vilkaar").objects.using(database)
    nye = 0
    for rad in kjente_utlysninger():
        felt = {navn: verdi for navn, verdi in rad.items() if navn not in OMRAADER}
        felt["ordning_id"] = ordninger.get(kode=felt.pop("ordning")).pk
        noekkel = {navn: felt.pop(navn) for navn in ("ordning_id", "aar", "navn")}
        utlysning, ny = utlysninger.get_or_create(**noekkel, defaults=felt)
        if ny:
            nye += 1
            for omraade in OMRAADER:
                for nr, tekst in enumerate(rad[omraade], 1):
                    vilkaar.create(utlysning=utlysning, omraade=omraade, nr=nr, tekst=tekst)
    return nye
