"""Counts for the front page, moves, and those who moved away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils import timezone

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Flyttesak, Person, TidligerePerson
from integrering.nir.models.flyttesak import FlyttesakTilstand
from integrering.nir.queries.status import MANGLER, som_mangler
from integrering.tilgang.models import Virksomhet


@dataclass
class Kommunetall:
    """How many persons of a municipality lack each registration."""

    kommune: Virksomhet
    tall: Counter[str] = field(default_factory=Counter)

    @property
    def vedtak(self) -> int:
        """Persons without vedtak."""
        return self.tall["vedtak"]

    @property
    def periode(self) -> int:
        """Persons without a school period."""
        return self.tall["periode"]

    @property
    def sluttdato(self) -> int:
        """Persons with a period without end."""
        return self.tall["sluttdato"]


def mangler_per_kommune() -> list[Kommunetall]:
    """Return the municipalities with persons who lack something, most first. Three queries."""
    funnet: dict[int, Kommunetall] = {}
    for hva in MANGLER:
        rader = (
            som_mangler(Person.objects.filter(kommune__isnull=False), hva, timezone.localdate())
            .order_by()
            .values("kommune_id")
            .annotate(antall=Count("pk"))
        )
        for rad in rader:
            tall = funnet.setdefault(rad["kommune_id"], Kommunetall(Virksomhet(pk=rad["kommune_id"])))
            tall.tall[hva] = rad["antall"]
    navn = Virksomhet.objects.in_bulk(funnet)
    for pk, tall in funnet.items():
        tall.kommune = navn[pk]
    return sorted(funnet.values(), key=lambda k: (-k.tall.total(), k.kommune.nummer))


def mangler(hva: str) -> QuerySet[Person]:
    """Return the persons who lack one thing, by name."""
    return som_mangler(Person.objects.all(), hva, timezone.localdate()).order_by("sortering", "id")


def flyttesaker() -> QuerySet[Flyttesak]:
    """Return the moves the one who asks can see, open ones first and oldest first."""
    return Flyttesak.objects.select_related("til_kommune", "meldt_av", "avgjort_av").order_by(
        "avgjort", "meldt", "pk"
    )


def aapne_flyttesaker() -> QuerySet[Flyttesak]:
    """Return those that wait for a decision."""
    return flyttesaker().filter(tilstand=FlyttesakTilstand.AAPEN)


def synlige_personer(saker: list[Flyttesak]) -> dict[int, Person]:
    """Return the persons of the cases that the one who asks can see."""
    return Person.objects.select_related("kommune").in_bulk({sak.person_id for sak in saker})


def tidligere() -> QuerySet[TidligerePerson]:
    """Return those who moved away, as the municipality last knew them."""
    return TidligerePerson.objects.order_by("etternavn", "fornavn", "id")


def finn_tidligere(noekkel: UUID) -> TidligerePerson | None:
    """Return one who moved away, if the municipality had registered something about them."""
    return TidligerePerson.objects.filter(noekkel=noekkel).first()


def egne_fakta(person_id: int, virksomhet_id: int) -> list[tuple[Faktatype, list[ToKlokker]]]:
    """Return what the organisation itself registered about a person, by kind."""
    return [
        (
            slag,
            list(
                slag.modell._default_manager.filter(person_id=person_id, virksomhet_id=virksomhet_id)
                .select_related("registrert_av", "virksomhet")
                .order_by("registrert", "id")
            ),
        )
        for slag in FAKTATYPER.values()
    ]
