"""One person: all versions of all facts, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import chain
from uuid import UUID

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.faktatyper import BOSTED, FAKTATYPER, OPPLYSNINGER, STANS, VEDTAK, VGO, Faktatype
from integrering.nir.models import Bosted, FulltidVgo, Person, Personopplysning, Stans, Vedtak
from integrering.nir.rules.situasjon import Opplysning, PeriodeVersjon, Situasjon, VedtakVersjon

# What the situation is made of.
SITUASJON = (OPPLYSNINGER, BOSTED, VEDTAK, VGO)
_MED = {
    BOSTED.slug: ("kommune",),
    VGO.slug: ("fylke",),
}


def finn_person(noekkel: UUID) -> Person | None:
    """Return the person by the id of addresses, if the one who asks can see them."""
    return Person.objects.select_related("kommune").filter(noekkel=noekkel).first()


@dataclass(frozen=True)
class Mappe:
    """All versions of a person's facts, oldest first, by kind."""

    person: Person
    versjoner: dict[str, list[ToKlokker]]

    def gjeldende(self, slag: Faktatype) -> list[ToKlokker]:
        """Return the facts of a kind that hold now, newest first by their own dates."""
        rader = [r for r in self.versjoner[slag.slug] if gjelder(r)]
        return sorted(rader, key=lambda r: getattr(r, slag.startfelt), reverse=True)

    def slik_det_var(self, slag: Faktatype, instant: datetime) -> list[ToKlokker]:
        """Return the facts of a kind as the system held them at the instant."""
        return [r for r in self.versjoner[slag.slug] if synlig(r, instant)]

    def alle(self) -> Iterable[tuple[Faktatype, ToKlokker]]:
        """Return every version with its kind."""
        return chain.from_iterable(
            ((FAKTATYPER[slug], rad) for rad in rader) for slug, rader in self.versjoner.items()
        )

    @cached_property
    def opplysning(self) -> Personopplysning | None:
        """The details that hold now."""
        rader = [r for r in self.gjeldende(OPPLYSNINGER) if isinstance(r, Personopplysning)]
        return rader[0] if rader else None

    @cached_property
    def bosteder(self) -> list[Bosted]:
        """Where the person lives and has lived."""
        return [r for r in self.gjeldende(BOSTED) if isinstance(r, Bosted)]

    @cached_property
    def vedtak(self) -> list[Vedtak]:
        """The decisions."""
        return [r for r in self.gjeldende(VEDTAK) if isinstance(r, Vedtak)]

    @cached_property
    def perioder(self) -> list[FulltidVgo]:
        """The periods of upper secondary."""
        return [r for r in self.gjeldende(VGO) if isinstance(r, FulltidVgo)]

    @cached_property
    def stanser(self) -> list[Stans]:
        """The stops."""
        return [r for r in self.gjeldende(STANS) if isinstance(r, Stans)]

    @cached_property
    def situasjon(self) -> Situasjon:
        """The same as values for the rules."""
        return Situasjon(
            opplysning=som_opplysning(self.opplysning) if self.opplysning else None,
            foerste_bosted=min((b.fra for b in self.bosteder), default=None),
            vedtak=tuple(som_vedtak(v) for v in self.versjoner[VEDTAK.slug] if isinstance(v, Vedtak)),
            perioder=tuple(som_periode(v) for v in self.versjoner[VGO.slug] if isinstance(v, FulltidVgo)),
        )


def hent_mappe(person: Person, slag: Sequence[Faktatype]) -> Mappe:
    """Return all versions of the person's facts of these kinds, and of what the situation is made of.

    One query a kind: a page asks for what it shows.
    """
    versjoner: dict[str, list[ToKlokker]] = defaultdict(list)
    for ett in dict.fromkeys((*SITUASJON, *slag)):
        versjoner[ett.slug] = list(
            ett.rader.filter(person=person)
            .select_related("registrert_av", "virksomhet", *_MED.get(ett.slug, ()))
            .order_by("registrert", "id")
        )
    return Mappe(person, versjoner)


def gjelder(rad: ToKlokker) -> bool:
    """Return True for the version that holds now."""
    return rad.erstattet is None and not rad.annullert


def synlig(rad: ToKlokker, instant: datetime) -> bool:
    """Return True when the system held the version to be true at the instant."""
    return (
        not rad.annullert and rad.registrert <= instant and (rad.erstattet is None or instant < rad.erstattet)
    )


def som_opplysning(rad: Personopplysning) -> Opplysning:
    """Return the details as a value."""
    return Opplysning(
        foedselsdato=rad.foedselsdato,
        tillatelse=rad.tillatelse,
        tillatelse_dato=rad.tillatelse_dato,
        landgruppe=rad.landgruppe,
    )


def som_vedtak(rad: Vedtak) -> VedtakVersjon:
    """Return a version of a vedtak as a value."""
    return VedtakVersjon(
        registrering=rad.registrering_id,
        registrert=rad.registrert,
        gjelder=gjelder(rad),
        annullert=rad.annullert,
        startdato=rad.startdato,
    )


def som_periode(rad: FulltidVgo) -> PeriodeVersjon:
    """Return a version of a period as a value."""
    return PeriodeVersjon(
        registrering=rad.registrering_id,
        registrert=rad.registrert,
        gjelder=gjelder(rad),
        annullert=rad.annullert,
        fra=rad.fra,
        til=rad.til,
        timer_per_uke=rad.timer_per_uke,
        kombinasjonsklasse=rad.kombinasjonsklasse,
        hovedansvar_fylke=rad.hovedansvar_fylke,
    )
