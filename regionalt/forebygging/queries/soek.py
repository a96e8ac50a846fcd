"""What the search box finds in the directory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Value

from regionalt.forebygging.models import Hjelpetjeneste, Mangfoldsraadgiver
from regionalt.forebygging.queries.katalog import paa_dagen


@dataclass(frozen=True)
class Funn:
    """Something found: «tjeneste» or «raadgiver», its key, what it is called, and a line about it."""

    slag: str
    noekkel: UUID
    navn: str
    detalj: str


def finn(tekst: str, dag: date, antall: int) -> list[Funn]:
    """Return services and mangfoldsrådgivere that hold all the words, in one query."""
    tjenester: QuerySet[Any] = paa_dagen(Hjelpetjeneste.objects.all(), dag).annotate(
        slag=Value("tjeneste"), kalt=F("navn"), om=F("for_hvem")
    )
    raadgivere: QuerySet[Any] = paa_dagen(Mangfoldsraadgiver.objects.all(), dag).annotate(
        slag=Value("raadgiver"), kalt=F("navn"), om=F("skole")
    )
    for ord_ in tekst.split():
        tjenester = tjenester.filter(Q(navn__icontains=ord_) | Q(for_hvem__icontains=ord_))
        raadgivere = raadgivere.filter(Q(navn__icontains=ord_) | Q(skole__icontains=ord_))
    begge = _rader(tjenester).union(_rader(raadgivere), all=True).order_by("kalt")[:antall]
    return [Funn(*rad) for rad in begge]


def _rader(rader: QuerySet[Any]) -> QuerySet[Any]:
    return rader.order_by().values_list("slag", "noekkel", "kalt", "om")
