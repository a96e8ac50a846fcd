"""What the doors share."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from integrering.lister.referanse import les_referanse
from integrering.nir.faktatyper import STANS, VEDTAK, Faktatype, Gruppe
from integrering.nir.models import Person
from integrering.nir.queries.person import finn_person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER

LESER = tuple(sorted(FYLKESROLLER | KOMMUNEROLLER))


def vis_person(request: HttpRequest, noekkel: UUID, hvor: str) -> Person:
    """Return the person and log the look-up. Raises Http404 for one the reader cannot see: never a 403."""
    person = finn_person(noekkel)
    if person is None:
        raise Http404
    registrer_innsyn(person_id=person.pk, av=aktoer_i(request), hvor=hvor)
    return person


def listehale(request: HttpRequest) -> str:
    """Return the end of an address that carries on the list the page was opened from; empty without one."""
    tekst = request.GET.get("liste", "")
    return f"?{urlencode({'liste': tekst})}" if les_referanse(tekst, aktoer_i(request)) else ""


def gruppe_url(noekkel: UUID, gruppe: Gruppe) -> str:
    """Return the address of a part of the person page."""
    if gruppe is Gruppe.OVERSIKT:
        return reverse("person", args=[noekkel])
    return reverse("person_gruppe", args=[noekkel, gruppe.value])


def person_url(noekkel: UUID, slag: Faktatype) -> str:
    """Return the address of the page where registrations of the kind are read."""
    paa_oversikten = slag in (VEDTAK, STANS)
    return gruppe_url(noekkel, Gruppe.OVERSIKT if paa_oversikten else slag.gruppe)
