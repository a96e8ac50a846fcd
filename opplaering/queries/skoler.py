"""The schools, and what can be chosen at them."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.tilgang.models import Virksomhet, Virksomhetstype
from integrering.tilgang.queries import kommuner_i_fylket
from opplaering.models import Skoleklasse, Utdanningstilbud


def skoler() -> QuerySet[Virksomhet]:
    """Return the schools that are in use, by name."""
    return Virksomhet.objects.filter(type=Virksomhetstype.SKOLE, aktiv=True).order_by("navn", "pk")


def skoler_og_kommuner() -> tuple[list[Virksomhet], list[Virksomhet]]:
    """Return the schools in use and the county's municipalities, by name: for a filter, in one query."""
    begge = skoler().order_by() | kommuner_i_fylket().order_by()
    alle = list(begge.order_by(Alfabetisk("navn"), "pk"))
    return (
        [v for v in alle if v.type == Virksomhetstype.SKOLE],
        [v for v in alle if v.type == Virksomhetstype.KOMMUNE],
    )


def klasser_som_varer(ogsaa: int | None = None) -> QuerySet[Skoleklasse]:
    """Return the classes that are not over, and the one with this number, by school and name."""
    naa = Skoleklasse.objects.filter(Q(til__gte=timezone.localdate()) | Q(pk=ogsaa or 0))
    return naa.select_related("skole").order_by("skole__navn", "navn", "pk")


def tilbud_som_tas_inn(ogsaa: int | None = None) -> QuerySet[Utdanningstilbud]:
    """Return the programmes that take in new pupils, and the one with this number, by school and name."""
    aktive = Utdanningstilbud.objects.filter(Q(aktiv=True) | Q(pk=ogsaa or 0))
    return aktive.select_related("skole").order_by("skole__navn", "navn", "pk")
