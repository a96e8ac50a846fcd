"""A person's facts: all versions, with who registered them, and as the values the rules reason about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir import models as nir
from integrering.nir.faktatyper import STANS, VEDTAK
from tilskudd.models import Linje
from tilskudd.rules import fakta as regler

_HVEM = ("registrert_av", "virksomhet")


@dataclass(frozen=True)
class Versjoner:
    """All versions of one person's facts as rows, each kind by valid time and then by registration."""

    personopplysninger: tuple[nir.Personopplysning, ...]
    bosteder: tuple[nir.Bosted, ...]
    vedtak: tuple[nir.Vedtak, ...]
    vgo: tuple[nir.FulltidVgo, ...]
    stans: tuple[nir.Stans, ...]

    def __iter__(self) -> Iterator[ToKlokker]:
        """Give all versions, kind by kind."""
        for felt in fields(self):
            yield from getattr(self, felt.name)

    def som_fakta(self) -> regler.Fakta:
        """Return the values the rules take."""
        return regler.Fakta(
            personopplysninger=tuple(_personopplysning(p) for p in self.personopplysninger),
            bosteder=tuple(_bosted(b) for b in self.bosteder),
            vedtak=tuple(_vedtak(v) for v in self.vedtak),
            vgo=tuple(_vgo(p) for p in self.vgo),
            stans=tuple(_stans(s) for s in self.stans),
        )

    def grunnlag(self, linje: Linje) -> list[ToKlokker]:
        """Return the versions a line stands on. A version never changes: this is what the run saw."""
        bosted, vgo = set(linje.bosted_ider), set(linje.vgo_ider)
        return [
            *(p for p in self.personopplysninger if p.pk == linje.personopplysning_id),
            *(b for b in self.bosteder if b.pk in bosted),
            *(v for v in self.vedtak if v.pk == linje.vedtak_id),
            *(p for p in self.vgo if p.pk in vgo),
            *(s for s in self.stans if s.pk == linje.stans_id),
        ]

    def nytt_mellom(self, etter: datetime, til: datetime) -> list[ToKlokker]:
        """Return the versions that the system came to know in the interval `(etter, til]`, oldest first."""
        nye = [v for v in self if etter < v.registrert <= til]
        return sorted(nye, key=lambda v: v.registrert)


def versjoner_for(person_id: int) -> Versjoner:
    """Return all versions of a person's facts. Five queries."""
    return Versjoner(
        personopplysninger=tuple(
            nir.Personopplysning.objects.filter(person=person_id)
            .select_related(*_HVEM)
            .order_by("registrert", "pk")
        ),
        bosteder=tuple(
            nir.Bosted.objects.filter(person=person_id)
            .select_related(*_HVEM, "kommune")
            .order_by("fra", "registrert", "pk")
        ),
        vedtak=tuple(
            VEDTAK.rader.filter(person=person_id)
            .select_related(*_HVEM)
            .order_by("startdato", "registrert", "pk")
        ),
        vgo=tuple(
            nir.FulltidVgo.objects.filter(person=person_id)
            .select_related(*_HVEM, "fylke")
            .order_by("fra", "registrert", "pk")
        ),
        stans=tuple(
            STANS.rader.filter(person=person_id).select_related(*_HVEM).order_by("fra", "registrert", "pk")
        ),
    )


def _klokker(rad: ToKlokker) -> dict[str, object]:
    return {
        "id": rad.pk,
        "registrering": str(rad.registrering_id),
        "registrert": rad.registrert,
        "erstattet": rad.erstattet,
        "annullert": rad.annullert,
    }


def _personopplysning(p: nir.Personopplysning) -> regler.Personopplysning:
    return regler.Personopplysning(
        **_klokker(p),  # type: ignore[arg-type]
        foedselsdato=p.foedselsdato,
        tillatelse=p.tillatelse,
        tillatelse_dato=p.tillatelse_dato,
        landgruppe=p.landgruppe,
    )


def _bosted(b: nir.Bosted) -> regler.Bosted:
    return regler.Bosted(**_klokker(b), kommune=b.kommune_id, fra=b.fra, til=b.til)  # type: ignore[arg-type]


def _vedtak(v: nir.Vedtak) -> regler.Vedtak:
    return regler.Vedtak(
        **_klokker(v),  # type: ignore[arg-type]
        startdato=v.startdato,
        ordning=v.ordning,
        vedtakstype=v.vedtakstype,
    )


def _vgo(p: nir.FulltidVgo) -> regler.FulltidVgo:
    return regler.FulltidVgo(
        **_klokker(p),  # type: ignore[arg-type]
        fylke=p.fylke_id,
        fra=p.fra,
        til=p.til,
        timer_per_uke=p.timer_per_uke,
        kombinasjonsklasse=p.kombinasjonsklasse,
        hovedansvar_fylke=p.hovedansvar_fylke,
    )


def _stans(s: nir.Stans) -> regler.Stans:
    return regler.Stans(**_klokker(s), fra=s.fra, varighet=s.varighet, ordning=s.ordning)  # type: ignore[arg-type]
