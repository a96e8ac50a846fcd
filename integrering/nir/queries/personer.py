"""Lists of persons: filter, search, pages by keyset."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from integrering.nir.models import Person
from integrering.nir.queries.soek import kandidater
from integrering.nir.queries.status import med_status, som_mangler

SIDE = 50


@dataclass(frozen=True)
class Side:
    """One page of a list: its persons, and the keys of the pages beside it (None at the ends)."""

    personer: list[Person]
    foer: UUID | None
    etter: UUID | None


@dataclass(frozen=True)
class Utvalg:
    """What the reader filters by."""

    mangler: str = ""
    kommune_id: int | None = None


def personer(utvalg: Utvalg) -> QuerySet[Person]:
    """Return the persons the one who asks can see, by name in Norwegian order."""
    alle = Person.objects.select_related("kommune")
    if utvalg.kommune_id is not None:
        alle = alle.filter(kommune_id=utvalg.kommune_id)
    if utvalg.mangler:
        alle = som_mangler(alle, utvalg.mangler, timezone.localdate())
    return alle


def side(alle: QuerySet[Person], *, etter: UUID | None = None, foer: UUID | None = None) -> Side:
    """Return one page. The key of a page is a person's id, never a name: it stands in the address."""
    bakover = foer is not None and etter is None
    noekkel = etter or foer
    anker = Person.objects.filter(noekkel=noekkel).values_list("sortering", "id").first() if noekkel else None
    stykke = alle.order_by("-sortering", "-id") if bakover else alle.order_by("sortering", "id")
    if anker:
        stykke = stykke.filter(_forbi(*anker, bakover=bakover))
    rader = list(med_status(stykke, timezone.localdate())[: SIDE + 1])
    flere, rader = len(rader) > SIDE, rader[:SIDE]
    if bakover:
        rader.reverse()
    foran, bak = (flere, True) if bakover else (anker is not None, flere)
    return Side(
        personer=rader,
        foer=rader[0].noekkel if rader and foran else None,
        etter=rader[-1].noekkel if rader and bak else None,
    )


def _forbi(sortering: str, pk: int, *, bakover: bool) -> Q:
    if bakover:
        return Q(sortering__lt=sortering) | Q(sortering=sortering, id__lt=pk)
    return Q(sortering__gt=sortering) | Q(sortering=sortering, id__gt=pk)


def soek(tekst: str) -> list[Person]:
    """Return at most one page of persons by DUF number, birth date or the start of any part of the name."""
    treff = Person.objects.filter(pk__in=kandidater(tekst)).select_related("kommune")
    return list(med_status(treff.order_by("sortering", "id"), timezone.localdate())[:SIDE])
