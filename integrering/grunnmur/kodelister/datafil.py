"""The codes that come with the program: `data/kodelister.toml` of the app that owns the lists.

    [moetetype]                       # name of the list
    fra = 2000-01-01                  # what holds for all codes; a code may say otherwise
    kilde = "egen"
    sikkerhet = "egen"
    koder = [{ kode = "team", nb = "Teammøte", nn = "Teammøte" }]

Loaded after each migration: new codes are added, and what no administrator has changed follows the file.
Nothing is ever removed. The order is that of the file, ten apart.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from integrering.grunnmur.kodelister.lesing import glem
from integrering.grunnmur.kodelister.register import Kodeliste, meld_inn
from integrering.grunnmur.models.kode import Kode

FIL = "data/kodelister.toml"
_FELTER = {
    "nb": "navn_nb", "nn": "navn_nn", "rekkefolge": "rekkefolge", "fra": "gyldig_fra", "til": "gyldig_til",
    "kilde": "kilde", "sikkerhet": "sikkerhet",
}  # fmt: skip
_eide: dict[str, tuple[Kodeliste, ...]] = {}


@dataclass(frozen=True)
class Lastet:
    """How many codes were added, and how many changed."""

    nye: int = 0
    endrede: int = 0


def registrer_kodelister(app: AppConfig, *lister: Kodeliste) -> None:
    """Make an app's lists known, and let their codes be loaded after each migration. Call it in `ready`."""
    meld_inn(*lister)
    _eide[app.label] = lister
    post_migrate.connect(_etter_migrering, sender=app)


def _etter_migrering(*, app_config: AppConfig, using: str, **_: Any) -> None:
    last_koder(les_fil(Path(app_config.path) / FIL, _eide[app_config.label]), using)


def les_fil(fil: Path, lister: Sequence[Kodeliste]) -> list[Kode]:
    """Return the codes of a data file. Raises ValueError, naming the list and the code, for what is wrong."""
    return list(koder_i(tomllib.loads(fil.read_text(encoding="utf-8")), lister))


def koder_i(innhold: Mapping[str, Any], lister: Sequence[Kodeliste]) -> Iterator[Kode]:
    """Yield the codes of a file's content, as the file delivers them."""
    if ukjente := set(innhold) ^ {liste.navn for liste in lister}:
        raise ValueError(f"kodelister: filen og appen har ikke de samme listene: {sorted(ukjente)}")
    for liste in lister:
        felles = dict(innhold[liste.navn])
        rader = felles.pop("koder")
        koder = [rad["kode"] for rad in rader]
        if mangler := set(liste.faste) - set(koder):
            raise ValueError(f"{liste.navn}: filen mangler faste koder: {sorted(mangler)}")
        if len(set(koder)) < len(koder):
            raise ValueError(f"{liste.navn}: en kode står to ganger")
        for nr, rad in enumerate(rader, start=1):
            yield _kode(liste, {"rekkefolge": nr * 10, "til": None} | felles | rad)


def _kode(liste: Kodeliste, rad: dict[str, Any]) -> Kode:
    kode = rad.pop("kode")
    if set(rad) != set(_FELTER):
        raise ValueError(f"{liste.navn} {kode}: feltene skal være {sorted(_FELTER)}, ikke {sorted(rad)}")
    felter = {_FELTER[navn]: verdi for navn, verdi in rad.items()}
    levert = {navn: _som_json(verdi) for navn, verdi in felter.items()}
    ny = Kode(liste=liste.navn, kode=kode, fast=kode in liste.faste, levert=levert, **felter)
    ny.clean_fields()
    return ny


def last_koder(koder: Sequence[Kode], database: str) -> Lastet:
    """Add the codes that are not there, and let the others follow the file where nobody has changed them.

    Args:
        koder: what the file delivers.
        database: alias of the owner's connection: only the owner makes and keeps fixed codes.
    """
    rader = Kode.objects.using(database)
    finnes = {(k.liste, k.kode): k for k in rader.filter(liste__in={k.liste for k in koder})}
    nye = [k for k in koder if (k.liste, k.kode) not in finnes]
    endrede = [f for k in koder if (f := finnes.get((k.liste, k.kode))) and _foelg(f, k)]
    rader.bulk_create(nye)
    rader.bulk_update(endrede, [*_FELTER.values(), "fast", "levert"])
    glem()
    return Lastet(len(nye), len(endrede))


def _foelg(finnes: Kode, levert: Kode) -> bool:
    """Take over what is delivered where the row is still what was delivered last. Say whether it changed."""
    if (finnes.levert, finnes.fast) == (levert.levert, levert.fast):
        return False
    for felt in _FELTER.values():
        urort = felt in finnes.levert and _som_json(getattr(finnes, felt)) == finnes.levert[felt]
        if urort:
            setattr(finnes, felt, getattr(levert, felt))
    finnes.levert, finnes.fast = levert.levert, levert.fast
    return True


def _som_json(verdi: Any) -> Any:
    return verdi.isoformat() if isinstance(verdi, date) else verdi
