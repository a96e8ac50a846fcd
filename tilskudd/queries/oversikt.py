"""What the overview and the front page show: the quarters, and what is next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from integrering.grunnmur.kvartal import Kvartal
from tilskudd.models import BOKFOERT, Kjoering, Kjoeringstilstand, Mottakersum
from tilskudd.rules.frister import VENTETID, vanlig_skjaeringstidspunkt

_HVEM = ("beregnet_av", "sendt_av", "godkjent_av", "utbetalt_av", "forkastet_av")


def kjoeringer() -> QuerySet[Kjoering]:
    """Return all runs with the people who moved them, newest first."""
    return Kjoering.objects.select_related(*_HVEM, "jobb").order_by("-kvartal", "-id")


def levende() -> QuerySet[Kjoering]:
    """Return the runs that are not rejected: at most one a quarter."""
    return kjoeringer().exclude(tilstand=Kjoeringstilstand.FORKASTET)


def siste_bokfoerte() -> Kjoering | None:
    """Return the latest approved or paid run."""
    return levende().filter(tilstand__in=BOKFOERT).first()


@dataclass
class Fordeling:
    """Kroner paid, by kind of recipient."""

    eget_fylke: int = 0
    andre_fylker: int = 0
    kommuner: int = 0

    @property
    def sum(self) -> int:
        """All together."""
        return self.eget_fylke + self.andre_fylker + self.kommuner


@dataclass(frozen=True)
class Kvartalsrad:
    """One run in the overview."""

    kjoering: Kjoering
    utbetales: Fordeling


def fordelinger(kjoering_ider: Iterable[int]) -> dict[int, Fordeling]:
    """Return what runs pay, by kind of recipient."""
    mitt = Q(mottaker__type="fylkeskommune", mottaker__nummer=settings.FYLKESNUMMER)
    rader = (
        Mottakersum.objects.filter(kjoering__in=list(kjoering_ider))
        .values("kjoering_id")
        .annotate(
            mitt=Sum("utbetales", filter=mitt, default=0),
            fylker=Sum("utbetales", filter=Q(mottaker__type="fylkeskommune"), default=0),
            kommuner=Sum("utbetales", filter=Q(mottaker__type="kommune"), default=0),
        )
    )
    return {
        r["kjoering_id"]: Fordeling(
            eget_fylke=r["mitt"], andre_fylker=r["fylker"] - r["mitt"], kommuner=r["kommuner"]
        )
        for r in rader
    }


def kvartalsrader() -> list[Kvartalsrad]:
    """Return the rows of the overview."""
    alle = list(kjoeringer())
    summer = fordelinger(k.pk for k in alle)
    return [Kvartalsrad(k, summer.get(k.pk, Fordeling())) for k in alle]


@dataclass(frozen=True)
class Neste:
    """The next quarter to calculate, in order, and from when that can be done."""

    kvartal: Kvartal
    kan_beregnes_fra: datetime
    naa: datetime = field(default_factory=timezone.now)

    @property
    def kan_beregnes(self) -> bool:
        """True from one hour after the end of the quarter."""
        return self.naa >= self.kan_beregnes_fra


def staar_naa() -> tuple[Kjoering | None, Neste]:
    """Return the run that is not finished, if any, and the next quarter. One query for both."""
    # at most one is unfinished, and nothing is calculated after it: it is among the two newest
    nyeste = list(levende()[:2])
    uferdig = next((k for k in nyeste if k.tilstand not in BOKFOERT), None)
    return uferdig, _neste(nyeste[0].kvartal if nyeste else None, timezone.now())


def neste_kvartal(naa: datetime | None = None) -> Neste:
    """Return the quarter after the latest living run; the last that has ended when there is none."""
    return _neste(levende().values_list("kvartal", flat=True).first(), naa or timezone.now())


def _neste(siste: Kvartal | None, naa: datetime) -> Neste:
    kvartal = siste.neste() if siste else Kvartal.for_instant(naa).forrige()
    return Neste(kvartal, vanlig_skjaeringstidspunkt(kvartal) + VENTETID, naa)
