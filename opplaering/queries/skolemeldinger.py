"""New pupils that schools have told of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from integrering.nir.models import Person
from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from opplaering.models import Skolemelding


def skolemeldinger() -> QuerySet[Skolemelding]:
    """Return what schools have told, of those the one who asks may see."""
    return Skolemelding.objects.select_related("skole", "klasse", "behandlet_av")


def finn_skolemelding(noekkel: UUID) -> Skolemelding | None:
    """Return one of them."""
    return skolemeldinger().filter(noekkel=noekkel).first()


def personen_i(melding: Skolemelding) -> Person | None:
    """Return the person with the number, if the one who asks may see them. Only for the county."""
    return Person.objects.select_related("kommune").filter(duf=melding.duf).first()


def les_ventende(ider: Collection[int] | None) -> Iterator[tuple[Emne, date]]:
    """Yield those that wait, as subjects of tasks, with the day each was sent (see `oppgaver.regelverk`).

    One about a person who is known, is a task about that person: a protected one is hidden like all else.
    """
    rader = Skolemelding.objects.filter(utfall=Skolemelding.Utfall.VENTER).select_related("skole")
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    alle = list(rader.order_by("pk"))
    kjente = dict(Person.objects.filter(duf__in={m.duf for m in alle}).values_list("duf", "pk"))
    fylket = vaart_fylke().pk if alle else 0
    for melding in alle:
        emne = Emne(
            id=melding.pk,
            virksomhet_id=fylket,
            person_id=kjente.get(melding.duf),
            url=reverse("ny_elev", args=[melding.noekkel]),
            tekst=melding.skole.navn,
        )
        yield emne, timezone.localdate(melding.sendt)
