"""Lists of persons: filter and search."""

from __future__ import annotations

from django.db.models import QuerySet, Subquery
from django.utils import timezone

from integrering.nir.models import Person
from integrering.nir.queries.soek import kandidater
from integrering.nir.queries.status import med_status, paa_lovspor, som_mangler
from integrering.nir.rules.lovspor import Lovspor
from integrering.tilgang.models import Virksomhet

SIDE = 50


def personer(*, mangler: str = "", kommune: str = "", lovspor: Lovspor | None = None) -> QuerySet[Person]:
    """Return the persons the one who asks can see.

    Args:
        mangler: «vedtak», «periode» or «sluttdato»: those who lack it.
        kommune: number of the municipality they live in.
        lovspor: the law track they are on.
    """
    # without a birth date: someone an import brought in and was undone, and nothing is registered about
    alle = Person.objects.select_related("kommune").filter(foedselsdato__isnull=False)
    if kommune:
        hvilken = Virksomhet.objects.filter(type="kommune", nummer=kommune).values("pk")[:1]
        alle = alle.filter(kommune_id=Subquery(hvilken))
    if lovspor is not None:
        alle = paa_lovspor(alle, lovspor)
    if mangler:
        alle = som_mangler(alle, mangler, timezone.localdate())
    return alle


def soek(tekst: str, innenfor: QuerySet[Person] | None = None) -> list[Person]:
    """Return at most one page of persons by DUF number, birth date or the start of any part of the name.

    Args:
        innenfor: only of these (a list with a filter).
    """
    alle = Person.objects.all() if innenfor is None else innenfor
    treff = alle.filter(pk__in=kandidater(tekst)).select_related("kommune")
    return list(med_status(treff.order_by("sortering", "id"), timezone.localdate())[:SIDE])
