"""Those who have ended the introduction programme."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from integrering.nir.kodeverk import Ordning
from integrering.nir.models import Avslutning, Gjenaapning, Sluttmaal
from integrering.rapporter.rules.utfall import AARSAKER, HOVEDAKTIVITETER, Utfall, utfall


def avsluttede(*, kommune: str = "", aar: int | None = None) -> QuerySet[Avslutning]:
    """Return the end of each programme that was ended and not reopened since, of unprotected persons.

    Args:
        kommune: number of the municipality the person lives in today.
        aar: the year it ended.
    """
    senere = Avslutning.objects.gjeldende().filter(
        person=OuterRef("person_id"), ordning=Ordning.INTRO, dato__gt=OuterRef("dato")
    )
    gjenaapnet = Gjenaapning.objects.gjeldende().filter(
        person=OuterRef("person_id"), ordning=Ordning.INTRO, dato__gte=OuterRef("dato")
    )
    alle = Avslutning.objects.gjeldende().filter(ordning=Ordning.INTRO, person__skjermet=False)
    if kommune:
        alle = alle.filter(person__kommune__nummer=kommune)
    if aar is not None:
        alle = alle.filter(dato__gte=date(aar, 1, 1), dato__lte=date(aar, 12, 31))
    avsluttet: QuerySet[Avslutning] = alle.filter(~Exists(senere), ~Exists(gjenaapnet))
    return avsluttet


def sluttmaalet() -> Subquery:
    """Return the code of the last goal that was set before the programme ended."""
    maal = Sluttmaal.objects.gjeldende().filter(person=OuterRef("person_id"), fra__lte=OuterRef("dato"))
    return Subquery(maal.order_by("-fra").values("maal")[:1])


def i_gruppen(gruppe: Utfall) -> Q:
    """Return the condition that an ending belongs to a group: the same as `rules.utfall.utfall`."""
    koder = [kode for kode, hva in AARSAKER.items() if hva is gruppe]
    aktiviteter = [kode for kode, hva in HOVEDAKTIVITETER.items() if hva is gruppe]
    if gruppe is Utfall.MANGLER:
        return Q(avslutningsaarsak="")
    annet = ~Q(avslutningsaarsak__in=["", *AARSAKER])
    if gruppe is Utfall.ANNET:
        return Q(avslutningsaarsak__in=koder) | (annet & ~Q(hovedaktivitet__in=list(HOVEDAKTIVITETER)))
    return Q(avslutningsaarsak__in=koder) | (annet & Q(hovedaktivitet__in=aktiviteter))


def utfall_per_kommune(*, fra_aar: int, til_aar: int) -> Counter[tuple[int, str, Utfall]]:
    """Return (year, number of the municipality, group) → how many ended."""
    ut: Counter[tuple[int, str, Utfall]] = Counter()
    felt = ("dato__year", "person__kommune__nummer", "avslutningsaarsak", "hovedaktivitet")
    innenfor = avsluttede().filter(dato__gte=date(fra_aar, 1, 1), dato__lte=date(til_aar, 12, 31))
    for aar, kommune, aarsak, aktivitet, antall in (
        innenfor.order_by().values_list(*felt).annotate(n=Count("pk"))
    ):
        ut[aar, kommune or "", utfall(aarsak, aktivitet)] += antall
    return ut
