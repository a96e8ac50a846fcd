"""What the page of a run shows: totals per recipient, per kind, what changed since the run before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import Count, QuerySet, Sum

from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.models import Virksomhet
from tilskudd.models import (
    Kjoering,
    Kjoeringssats,
    Kjoeringstilstand,
    Linje,
    Linjetypevalg,
    ManglerSats,
    Mottakersum,
    Satsstatus,
)
from tilskudd.queries.oversikt import Fordeling, kjoeringer

MANGLER_VIST = 50


def kjoering_for(kvartal: Kvartal) -> Kjoering | None:
    """Return the quarter's run: the living one, else the last that was rejected."""
    rader = list(kjoeringer().filter(kvartal=kvartal.indeks).select_related("forrige"))
    levende = (k for k in rader if k.tilstand != Kjoeringstilstand.FORKASTET)
    return next(levende, rader[0] if rader else None)


def forkastede(kjoering: Kjoering) -> QuerySet[Kjoering]:
    """Return the rejected runs of the quarter, the latest first, without the one that is shown."""
    return (
        kjoeringer()
        .filter(kvartal=kjoering.kvartal.indeks, tilstand=Kjoeringstilstand.FORKASTET)
        .exclude(pk=kjoering.pk)
    )


@dataclass(frozen=True)
class Mottakerrad:
    """A recipient's round, beside the one before."""

    sum: Mottakersum
    forrige_utbetalt: int

    @property
    def mottaker(self) -> Virksomhet:
        """Who is paid."""
        return self.sum.mottaker

    @property
    def eget_fylke(self) -> bool:
        """True for the county this installation serves."""
        return er_eget_fylke(self.mottaker)

    @property
    def endring(self) -> int:
        """Paid now minus paid in the run before."""
        return self.sum.utbetales - self.forrige_utbetalt


def er_eget_fylke(virksomhet: Virksomhet) -> bool:
    """Return True for the county this installation serves."""
    return virksomhet.type == "fylkeskommune" and virksomhet.nummer == settings.FYLKESNUMMER


@dataclass(frozen=True)
class Slagrad:
    """The lines of one kind, now and in the run before. Without kind: what protected persons stand for."""

    type: Linjetypevalg | None
    antall: int
    sum: int
    forrige_sum: int

    @property
    def endring(self) -> int:
        """Kroner more than in the run before."""
        return self.sum - self.forrige_sum


@dataclass(frozen=True)
class Kjoeringsside:
    """The totals of a run, and of the one it builds on."""

    mottakere: tuple[Mottakerrad, ...]
    slag: tuple[Slagrad, ...]
    forrige: Kjoering | None
    utbetales: Fordeling
    forrige_utbetalt: Fordeling
    personer: int

    @cached_property
    def sum(self) -> dict[str, int]:
        """The columns of the table of recipients, summed."""
        felt = ("linjer_sum", "overfoert_inn", "utbetales", "overfoert_ut")
        summer = {f: sum(getattr(r.sum, f) for r in self.mottakere) for f in felt}
        return {**summer, "endring": summer["utbetales"] - self.forrige_utbetalt.sum}

    @cached_property
    def slagsum(self) -> Slagrad:
        """All kinds together: the same kroner as the lines of all recipients."""
        return Slagrad(
            None,
            sum(s.antall for s in self.slag),
            sum(s.sum for s in self.slag),
            sum(s.forrige_sum for s in self.slag),
        )


def kjoeringsside(kjoering: Kjoering) -> Kjoeringsside:
    """Return the totals of a run beside those of the run it builds on. Three queries."""
    forrige = kjoering.forrige
    summer: dict[int, list[Mottakersum]] = {kjoering.pk: []}
    for rad in Mottakersum.objects.filter(
        kjoering__in=[kjoering.pk, forrige.pk if forrige else 0]
    ).select_related("mottaker"):
        summer.setdefault(rad.kjoering_id, []).append(rad)
    naa, foer = summer[kjoering.pk], summer.get(forrige.pk, []) if forrige else []
    return Kjoeringsside(
        mottakere=_mottakerrader(naa, foer),
        slag=_slagrader(kjoering, forrige, linjesum=_linjesum(naa), forrige_linjesum=_linjesum(foer)),
        forrige=forrige,
        utbetales=_fordeling(naa),
        forrige_utbetalt=_fordeling(foer),
        personer=Linje.objects.filter(kjoering=kjoering).aggregate(n=Count("person", distinct=True))["n"],
    )


