"""Reads of the cases. Row-level security decides which."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast

from integrering.grunnmur.alfabet import alfabetisk
from integrering.tilgang.models import Bruker
from integrering.tilgang.queries import kommuner_i_fylket
from karriere.models import Sak, Sakshendelse, Senter, Senterveileder


def saker() -> QuerySet[Sak]:
    """Return the cases the one who asks sees, each with person, municipality, centre and counsellor."""
    return Sak.objects.select_related("person__kommune", "senter", "veileder")


def finn_sak(noekkel: UUID) -> Sak | None:
    """Return a case by its key; None for one the reader does not see."""
    return saker().filter(noekkel=noekkel).first()


def sak_om(person_id: int) -> Sak | None:
    """Return the case of a person; None when there is none."""
    return saker().filter(person_id=person_id).first()


def mine_sentre(bruker_id: int, dag: date) -> QuerySet[Senter]:
    """Return the centres a user works at on a day."""
    der = Senterveileder.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), bruker=bruker_id, fra__lte=dag)
    return Senter.objects.filter(pk__in=der.values("senter"))


def veiledere_ved(senter_id: int | None, dag: date) -> QuerySet[Bruker]:
    """Return who works at a centre on a day (None: at any), by name."""
    der = Senterveileder.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), fra__lte=dag)
    if senter_id is not None:
        der = der.filter(senter=senter_id)
    aktive = Bruker.objects.filter(is_active=True, pk__in=der.values("bruker"))
    return aktive.order_by("first_name", "last_name", "pk")


def hendelser_i(sak: Sak) -> list[Sakshendelse]:
    """Return what has happened in a case, newest first."""
    return list(sak.hendelser.select_related("av").order_by("-tid", "-pk"))


def sentre_og_kommuner() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the centres and the county's municipalities as choices, by name: for a filter, in one query."""
    sentre = Senter.objects.order_by().values_list(Value("senter"), Cast("pk", CharField()), "navn")
    kommuner = kommuner_i_fylket().order_by().values_list(Value("kommune"), "nummer", "navn")
    alle = sorted(sentre.union(kommuner, all=True), key=lambda rad: alfabetisk(rad[2]))
    valg: dict[str, list[tuple[str, str]]] = {"senter": [], "kommune": []}
    for slag, nr, navn in alle:
        valg[slag].append((nr, navn))
    return valg["senter"], valg["kommune"]
