"""Ask the municipalities for the registrations that are missing: a message a person, with receipt."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.brev.queries import fylkets_maalform
from integrering.utveksling.brev.rules.maalform import for_virksomhet
from integrering.utveksling.meldinger.actions import Enkeltmelding, send_mange
from integrering.utveksling.meldinger.kodeverk import aapent_emne
from integrering.utveksling.meldinger.queries.adressater import hindre_om_personer
from opplaering.models import Avstemming
from opplaering.queries.avstemming import avstemming
from opplaering.rules.avstemming import Tilstand
from tilskudd.doerer import BEREGNER
from tilskudd.utsikter import tekster
from tilskudd.utsikter.models import Paaminnelse, PaaVent
from tilskudd.utsikter.queries.paa_vent import tidligst

VENT = timedelta(days=14)
"""Nobody is asked about the same person again before this; the message itself is followed up meanwhile."""
_NAVNEROM = uuid.UUID("6f0c3a51-4a6f-4ed1-9f0e-0d7f7c3f9a10")


@dataclass(frozen=True)
class Spoersmaal:
    """What a municipality is asked about one person."""

    person: Person
    kommune: Virksomhet
    grunner: tuple[str, ...]
    kroner: int
    tekst: str


@dataclass(frozen=True)
class Fordeling:
    """The persons chosen: those who are asked about, and those who are not, with why."""

    sendes: tuple[PaaVent, ...]
    skjermede: tuple[PaaVent, ...]
    nylig: tuple[PaaVent, ...]
    utenfor: tuple[PaaVent, ...]
    """Their municipality is not one of the county's, or gets no messages here."""


@dataclass(frozen=True)
class Skriver:
    """Writes to each municipality in the language it has chosen, else in the county's."""

    maalform: str
    tidligst: Kvartal

    def tekst(self, kommune: Virksomhet | None, grunner: Sequence[str], skolegang: Sequence[Any]) -> str:
        """Return the words of the message."""
        with self._spraak(kommune):
            return tekster.melding(grunner, skolegang, self.tidligst)

    def tittel(self, kommune: Virksomhet) -> str:
        """Return the title of the message."""
        with self._spraak(kommune):
            return tekster.tittel()

    def _spraak(self, kommune: Virksomhet | None) -> override:
        return override(for_virksomhet(kommune.maalform if kommune else "", self.maalform).maalform)


def skriver() -> Skriver:
    """Return who writes the messages of today."""
    return Skriver(fylkets_maalform(), tidligst())


def fordel(rader: Sequence[PaaVent], av: Aktoer) -> Fordeling:
    """Say of each person whether the municipality can be asked now. Rows with person and municipality."""
    spurt = _nylig_spurt([rad.pk for rad in rader])
    aapne = [rad for rad in rader if not rad.person.skjermet]
    par = [(rad.kommune, rad.person) for rad in aapne if rad.kommune]
    stengt = {v.pk for v in hindre_om_personer(av=av, par=par)} | {None}
    videre = [rad for rad in aapne if rad.kommune_id not in stengt]
    return Fordeling(
        sendes=tuple(rad for rad in videre if rad.pk not in spurt),
        skjermede=tuple(rad for rad in rader if rad.person.skjermet),
        nylig=tuple(rad for rad in videre if rad.pk in spurt),
        utenfor=tuple(rad for rad in aapne if rad.kommune_id in stengt),
    )


@transaction.atomic
def paaminn(*, noekler: Collection[uuid.UUID], av: Aktoer) -> int:
    """Ask for what is missing for these persons, each municipality in its own language; return how many.

    Those asked about lately, protected persons and those whose municipality cannot be written to, are left
    out (`fordel`): sending the same page twice sends nothing more.

    Raises:
        IkkeTilgang: for others than the advisers.
        Regelbrudd: a message may not be sent; then none is.
    """
    av.krev(*BEREGNER)
    vent_paa_tur("utsikter.paaminnelse", None)
    valgt = PaaVent.objects.filter(person__noekkel__in=noekler).select_related("person", "kommune")
    rader = fordel(list(valgt.order_by("pk")), av).sendes
    skolegang, ord_ = skolegang_for([rad.pk for rad in rader]), skriver()
    return len(_send([_spoersmaal(rad, skolegang.get(rad.pk, []), ord_) for rad in rader], av, ord_))


