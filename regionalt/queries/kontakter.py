"""Contacts of municipalities, and who can be one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from integrering.grunnmur.alfabet import alfabetisk
from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.queries import gjelder, kommuner_i_fylket, vaart_fylke
from regionalt.models import Kommunekontakt
from regionalt.roller import KAN_VAERE_KONTAKT


def kontaktvalg() -> list[Bruker]:
    """Return the users who can be the contact of a municipality: those with a role of work at the county."""
    roller = Rolletildeling.objects.filter(
        gjelder(timezone.localdate()), virksomhet=vaart_fylke(), rolle__in=KAN_VAERE_KONTAKT
    )
    aktive = Bruker.objects.filter(is_active=True, pk__in=roller.values("bruker_id"))
    return list(aktive.order_by("last_name", "first_name", "pk"))


def paa_dagen(dag: date) -> QuerySet[Kommunekontakt]:
    """Return the contacts that hold on a day."""
    return Kommunekontakt.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), fra__lte=dag)


def kontaktene_til(kommune: Virksomhet) -> list[Kommunekontakt]:
    """Return all contacts a municipality has had, has and will have, the latest first."""
    rader = Kommunekontakt.objects.filter(kommune=kommune)
    return list(rader.select_related("kontaktperson", "stedfortreder").order_by("-fra"))


def finn_kontakt(noekkel: UUID) -> Kommunekontakt | None:
    """Return a contact by its key."""
    rader = Kommunekontakt.objects.select_related("kommune", "kontaktperson", "stedfortreder", "endret_av")
    return rader.filter(noekkel=noekkel).first()


def med_kontakt(kommuner: QuerySet[Virksomhet], dag: date) -> QuerySet[Virksomhet]:
    """Return the municipalities with `kontaktperson_id` and `stedfortreder_id` of the day; none: NULL."""
    rader = paa_dagen(dag).filter(kommune=OuterRef("pk"))
    return kommuner.annotate(
        kontaktperson_id=Subquery(rader.values("kontaktperson_id")[:1]),
        stedfortreder_id=Subquery(rader.values("stedfortreder_id")[:1]),
    )


@dataclass(frozen=True)
class Gruppe:
    """A contact, and the municipalities they follow up: each with its stand-in, or None."""

    kontakt: Bruker
    kommuner: tuple[tuple[Virksomhet, Bruker | None], ...]


def gruppene(dag: date) -> tuple[list[Gruppe], list[Virksomhet]]:
    """Return the contacts of the day by name, and the municipalities without one. Two queries."""
    kommuner: list[Any] = list(med_kontakt(kommuner_i_fylket(), dag))
    ider = {k.kontaktperson_id for k in kommuner} | {k.stedfortreder_id for k in kommuner}
    brukere = {b.pk: b for b in Bruker.objects.filter(pk__in=ider - {None})}
    mine: dict[int, list[tuple[Virksomhet, Bruker | None]]] = {}
    for k in kommuner:
        if k.kontaktperson_id is not None:
            mine.setdefault(k.kontaktperson_id, []).append((k, brukere.get(k.stedfortreder_id)))
    grupper = [Gruppe(brukere[pk], tuple(rader)) for pk, rader in mine.items()]
    grupper.sort(key=lambda g: (alfabetisk(f"{g.kontakt.last_name} {g.kontakt.first_name}"), g.kontakt.pk))
    return grupper, [k for k in kommuner if k.kontaktperson_id is None]


def uten_kontakt(dag: date, ider: Collection[int] | None = None) -> list[Virksomhet]:
    """Return the county's municipalities without a contact on the day, of all or of these."""
    kommuner = kommuner_i_fylket().filter(~Exists(paa_dagen(dag).filter(kommune=OuterRef("pk"))))
    return list(kommuner if ider is None else kommuner.filter(pk__in=ider))
