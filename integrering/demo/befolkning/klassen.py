"""Those whose last months of hours a class has: left to whoever writes the hours of a class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from integrering.demo.befolkning.lag import Person
from integrering.demo.befolkning.rader import Versjon
from integrering.grunnmur.datoer import pluss_maaneder

KOMMUNE, ANTALL, MAANEDER = "5001", 30, 4
_TIMER = "nir_opplaeringstimer"


def uten_klassens_timer(personer: Sequence[Person], i_dag: date) -> list[Person]:
    """Return the persons; the first by name in one municipality without the hours of the last months."""
    deltakere = sorted((navn, p.duf) for p in personer if (navn := _navn(p)))[:ANTALL]
    dufer, fra = {duf for _navn, duf in deltakere}, pluss_maaneder(i_dag.replace(day=1), -MAANEDER)
    return [replace(p, versjoner=tuple(_til(p.versjoner, fra))) if p.duf in dufer else p for p in personer]


def _navn(person: Person) -> tuple[str, str] | None:
    """Return last and first name of one who lives or has lived in the municipality; None for others."""
    bor = any(v.tabell == "nir_bosted" and v.verdier[0] == KOMMUNE for v in person.versjoner)
    navn = [(v.verdier[1], v.verdier[0]) for v in person.versjoner if v.tabell == "nir_personopplysning"]
    return navn[-1] if bor and navn else None


def _til(versjoner: Iterable[Versjon], fra: date) -> Iterable[Versjon]:
    return (v for v in versjoner if v.tabell != _TIMER or v.verdier[1] < fra)
