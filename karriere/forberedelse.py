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


def kartleggingen_raa(person: Person) -> Registrerte:
    """Return what is registered of the mapping (one query)."""
    slagene = [FAKTATYPER[slug] for slug in _SLAG]
    return registrerte([person.pk], slag=slagene).get(person.pk, Registrerte())


def kartleggingen(person: Person) -> list[Del]:
    """Return the parts of the mapping as they are registered now, for people (one query)."""
    r = kartleggingen_raa(person)
    slagene = [FAKTATYPER[slug] for slug in _SLAG]
    return [Del(capfirst(str(s.navn)), [_linjer(s, rad) for rad in r.av(s.slug)]) for s in slagene]


def har_vgs(person: Person) -> bool | None:
    """Return whether the person has education at upper secondary level; None while it is not registered."""
    rad = kartleggingen_raa(person).siste("utdanningsbakgrunn")
    return bool(rad.verdier["vgs_nivaa"]) if rad else None


def linjene(r: Registrerte, slug: str) -> list[str]:
    """Return the registrations of a kind, one line each."""
    slag = FAKTATYPER[slug]
    return [", ".join(f"{navn}: {verdi}" for navn, verdi in _linjer(slag, rad)) for rad in r.av(slug)]


def _linjer(slag: Faktatype, rad: Registrert) -> list[tuple[str, str]]:
    verdier = {slag.startfelt: rad.start, **rad.verdier}
    return [(linje.ledetekst, _skrevet(linje)) for linje in tekster.linjer(slag, verdier)]


def _skrevet(linje: tekster.Linje) -> str:
    """Return the value; a language by its name."""
    return spraaknavn(linje.verdi) if linje.felt in _SPRAAKFELT else linje.verdi
