"""The statement to a municipality: what its registrations released, its own share, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db.models import Count, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.meldinger.models import Mottak
from tilskudd.models import Kjoering, Linje, Linjetypevalg, Mottakersum
from tilskudd.oversiktstall import Bidragsrad, kommunebidrag
from tilskudd.queries.fylkets_del import utloest
from tilskudd.queries.kontrollsum import krev_kontrollsum
from tilskudd.queries.uskjermet import uskjermet
from tilskudd.tekster import ordningsnavn

_NAVNEROM = UUID("6a0f5a0e-2f7b-4f0e-9a57-0c2f6f6f3c11")


@dataclass(frozen=True)
class Post:
    """A row of the statement. Without a count: protected persons, or a sum that is not of persons."""

    tekst: str
    beloep: int
    personer: int | None = None


@dataclass(frozen=True)
class Bidrag:
    """What an app above adds, under its heading; `tomt` is said when there is nothing."""

    tittel: str | Promise
    rader: Sequence[Bidragsrad]
    tomt: str | Promise


@dataclass(frozen=True)
class Kommuneoppgave:
    """All that is said to one municipality about one run. The same whoever makes it."""

    kjoering: Kjoering
    kommune: Virksomhet
    utloest: tuple[Post, ...]
    egen: tuple[Post, ...]
    sum: Mottakersum | None
    bidrag: tuple[Bidrag, ...]

    @property
    def utloest_sum(self) -> int:
        """What the county has coming because of the municipality's registrations."""
        return sum(post.beloep for post in self.utloest)

    @property
    def egen_sum(self) -> int:
        """The municipality's own lines: as in the run."""
        return sum(post.beloep for post in self.egen)


def kommuneoppgave(kjoering: Kjoering, kommune: Virksomhet, av: Aktoer) -> Kommuneoppgave:
    """Return the statement, read without protected persons: what they stand for is one line, without a count.

    Raises:
        KontrollsumFeil: the run has changed since it was approved.
    """
    krev_kontrollsum(kjoering)
    with uskjermet(av):
        sum_ = Mottakersum.objects.filter(kjoering=kjoering, mottaker=kommune).first()
        return Kommuneoppgave(
            kjoering=kjoering,
            kommune=kommune,
            utloest=_utloest(kjoering, kommune),
            egen=_egen(kjoering, kommune, sum_),
            sum=sum_,
            bidrag=tuple(
                Bidrag(b.tittel, b.rader(kjoering.kvartal, kommune.nummer), b.tomt) for b in kommunebidrag()
            ),
        )


def _utloest(kjoering: Kjoering, kommune: Virksomhet) -> tuple[Post, ...]:
    rader = (rad for rad in utloest([kjoering.pk]) if rad.kommune == kommune.nummer)
    return tuple(
        Post(_navn(rad.ordning), rad.beloep, rad.personer) for rad in sorted(rader, key=lambda r: r.ordning)
    )


def _navn(ordning: str) -> str:
    aar_nr = next(int(tegn) for tegn in ordning.split("AR")[-1] if tegn.isdigit())
    return f"{ordningsnavn(ordning, aar_nr)} ({ordning})"


def _egen(kjoering: Kjoering, kommune: Virksomhet, sum_: Mottakersum | None) -> tuple[Post, ...]:
    grupper = (
        Linje.objects.filter(kjoering=kjoering, mottaker=kommune)
        .order_by()
        .values("type")
        .annotate(sum=Sum("beloep"), personer=Count("person", distinct=True))
    )
    per = {g["type"]: g for g in grupper}
    poster = [
        Post(str(type_.label), per[type_.value]["sum"], per[type_.value]["personer"])
        for type_ in Linjetypevalg
        if type_.value in per
    ]
    skjermet = (sum_.linjer_sum if sum_ else 0) - sum(p.beloep for p in poster)
    return (*poster, Post(_("Skjermet"), skjermet)) if skjermet else tuple(poster)


def meldingsnoekkel(kjoering: Kjoering, kommune: Virksomhet) -> UUID:
    """Return the key of the message: the statement of a run is sent to a municipality once."""
    return uuid5(_NAVNEROM, f"{kjoering.pk}:{kommune.pk}")


def sendt(kjoering: Kjoering, kommune: Virksomhet) -> Mottak | None:
    """Return the message at the municipality, with when it was acknowledged; None when it is not sent."""
    noekkel = meldingsnoekkel(kjoering, kommune)
    return (
        Mottak.objects.filter(melding__idempotens=noekkel, virksomhet=kommune)
        .select_related("melding", "samtale", "kvittert_av")
        .first()
    )
