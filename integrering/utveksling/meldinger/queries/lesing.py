"""Threads, drafts and requests, as those who ask may see them (the database decides)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch, QuerySet

from integrering.grunnmur.sql import les_sql
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.meldinger.models import (
    Forespoersel,
    Melding,
    Meldingsvedlegg,
    Mottak,
    Overlevering,
    Samtale,
    Utkast,
)
from integrering.utveksling.vedlegg.models import Vedlegg


def finn_samtale(noekkel: UUID) -> Samtale | None:
    """Return the thread by the id of addresses."""
    return Samtale.objects.select_related("virksomhet").filter(noekkel=noekkel).first()


def meldinger_i(samtale: Samtale) -> list[Melding]:
    """Return the thread's messages, oldest first, with receipts, reminders and files."""
    mottak = Mottak.objects.select_related("virksomhet", "aapnet_av", "kvittert_av").prefetch_related(
        "purringer"
    )
    vedlegg = Meldingsvedlegg.objects.select_related("vedlegg").prefetch_related("vedlegg__versjoner")
    return list(
        Melding.objects.filter(samtale=samtale)
        .select_related("virksomhet", "avsender")
        .prefetch_related(
            Prefetch("mottak", mottak.order_by("virksomhet__navn")),
            Prefetch("vedlegg", vedlegg.order_by("id")),
        )
        .order_by("sendt", "id")
    )


def finn_melding(noekkel: UUID) -> Melding | None:
    """Return the message by the id of addresses."""
    return Melding.objects.select_related("samtale").filter(noekkel=noekkel).first()


def finn_utkast(noekkel: UUID) -> Utkast | None:
    """Return the draft by its key."""
    return Utkast.objects.select_related("samtale", "endret_av").filter(noekkel=noekkel).first()


def sendt_fra(noekkel: UUID) -> Melding | None:
    """Return the message that a draft with this key became."""
    return Melding.objects.select_related("samtale").filter(idempotens=noekkel).first()


def person_i(samtale: Samtale | Utkast) -> Person | None:
    """Return the person a thread or draft is about, if the one who asks still has them."""
    if samtale.person_id is None:
        return None
    return Person.objects.select_related("kommune").filter(pk=samtale.person_id).first()


def samtaler_om(person: Person) -> QuerySet[Samtale]:
    """Return the threads about a person, newest first."""
    return Samtale.objects.filter(person=person).order_by("-opprettet")


def overleveringer(person: Person) -> QuerySet[Overlevering]:
    """Return what was handed over by hand about a protected person, newest first."""
    return (
        Overlevering.objects.filter(person=person)
        .select_related("virksomhet", "registrert_av", "rettet_av", "retter")
        .order_by("-dato", "-id")
    )


def finn_forespoersel(noekkel: UUID) -> Forespoersel | None:
    """Return the request by the id of addresses."""
    return (
        Forespoersel.objects.select_related("registrert_av", "avgjort_av", "endret_av", "virksomhet")
        .filter(noekkel=noekkel)
        .first()
    )


def personer_i(forespoersel: Forespoersel) -> list[Person]:
    """Return the persons a request is about whom the one who asks still has."""
    ider = forespoersel.personer.filter(tatt_ut__isnull=True).values("person_id")
    return list(Person.objects.filter(pk__in=ider).select_related("kommune").order_by("sortering", "id"))


def vedlegg_i(forespoersel: Forespoersel) -> list[Vedlegg]:
    """Return the request's files with their versions."""
    lenker = forespoersel.vedlegg.select_related("vedlegg").prefetch_related("vedlegg__versjoner")
    return [lenke.vedlegg for lenke in lenker.order_by("id")]


# Counts of the tabs stop here: «999+».
TELL_TIL = 999
_TELLING = les_sql("integrering.utveksling.meldinger", "telling")


@dataclass(frozen=True)
class Telling:
    """How many wait in each tab, at most one more than `TELL_TIL`."""

    innboks: int
    sendt: int
    utkast: int
    venter: int


def telling(av: Aktoer) -> Telling:
    """Return how many are unread or unanswered, sent, being written, and not yet acknowledged by others."""
    with connection.cursor() as peker:
        peker.execute(_TELLING, {"virksomhet": av.virksomhet_id, "mest": TELL_TIL + 1})
        return Telling(*(peker.fetchone() or (0, 0, 0, 0)))
