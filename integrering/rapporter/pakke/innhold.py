"""All versions of all registrations of a person, as the PDF and the workbook tell them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir import tekster
from integrering.nir.faktatyper import FAKTATYPER, GRUPPENAVN, Faktatype, slag_i
from integrering.nir.models import Person
from integrering.nir.queries.person import Mappe, hent_mappe


@dataclass(frozen=True)
class Versjon:
    """One version of one registration.

    Attributes:
        nr: the person's number in the pack; `slag` and `del_` the kind and its page.
        start: the day it is sorted by (valid time); `registrert` and `erstattet` the clock of the system.
        tilstand: whether it holds, was replaced, or says that the registration was wrong.
    """

    nr: int
    person: Person
    del_: str
    slag: str
    hjemmel: str
    registrering: UUID
    start: date
    linjer: tuple[tuple[str, str], ...]
    registrert: datetime
    erstattet: datetime | None
    tilstand: str
    aarsak: str
    hvem: str
    virksomhet: str

    @property
    def innhold(self) -> str:
        """The fields in one text."""
        return "; ".join(f"{ledetekst}: {verdi}" for ledetekst, verdi in self.linjer)


def les(person: Person, nr: int) -> list[Versjon]:
    """Return every version by page and kind, newest start first; of each registration the oldest first."""
    mappe = hent_mappe(person, tuple(FAKTATYPER.values()))
    return [v for gruppe in GRUPPENAVN for slag in slag_i(gruppe) for v in _av_slaget(mappe, slag, nr)]


def _av_slaget(mappe: Mappe, slag: Faktatype, nr: int) -> Iterator[Versjon]:
    rader = mappe.versjoner[slag.slug]
    siste = {rad.registrering_id: getattr(rad, slag.startfelt) for rad in rader}

    def orden(rad: ToKlokker) -> tuple[int, str, datetime, int]:
        return -siste[rad.registrering_id].toordinal(), str(rad.registrering_id), rad.registrert, rad.pk

    for rad in sorted(rader, key=orden):
        yield Versjon(
            nr=nr,
            person=mappe.person,
            del_=str(GRUPPENAVN[slag.gruppe]),
            slag=capfirst(str(slag.navn)),
            hjemmel=slag.hjemmel,
            registrering=rad.registrering_id,
            start=getattr(rad, slag.startfelt),
            linjer=tuple((linje.ledetekst, linje.verdi) for linje in tekster.linjer(slag, rad)),
            registrert=rad.registrert,
            erstattet=rad.erstattet,
            tilstand=_tilstand(rad),
            aarsak=rad.aarsak,
            hvem=str(rad.registrert_av),
            virksomhet=str(rad.virksomhet),
        )


def _tilstand(rad: ToKlokker) -> str:
    if rad.annullert:
        return _("Annullert")
    return _("Erstattet") if rad.erstattet else _("Gjelder")
