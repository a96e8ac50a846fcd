"""Versions told as events: who did what, when and why, with before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir import tekster
from integrering.nir.faktatyper import Faktatype


@dataclass(frozen=True)
class Endring:
    """One field before and after."""

    ledetekst: str
    foer: str
    etter: str


@dataclass(frozen=True)
class Hendelse:
    """One version, as an event."""

    slag: Faktatype
    tittel: str
    tidspunkt: datetime
    hvem: str
    aarsak: str
    endringer: list[Endring] = field(default_factory=list)
    linjer: list[tekster.Linje] = field(default_factory=list)


def hendelser(
    versjoner: Iterable[tuple[Faktatype, ToKlokker]], slag: Faktatype | None = None
) -> list[Hendelse]:
    """Return the versions as events, newest first; of one kind when `slag` is given."""
    per_registrering: dict[UUID, list[ToKlokker]] = defaultdict(list)
    slag_for: dict[UUID, Faktatype] = {}
    for ett, rad in versjoner:
        if slag is None or ett == slag:
            per_registrering[rad.registrering_id].append(rad)
            slag_for[rad.registrering_id] = ett
    funnet = []
    for noekkel, rader in per_registrering.items():
        foer: ToKlokker | None = None
        for rad in sorted(rader, key=lambda r: (r.registrert, r.pk)):
            funnet.append(_hendelse(slag_for[noekkel], foer, rad))
            foer = rad
    return sorted(funnet, key=lambda h: h.tidspunkt, reverse=True)


def _hendelse(slag: Faktatype, foer: ToKlokker | None, rad: ToKlokker) -> Hendelse:
    hva = _("annullert") if rad.annullert else _("rettet") if foer or rad.aarsak else _("registrert")
    endringer = _endringer(slag, foer, rad) if foer and not rad.annullert else []
    return Hendelse(
        slag=slag,
        tittel=f"{capfirst(str(slag.navn))} {hva}",
        tidspunkt=rad.registrert,
        hvem=_("%(navn)s, %(virksomhet)s") % {"navn": rad.registrert_av, "virksomhet": rad.virksomhet},
        aarsak=rad.aarsak,
        endringer=endringer,
        linjer=[] if endringer else tekster.linjer(slag, rad),
    )


def _endringer(slag: Faktatype, foer: ToKlokker, etter: ToKlokker) -> list[Endring]:
    par = zip(tekster.linjer(slag, foer), tekster.linjer(slag, etter), strict=True)
    return [Endring(a.ledetekst, a.verdi, b.verdi) for a, b in par if a.verdi != b.verdi]