@transaction.atomic
def spoer(*, person: Person, grunner: Sequence[str], kroner: int, tekst: str, av: Aktoer) -> Paaminnelse:
    """Ask the person's municipality, in the adviser's words; the same day again: what was sent stands.

    Raises:
        IkkeTilgang: for others than the advisers.
        Regelbrudd: nothing is missing, it was asked lately, or the message may not be sent.
    """
    av.krev(*BEREGNER)
    vent_paa_tur("utsikter.paaminnelse", None)
    kommune = person.kommune
    if not grunner or kommune is None:
        raise Regelbrudd(_("Det er ingenting å spørre kommunen om."))
    noekkel = _noekkel(person.pk, kommune.pk)
    sendt = Paaminnelse.objects.filter(noekkel=noekkel).first()
    if sendt is not None:
        return sendt
    sist = _nylig_spurt([person.pk]).get(person.pk)
    if sist is not None:
        raise Regelbrudd(
            _("Kommunen ble spurt %(dato)s. Spør igjen tidligst %(igjen)s.")
            % {"dato": visning.dato(sist), "igjen": visning.dato(sist + VENT)}
        )
    return _send([Spoersmaal(person, kommune, tuple(grunner), kroner, tekst)], av, skriver())[0]


def skolegang_for(person_ider: Collection[int]) -> dict[int, list[Avstemming]]:
    """Return the persons' periods at school as the county knows them, where something is missing."""
    ut: dict[int, list[Avstemming]] = {}
    rader = avstemming().filter(person__in=person_ider)
    for rad in rader.exclude(tilstand__in=(Tilstand.STEMMER, Tilstand.IKKE_HOS_OSS)).order_by("fra"):
        ut.setdefault(rad.person_id, []).append(rad)
    return ut


def _nylig_spurt(person_ider: Collection[int]) -> Mapping[int, datetime]:
    """Return when these persons' present municipalities were asked, where it is not long ago."""
    rader = Paaminnelse.objects.filter(
        person__in=person_ider, kommune=F("person__kommune"), sendt__gt=timezone.now() - VENT
    )
    return dict(rader.order_by("sendt").values_list("person_id", "sendt"))


def _spoersmaal(rad: PaaVent, skolegang: Sequence[Avstemming], ord_: Skriver) -> Spoersmaal:
    assert rad.kommune is not None  # noqa: S101 - `fordel` left out those without
    tekst = ord_.tekst(rad.kommune, rad.grunner, skolegang)
    return Spoersmaal(rad.person, rad.kommune, tuple(rad.grunner), rad.kroner, tekst)


def _noekkel(person_id: int, kommune_id: int) -> uuid.UUID:
    """The same person, municipality and day: the same message."""
    return uuid.uuid5(_NAVNEROM, f"{person_id} {kommune_id} {timezone.localdate()}")


def _send(alle: Sequence[Spoersmaal], av: Aktoer, ord_: Skriver) -> list[Paaminnelse]:
    if not alle:
        return []
    noekler = [_noekkel(s.person.pk, s.kommune.pk) for s in alle]
    emne = aapent_emne("tilskudd", "registrering")
    sendt = send_mange(
        meldinger=[
            Enkeltmelding(noekkel, s.person, s.kommune, emne, ord_.tittel(s.kommune), s.tekst)
            for noekkel, s in zip(noekler, alle, strict=True)
        ],
        av=av,
        egen_oppgave=True,  # the register asks for the same already: no second task
    )
    return Paaminnelse.objects.bulk_create(
        Paaminnelse(
            noekkel=noekkel, person=s.person, kommune=s.kommune, melding=sendt[noekkel],
            grunner=list(s.grunner), kroner=s.kroner, av_id=av.bruker_id,
        )
        for noekkel, s in zip(noekler, alle, strict=True)
    )  # fmt: skip