def _linjesum(summer: list[Mottakersum]) -> int:
    return sum(s.linjer_sum for s in summer)


def _fordeling(summer: list[Mottakersum]) -> Fordeling:
    ut = Fordeling()
    for s in summer:
        if er_eget_fylke(s.mottaker):
            ut.eget_fylke += s.utbetales
        elif s.mottaker.type == "fylkeskommune":
            ut.andre_fylker += s.utbetales
        else:
            ut.kommuner += s.utbetales
    return ut


def _mottakerrader(naa: list[Mottakersum], foer: list[Mottakersum]) -> tuple[Mottakerrad, ...]:
    """Return our own county and its municipalities, then those of other counties; by number."""
    utbetalt = {s.mottaker_id: s.utbetales for s in foer}
    rader = [Mottakerrad(s, utbetalt.get(s.mottaker_id, 0)) for s in naa]
    return tuple(sorted(rader, key=lambda rad: rekkefoelge(rad.mottaker)))


def rekkefoelge(mottaker: Virksomhet) -> tuple[bool, bool, str]:
    """Return the sort key of recipients: our own county and its municipalities, then those of others."""
    nummer = mottaker.nummer  # a municipality's begins with its county's
    return not nummer.startswith(settings.FYLKESNUMMER), mottaker.type == "kommune", nummer


def _slagrader(
    kjoering: Kjoering, forrige: Kjoering | None, *, linjesum: int, forrige_linjesum: int
) -> tuple[Slagrad, ...]:
    """Return the kinds; what the reader may not see is one row, without a count."""
    per: dict[int, Mapping[str, tuple[int, int]]] = {kjoering.pk: {}}
    grupper = (
        Linje.objects.filter(kjoering__in=[kjoering.pk, forrige.pk if forrige else 0])
        .order_by()
        .values("kjoering_id", "type")
        .annotate(antall=Count("id"), sum=Sum("beloep"))
    )
    for g in grupper:
        per[g["kjoering_id"]] = {**per.get(g["kjoering_id"], {}), g["type"]: (g["antall"], g["sum"])}
    naa, foer = per[kjoering.pk], per.get(forrige.pk, {}) if forrige else {}
    rader = [Slagrad(t, *naa.get(t.value, (0, 0)), foer.get(t.value, (0, 0))[1]) for t in Linjetypevalg]
    skjult = linjesum - sum(r.sum for r in rader)
    skjult_foer = forrige_linjesum - sum(r.forrige_sum for r in rader)
    if skjult or skjult_foer:
        rader.append(Slagrad(None, 0, skjult, skjult_foer))
    return tuple(rader)


def mangler_sats(kjoering: Kjoering) -> list[ManglerSats]:
    """Return the first grant years without rate that the reader may see, one more than is shown."""
    return list(
        ManglerSats.objects.filter(kjoering=kjoering)
        .select_related("person")
        .order_by("grunn", "budsjettaar", "ordning", "aar_nr", "landgruppe", "id")[: MANGLER_VIST + 1]
    )


def satser_i(kjoering: Kjoering) -> list[Kjoeringssats]:
    """Return the rates the run has used, as they were then."""
    return list(
        Kjoeringssats.objects.filter(kjoering=kjoering, brukt=True).order_by(
            "-budsjettaar", "ordning", "aar_nr", "landgruppe"
        )
    )


def har_eksempel(satser: list[Kjoeringssats]) -> bool:
    """Say whether an example rate became a number in the run."""
    return any(s.status == Satsstatus.EKSEMPEL for s in satser)
