"""Contacts of municipalities, and who can be one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.queries import gjelder, vaart_fylke
from integrering.tilgang.roller import FYLKESROLLER
from regionalt.models import Kommunekontakt


def kontaktvalg() -> list[Bruker]:
    """Return the users who can be the contact of a municipality: those with a role at the county today."""
    roller = Rolletildeling.objects.filter(
        gjelder(timezone.localdate()), virksomhet=vaart_fylke(), rolle__in=FYLKESROLLER
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
