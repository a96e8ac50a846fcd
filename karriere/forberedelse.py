"""What is known before the talk: what the municipality has registered of education, languages and wishes."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst

from integrering.nir import tekster
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Person
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.rules.registrert import Registrert, Registrerte
from karriere.spraak import spraaknavn

# Forskriften § 47 first paragraph, in the order it is read.
_SLAG = ("kompetansekartlegging", "kompetanse", "utdanningsbakgrunn", "spraakferdighet")
_SPRAAKFELT = ("morsmaal", "tolkespraak", "spraak")


@dataclass(frozen=True)
class Del:
    """A part of the mapping: what it is called, and what is registered (nothing: missing)."""

    tittel: str
    rader: list[list[tuple[str, str]]]


def kartleggingen(person: Person) -> list[Del]:
    """Return the parts of the mapping as they are registered now (one query)."""
    slagene = [FAKTATYPER[slug] for slug in _SLAG]
    r = registrerte([person.pk], slag=slagene).get(person.pk, Registrerte())
    return [
        Del(capfirst(str(slag.navn)), [_linjer(slag, rad) for rad in r.av(slag.slug)]) for slag in slagene
    ]


def _linjer(slag: Faktatype, rad: Registrert) -> list[tuple[str, str]]:
    verdier = {slag.startfelt: rad.start, **rad.verdier}
    return [(linje.ledetekst, _skrevet(linje)) for linje in tekster.linjer(slag, verdier)]


def _skrevet(linje: tekster.Linje) -> str:
    """Return the value; a language by its name."""
    return spraaknavn(linje.verdi) if linje.felt in _SPRAAKFELT else linje.verdi
