"""Persons by what was chosen in a list, or typed line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from integrering.grunnmur.lesing import les_uuid
from integrering.nir.models import Person
from integrering.nir.queries.soek import duf_i, kandidater

# No form takes more.
MAKS = 200


@dataclass(frozen=True)
class Linjefunn:
    """Who the lines name, in order; the lines nobody answers to, and those several do."""

    personer: list[Person]
    ukjente: list[str]
    flertydige: list[str]


def valgte_personer(noekler: Sequence[str]) -> list[Person]:
    """Return the persons with these keys that the one who asks sees, by name; at most `MAKS`."""
    lest = [n for tekst in noekler[:MAKS] if (n := les_uuid(tekst))]
    return list(Person.objects.filter(noekkel__in=lest).order_by("sortering", "pk")) if lest else []


def finn_i_linjer(linjer: Sequence[str]) -> Linjefunn:
    """Return the persons that the lines name: by DUF number (one query), by name or birth date (one each)."""
    linjer = linjer[:MAKS]
    numre = {linje: duf for linje in linjer if (duf := duf_i(linje))}
    etter_duf = {p.duf: p for p in Person.objects.filter(duf__in=numre.values())} if numre else {}
    treff = {linje: [] if linje in numre else kandidater(linje) for linje in linjer}
    etter_id = Person.objects.in_bulk([ider[0] for ider in treff.values() if len(ider) == 1])
    personer: list[Person] = []
    ukjente, flertydige = [], []
    for linje in linjer:
        ider = treff[linje]
        person = (
            etter_duf.get(numre[linje])
            if linje in numre
            else etter_id.get(ider[0])
            if len(ider) == 1
            else None
        )
        if person:
            personer.append(person)
        elif ider:
            flertydige.append(linje)
        else:
            ukjente.append(linje)
    return Linjefunn(list(dict.fromkeys(personer)), ukjente, flertydige)
