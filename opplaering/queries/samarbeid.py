"""Contacts, agreements, and who needs to be followed up."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from integrering.grunnmur import visning
from integrering.nir.models import Person
from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.queries import vaart_fylke
from opplaering.models import Avtale, Samarbeidskontakt, Skolegang
from opplaering.queries.elever import elever
from opplaering.queries.framdrift import framdrift_for
from opplaering.queries.skolegang import skolegang
from opplaering.rules.framdrift import Framdrift, Tilstand
from opplaering.rules.samarbeid import Avtalefakta


def kontakter_til(person: Person) -> list[Samarbeidskontakt]:
    """Return who follows a participant up, by party and name."""
    rader = Samarbeidskontakt.objects.gjeldende().filter(person=person)
    return list(rader.select_related("virksomhet").order_by("part", "navn", "pk"))


def avtaler_til(person: Person) -> list[Avtale]:
    """Return what is agreed about a participant: what is not done first, by deadline."""
    rader = Avtale.objects.gjeldende().filter(person=person).select_related("virksomhet")
    return list(
        rader.order_by(F("ferdig").desc(nulls_first=True), F("frist").asc(nulls_last=True), "dato", "pk")
    )


def versjoner_om(person: Person) -> tuple[list[Samarbeidskontakt], list[Avtale]]:
    """Return all versions of the contacts and of the agreements about a participant, the oldest first."""
    kontakter = Samarbeidskontakt.objects.filter(person=person).select_related("registrert_av")
    avtaler = Avtale.objects.filter(person=person).select_related("registrert_av")
    return list(kontakter.order_by("registrert", "pk")), list(avtaler.order_by("registrert", "pk"))


def finn_kontakt(person: Person, registrering: UUID) -> Samarbeidskontakt | None:
    """Return a contact of a person that holds."""
    return Samarbeidskontakt.objects.gjeldende().filter(person=person, registrering_id=registrering).first()


def finn_avtale(person: Person, registrering: UUID) -> Avtale | None:
    """Return an agreement about a person that holds."""
    return Avtale.objects.gjeldende().filter(person=person, registrering_id=registrering).first()


def avtalens_nummer(avtale: Avtale) -> int:
    """Return the number an agreement has as a subject of tasks: that of its first version."""
    versjoner = Avtale.objects.filter(registrering_id=avtale.registrering_id)
    nummer: int = versjoner.aggregate(n=Min("pk"))["n"]
    return nummer


def over_frist(dag: date) -> QuerySet[Avtale]:
    """Return the agreements whose deadline has passed, and that are not done."""
    return Avtale.objects.gjeldende().filter(ferdig__isnull=True, frist__lt=dag)


def med_avtaler_over_frist(dag: date) -> QuerySet[Person]:
    """Return the persons the one who asks may see, with agreements past their deadline.

    Adds `frist` (the oldest; None when there is none) and `antall`.
    """
    om = over_frist(dag).filter(person=OuterRef("pk")).order_by().values("person")
    return (
        elever()
        .select_related("kommune")
        .annotate(
            frist=Subquery(om.annotate(f=Min("frist")).values("f")),
            antall=Coalesce(Subquery(om.annotate(n=Count("pk")).values("n")), 0),
        )
    )


def trenger_oppfoelging(dag: date, *, avtaler: bool = True, maal: bool = False) -> QuerySet[Person]:
    """Return those who need to be followed up, as `med_avtaler_over_frist` gives them.

    Args:
        avtaler: those with an agreement past its deadline.
        maal: those of the pupils whose goal will perhaps not be reached. Never for a school: it reads nir.
    """
    hvem = Q(pk__in=maal_i_fare(dag)) if maal else Q(pk__in=[])
    if avtaler:
        hvem |= Q(frist__isnull=False)
    return med_avtaler_over_frist(dag).filter(hvem)


def maal_i_fare(dag: date) -> list[int]:
    """Return the numbers of those at a school now or later whose goal will perhaps not be reached."""
    rader = skolegang().exclude(til__lt=dag)
    return [pk for pk, f in framdrift_for(rader, dag).items() if f.tilstand is Tilstand.I_FARE]


def framdriften_til(person: Person, dag: date) -> Framdrift | None:
    """Return a participant's progress; None for one who never went to a school. Never for a school."""
    return framdrift_for(skolegang().filter(person=person), dag).get(person.pk)


# --- Tasks, read as the jobs' role ---


def les_oppgavekilde(ider: Collection[int] | None) -> Iterator[tuple[Emne, Avtalefakta]]:
    """Yield the agreements that may be tasks, each on the desk of the one who is to do it."""
    aapne = Avtale.objects.gjeldende().filter(ferdig__isnull=True, frist__isnull=False)
    if ider is not None:
        registreringer = Avtale.objects.filter(pk__in=ider).values("registrering_id")
        aapne = aapne.filter(registrering_id__in=registreringer)
    foerste = Avtale.objects.filter(registrering_id=OuterRef("registrering_id")).order_by("pk").values("pk")
    rader = list(
        aapne.select_related("person", "virksomhet").annotate(nummer=Subquery(foerste[:1])).order_by("pk")
    )
    skoler, fylket = _skolene({rad.person_id for rad in rader}), vaart_fylke().pk
    for rad in rader:
        emne = _emne(rad, skoler, fylket)
        if emne is not None:
            yield emne, Avtalefakta(dato=rad.dato, frist=rad.frist, ferdig=rad.ferdig)


def _skolene(personer: Collection[int]) -> dict[int, int]:
    """Return person → the school they go to last."""
    rader = Skolegang.objects.gjeldende().filter(person_id__in=personer).order_by("person_id", "fra")
    return dict(rader.values_list("person_id", "skole_id"))


def _emne(rad: Any, skoler: dict[int, int], fylket: int) -> Emne | None:
    """Return the subject; None when it must not lie on a school's desk.

    A school's tasks are without person (they are read without the register), so one about a protected
    person would be seen by all there.
    """
    hvem = {
        "kommune": rad.person.kommune_id or fylket,
        "skole": skoler.get(rad.person_id, fylket),
        "fylke": fylket,
    }.get(rad.ansvar, rad.virksomhet_id)
    hos_skole = hvem in skoler.values() or (rad.virksomhet.type == "skole" and hvem == rad.virksomhet_id)
    if hos_skole and rad.person.skjermet:
        return None
    return Emne(
        id=rad.nummer,
        virksomhet_id=hvem,
        person_id=None if hos_skole else rad.person_id,
        url=reverse("opplaering_samarbeid", args=[rad.person.noekkel]),
        tekst=visning.dato(rad.dato) if hos_skole else "",
    )
