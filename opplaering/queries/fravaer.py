"""Hours and absence at school, and the months that are locked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from integrering.nir.models import Person
from opplaering.models import Maanedsfravaer, Skolegang, Skoleklasse, Skolemaanedslaas
from opplaering.queries.elever import elever
from opplaering.queries.skolegang import skolegang
from opplaering.rules.fravaer import Maanedstall


def siste_skolelaas(klasse: Skoleklasse, maaned: date) -> Skolemaanedslaas | None:
    """Return how the month was locked or unlocked last, if it ever was."""
    rader = Skolemaanedslaas.objects.filter(klasse=klasse, maaned=maaned).select_related("av")
    return rader.order_by("-pk").first()


def er_laast(klasse: Skoleklasse, maaned: date) -> bool:
    """Return whether the month is locked now."""
    laas = siste_skolelaas(klasse, maaned)
    return laas is not None and laas.laast


def er_i_klassen(klasse: Skoleklasse, fra: date, til: date) -> set[int]:
    """Return the numbers of those in the class on a day of the period."""
    rader = skolegang().filter(Q(til__isnull=True) | Q(til__gte=fra), klasse=klasse, fra__lte=til)
    return set(rader.values_list("person_id", flat=True))


def elever_i(klasse: Skoleklasse, fra: date, til: date, *, ogsaa: Collection[int] = ()) -> list[Person]:
    """Return those in the class on a day of the period, by name.

    Args:
        ogsaa: numbers of persons on a page that has been open: those of them who have been in the class.
    """
    da = er_i_klassen(klasse, fra, til)
    if ogsaa:
        noensinne = Skolegang.objects.filter(klasse=klasse, person_id__in=ogsaa)
        da |= set(noensinne.values_list("person_id", flat=True))
    return list(elever().filter(pk__in=da).order_by("sortering", "pk"))


def fravaeret_til(person: Person) -> list[Maanedsfravaer]:
    """Return a person's months at school that hold, the newest first."""
    rader = Maanedsfravaer.objects.gjeldende().filter(person=person).select_related("skole")
    return list(rader.order_by("-maaned", "undervisning", "skole__navn"))


def som_maanedstall(rader: Collection[Maanedsfravaer]) -> list[Maanedstall]:
    """Return the months as the rule takes them."""
    return [Maanedstall(r.maaned, r.timer, r.gyldig, r.ugyldig, r.uavklart) for r in rader]
