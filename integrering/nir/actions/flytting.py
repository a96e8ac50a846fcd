"""Moves: reported by either side, decided by those who have the person, confirmed by those who receive."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.actions.fakta import avslutt_bosted
from integrering.nir.actions.roller import krev_registrering
from integrering.nir.actions.ved_navn import registrer_bosted
from integrering.nir.hendelser import meld_endret
from integrering.nir.models import Bosted, Flyttesak, Person
from integrering.nir.models.flyttesak import FlyttesakTilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet


@transaction.atomic
def avgjoer_flyttesak(*, sak: Flyttesak, bekreft: bool, grunn: str, av: Aktoer) -> None:
    """Confirm or refuse a move, as the county or the municipality that has the person.

    Confirming ends the old bosted the day before and opens the new one. The case is closed first: when the
    bosted has changed, the old municipality no longer sees it.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_registrering(av)
    person = Person.objects.filter(pk=sak.person_id).first()
    if person is None:
        raise IkkeTilgang(_("Saken avgjøres av kommunen som har personen, eller av fylkeskommunen."))
    if not bekreft and not grunn.strip():
        raise Regelbrudd({"grunn": [_("Skriv hvorfor flyttingen avvises.")]})
    _lukk_saken(sak, person, bekreft=bekreft, grunn=grunn.strip(), av=av)
    if bekreft:
        _flytt(sak, person, av)
    meld_endret([person.pk])


@transaction.atomic
def meld_utflytting(*, person: Person, til_kommune: Virksomhet, fra: date, av: Aktoer) -> Flyttesak:
    """Say that a person one has moves to another municipality, from a day (its first day there).

    The bosted ends the day before and a new one begins; the receiving municipality is asked to confirm. From
    that day the municipality that is left sees nothing newer than what it has registered itself.

    Raises:
        IkkeTilgang: the role may not register (the database shows a municipality its own persons only).
        Regelbrudd: they live there already, a later bosted is registered, or the other side has reported it.
    """
    krev_registrering(av)
    if person.kommune_id == til_kommune.pk:
        raise Regelbrudd({"til_kommune": [_("Personen bor alt i kommunen.")]})
    aapne = Flyttesak.objects.filter(person=person, tilstand=FlyttesakTilstand.AAPEN)
    if aapne.filter(til_kommune=til_kommune).exists():
        raise Regelbrudd(_("Kommunen har alt meldt flyttingen. Avgjør den saken."))
    sak = Flyttesak.objects.create(
        person=person,
        til_kommune=til_kommune,
        fra_kommune_id=person.kommune_id,
        meldt_av_id=av.bruker_id,
        tilstand=FlyttesakTilstand.BEKREFTET,
        avgjort=timezone.now(),
        avgjort_av_id=av.bruker_id,
        fra=fra,
    )
    _flytt(sak, person, av)
    meld_endret([person.pk])
    return sak


@transaction.atomic
def motta_flytting(*, sak: Flyttesak, av: Aktoer) -> None:
    """Confirm that one has taken over a person who moved here. A second time nothing happens.

    Raises IkkeTilgang for others than the municipality they came to.
    """
    krev_registrering(av)
    if sak.til_kommune_id != av.virksomhet_id or not Person.objects.filter(pk=sak.person_id).exists():
        raise IkkeTilgang(_("Mottaket bekreftes av kommunen personen har flyttet til."))
    venter = Flyttesak.objects.filter(pk=sak.pk, tilstand=FlyttesakTilstand.BEKREFTET, mottatt__isnull=True)
    if venter.update(mottatt=timezone.now(), mottatt_av_id=av.bruker_id):
        meld_endret([sak.person_id])


def _lukk_saken(sak: Flyttesak, person: Person, *, bekreft: bool, grunn: str, av: Aktoer) -> None:
    tilstand = FlyttesakTilstand.BEKREFTET if bekreft else FlyttesakTilstand.AVVIST
    aapne = Flyttesak.objects.filter(pk=sak.pk, tilstand=FlyttesakTilstand.AAPEN)
    if not aapne.update(
        tilstand=tilstand,
        avgjort=timezone.now(),
        avgjort_av_id=av.bruker_id,
        grunn=grunn,
        fra_kommune_id=person.kommune_id,
    ):
        raise Regelbrudd(_("Saken er alt avgjort."))


def _flytt(sak: Flyttesak, person: Person, av: Aktoer) -> None:
    bosteder = Bosted.objects.gjeldende().filter(person=person).select_related("kommune", "person")
    senere = bosteder.filter(fra__gte=sak.fra).first()
    if senere:
        raise Regelbrudd(
            _(
                "Personen er registrert bosatt i %(kommune)s %(periode)s, som er på eller etter "
                "flyttedatoen. Rett bostedet først, eller avvis flyttingen."
            )
            % {"kommune": senere.kommune.navn, "periode": visning.periode(senere.fra, senere.til)}
        )
    for bosted in bosteder.filter(fra__lt=sak.fra):
        if bosted.til is None or bosted.til >= sak.fra:
            siste = sak.fra - timedelta(days=1)
            avslutt_bosted(bosted, siste_dag=siste, til=sak.til_kommune, av=av)
    registrer_bosted(person=person, kommune=sak.til_kommune, fra=sak.fra, av=av)
