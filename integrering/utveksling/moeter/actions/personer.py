"""Whom a meeting concerns."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.actions.felles import krev_aapent, krev_eier
from integrering.utveksling.moeter.models import Moete, Moeteperson


@transaction.atomic
def legg_til_personer(*, moete: Moete, personer: Collection[Person], av: Aktoer) -> int:
    """Say that the meeting concerns these persons, whom `av` sees. Return how many were new.

    Raises IkkeTilgang, Regelbrudd.
    """
    krev_eier(av, moete)
    krev_aapent(moete)
    return knytt(moete, personer)


@transaction.atomic
def ta_ut_person(*, moete: Moete, person: Person, av: Aktoer) -> None:
    """Say that the meeting does not concern the person. Again: no change. Raises IkkeTilgang, Regelbrudd."""
    krev_eier(av, moete)
    krev_aapent(moete)
    Moeteperson.objects.filter(moete=moete, person=person, tatt_ut__isnull=True).update(
        tatt_ut=timezone.now()
    )


def knytt(moete: Moete, personer: Collection[Person]) -> int:
    """Write the rows that are not there."""
    finnes = set(
        Moeteperson.objects.filter(moete=moete, tatt_ut__isnull=True).values_list("person_id", flat=True)
    )
    nye = {p.pk for p in personer} - finnes
    Moeteperson.objects.bulk_create(Moeteperson(moete=moete, person_id=pk) for pk in sorted(nye))
    return len(nye)
