"""What the figures count: cases and sessions. Persons with a protected address are never among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Aggregate,
    Case,
    CharField,
    Exists,
    F,
    FloatField,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, ExtractQuarter, ExtractYear

from karriere.kodeverk import Oppmoete
from karriere.models import Deltakelse, Sak
from karriere.queries.koe import med_tilstand

# What the figures may be broken down by → the row's key, on the way from a row to its case (`p`).
DELT = ("kommune", "senter", "tillatelse", "kvartal")
# The key of all rows together among the medians.
ALLE = "alle"


@dataclass(frozen=True)
class Utvalg:
    """Which cases: settled in a year (None: all), and in one municipality («»: all)."""

    aar: int | None = None
    kommune: str = ""


def _valgt(u: Utvalg, p: str = "") -> Q:
    vilkaar = Q(**{f"{p}person__skjermet": False})
    if u.aar:
        vilkaar &= Q(**{f"{p}bosatt__year": u.aar})
    if u.kommune:
        vilkaar &= Q(**{f"{p}person__kommune__nummer": u.kommune})
    return vilkaar


def rad_for(delt: str, p: str = "") -> Any:
    """Return the row of a case: the number of the municipality, of the centre, the permit, or the quarter.

    A quarter is that of the settlement («2026-1»); what is not known is empty.
    """
    match delt:
        case "kommune":
            return Coalesce(f"{p}person__kommune__nummer", Value(""))
        case "senter":
            return Coalesce(Cast(f"{p}senter_id", CharField()), Value(""))
        case "tillatelse":
            return F(f"{p}person__tillatelse")
    bosatt = f"{p}bosatt"
    aar, kvartal = (Cast(del_(bosatt), CharField()) for del_ in (ExtractYear, ExtractQuarter))
    return Case(When(**{f"{bosatt}__isnull": True}, then=Value("")), default=Concat(aar, Value("-"), kvartal))


def saker_i(u: Utvalg, delt: str, i_dag: date) -> QuerySet[Any]:
    """Return the cases, each with its row and what the columns ask of it."""
    rader = med_tilstand(Sak.objects.filter(_valgt(u)), i_dag)
    moettes = Deltakelse.objects.filter(sak=OuterRef("pk"), oppmoete=Oppmoete.IKKE_MOETT)
    ut: QuerySet[Any] = rader.annotate(
        rad=rad_for(delt),
        i_tide=utfall_mot_fristen(i_dag),
        foer_vedtak=_foer_vedtak(),
        notat=_notatet(),
        lest_naar=_lest(),
        er_henvist=_ja_nei(Q(henvist__isnull=False)),
        uteble=_ja_nei(Exists(moettes)),
    )
    return ut


def _ja_nei(vilkaar: Any) -> Case:
    return Case(When(vilkaar, then=Value("ja")), default=Value("nei"))


def utfall_mot_fristen(i_dag: date) -> Case:
    """Guided in time, too late, or not yet though the deadline is passed. Others are not counted («»)."""
    return Case(
        When(gjennomfoert__lte=F("frist"), then=Value("innen")),
        When(gjennomfoert__isnull=False, frist__isnull=False, then=Value("etter")),
        When(
            frist__lt=i_dag, maalgruppe=True, takket_nei__isnull=True, gjennomfoert=None, then=Value("ikke")
        ),
        default=Value(""),
    )


def _foer_vedtak() -> Case:
    """Guided before the decision (or on its day, or none is made yet), after it, or decided without."""
    uten = Q(gjennomfoert__isnull=True, intro_vedtak__isnull=False, takket_nei__isnull=True)
    return Case(
        When(Q(gjennomfoert__isnull=False) & Q(intro_vedtak__isnull=True), then=Value("foer")),
        When(gjennomfoert__lte=F("intro_vedtak"), then=Value("foer")),
        When(gjennomfoert__gt=F("intro_vedtak"), then=Value("etter")),
        When(uten, then=Value("uten")),
        default=Value(""),
    )


def _notatet() -> Case:
    """Of those guided: a note that recommends something, one that does not, or none."""
    return Case(
        When(gjennomfoert__isnull=True, then=Value("")),
        When(notat_ferdig__isnull=True, then=Value("uten")),
        When(har_anbefaling=True, then=Value("med")),
        default=Value("uten_anbefaling"),
    )


def _lest() -> Case:
    """Of notes handed over: read before the decision (or none is made), after it, or not read."""
    return Case(
        When(overlevert__isnull=True, then=Value("")),
        When(lest__isnull=True, then=Value("ulest")),
        When(Q(intro_vedtak__isnull=True) | Q(lest__lte=F("intro_vedtak")), then=Value("foer")),
        default=Value("etter"),
    )


class _Median(Aggregate):
    """The middle value; of an even number the mean of the two in the middle."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


class _Dager(Func):
    """Whole days between two dates."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = FloatField()


def median_dager(u: Utvalg, delt: str) -> dict[str, float]:
    """Return row → median days from settlement to guidance carried out; `ALLE` is all of them."""
    dager = _Median(_Dager("gjennomfoert", "bosatt"))
    rader = Sak.objects.filter(_valgt(u), gjennomfoert__isnull=False, bosatt__isnull=False).order_by()
    per_rad = rader.annotate(rad=rad_for(delt)).values_list("rad").annotate(dager=dager)
    ut = {rad: float(verdi) for rad, verdi in per_rad}
    alle = rader.aggregate(dager=dager)["dager"]
    return ut if alle is None else ut | {ALLE: float(alle)}


def tolk_i(u: Utvalg, delt: str) -> QuerySet[Any]:
    """Return who came to a session, each with its row and the interpreter of the session."""
    moett = Deltakelse.objects.filter(_valgt(u, "sak__"), oppmoete=Oppmoete.MOETT)
    return moett.annotate(rad=rad_for(delt, "sak__"), tolk=F("samtale__tolk"), hvor=F("samtale__tolkeform"))
