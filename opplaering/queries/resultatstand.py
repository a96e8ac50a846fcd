"""Who has reached the minimum and their own goal, and when: what the figures of results count."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Min

from integrering.nir.models import Norskmaal, Person, Proeve
from integrering.nir.rules.sammenheng import FERDIGHETER
from opplaering.queries.framdrift import norskmaalet, resultatene
from opplaering.queries.minstekrav import minstekrav
from opplaering.queries.skolegang import skolegang
from opplaering.rules.fritak_av_resultat import Resultatfakta
from opplaering.rules.minste_naadd import norsk_naadd, samfunnskunnskap_naadd

_MAALFELT = ("slag", *FERDIGHETER)


@dataclass(frozen=True)
class Stand:
    """How it stands with one person.

    Attributes:
        kommune: number of the municipality they live in; «» when none is known.
        start: the first day at any school.
        norsk: since when the minimum in Norwegian is reached (forskriften § 28); None when it is not.
        samfunnskunnskap: the same of social studies.
        maal: since when their own goal is reached; None when it is not, or there is none.
    """

    person: int
    kommune: str
    start: date
    norsk: date | None
    samfunnskunnskap: date | None
    maal: date | None


def resultatstand(fra: date, til: date) -> list[Stand]:
    """Return how it stands, by the last day, with those at a school in the time. Never a protected person."""
    der = skolegang().filter(fra__lte=til, person__skjermet=False).exclude(til__lt=fra).values("person_id")
    kommuner = dict(Person.objects.filter(pk__in=der).values_list("pk", "kommune__nummer"))
    start = dict(
        skolegang().filter(person__in=kommuner).order_by().values_list("person").annotate(dag=Min("fra"))
    )
    resultater, maal, krav = _alle_resultater(kommuner), _maalene(kommuner, til), minstekrav(til)
    ut = []
    for person, kommune in kommuner.items():
        egne = [r for r in resultater[person] if r.dato <= til]
        eget = maal.get(person)
        ut.append(
            Stand(
                person=person,
                kommune=kommune or "",
                start=start[person],
                norsk=norsk_naadd(egne, krav).dato,
                samfunnskunnskap=samfunnskunnskap_naadd(egne).dato,
                maal=norsk_naadd(egne, [eget]).dato if eget else None,
            )
        )
    return ut


def _alle_resultater(personer: Collection[int]) -> dict[int, list[Resultatfakta]]:
    """Return person → results at the school, and tests the municipality has registered."""
    ut = resultatene(personer)
    for rad in Proeve.objects.gjeldende().filter(person__in=personer):
        deler = tuple((del_, verdi) for del_ in (*FERDIGHETER, "resultat") if (verdi := getattr(rad, del_)))
        ut[rad.person_id].append(Resultatfakta(slag=rad.proeve, dato=rad.dato, proeve=deler))
    return ut


def _maalene(personer: Collection[int], til: date) -> dict[int, Any]:
    """Return person → the goal that holds on the day."""
    rader = Norskmaal.objects.gjeldende().filter(person__in=personer, fra__lte=til).order_by("fra")
    return {r.person_id: norskmaalet({felt: getattr(r, felt) for felt in _MAALFELT}) for r in rader}
