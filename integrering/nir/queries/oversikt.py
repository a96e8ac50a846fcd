"""Moves, and those who moved away."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Flyttesak, Person, TidligerePerson
from integrering.nir.models.flyttesak import FlyttesakTilstand

# Decided, and not yet confirmed by those they came to (older cases say nothing of where they came from).
VENTER_MOTTAK = Q(tilstand=FlyttesakTilstand.BEKREFTET, mottatt__isnull=True, fra_kommune__isnull=False)


def flyttesaker() -> QuerySet[Flyttesak]:
    """Return the moves the one who asks can see, open ones first and oldest first."""
    return Flyttesak.objects.select_related(
        "til_kommune", "fra_kommune", "meldt_av", "avgjort_av", "mottatt_av"
    ).order_by("avgjort", "meldt", "pk")


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
                slag.rader.filter(person_id=person_id, virksomhet_id=virksomhet_id)
                .select_related("registrert_av", "virksomhet")
                .order_by("registrert", "id")
            ),
        )
        for slag in FAKTATYPER.values()
    ]
