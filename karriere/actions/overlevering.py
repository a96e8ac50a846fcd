"""The note to the municipality: handed over, read, reminded of; registered in IMDinett (forskriften § 59)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from karriere.actions.felles import merk_sak, skriv_hendelse
from karriere.kodeverk import Sakshendelsestype
from karriere.models import Notat, Notatlesning, Notatsvar, Sak
from karriere.roller import KOMMUNEN, LESER_NOTAT, VEILEDER

H = Sakshendelsestype


@transaction.atomic
def overlever(*, notat: Notat, av: Aktoer) -> None:
    """Hand a finished version over to the municipality the person lives in. Again: no change.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: the person lives in no municipality here, or a newer version is finished.
    """
    av.krev(*VEILEDER)
    sak = notat.sak
    if sak.person.kommune_id is None:
        raise Regelbrudd(_("Personen bor ikke i noen kommune her."))
    if sak.notater.filter(nr__gt=notat.nr).exists():
        raise Regelbrudd(_("Det er skrevet en nyere versjon. Overlever den."))
    naa = timezone.now()
    endret = Notat.objects.filter(pk=notat.pk, overlevert__isnull=True).update(
        overlevert=naa, overlevert_av_id=av.bruker_id, overlevert_til_id=sak.person.kommune_id
    )
    if endret:
        skriv_hendelse(sak, H.OVERLEVERT, av, nr=notat.nr)
        merk_sak(sak, av, overlevert=timezone.localdate())


@transaction.atomic
def merk_lest(*, notat: Notat, av: Aktoer) -> None:
    """Keep that someone has read a version: the first time of each is the receipt. Raises IkkeTilgang."""
    av.krev(*LESER_NOTAT)
    _rad, foerste = Notatlesning.objects.get_or_create(
        notat=notat, bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id
    )
    sak = notat.sak
    # a newer version that is not handed over is not theirs to see: then the case says nothing is handed over
    nyeste = sak.overlevert is not None and not sak.notater.filter(nr__gt=notat.nr).exists()
    if foerste and nyeste and av.har(*KOMMUNEN) and sak.lest is None:
        skriv_hendelse(sak, H.LEST, av, nr=notat.nr)
        merk_sak(sak, av, lest=timezone.localdate())


@transaction.atomic
def svar_om_notat(*, notat: Notat, vedtak: UUID, svar: str, grunn: str, av: Aktoer) -> None:
    """Keep the municipality's answer in a decision: was the note used (`Notatbruk`), and if not wholly, why.

    Args:
        vedtak: the registration of the decision; it is answered once.

    Raises:
        IkkeTilgang: others than the refugee service.
    """
    av.krev(*KOMMUNEN)
    Notatsvar.objects.create(
        sak=notat.sak, notat=notat, vedtak=vedtak, svar=svar, grunn=grunn, av_id=av.bruker_id
    )


@transaction.atomic
def minn_om(*, sak: Sak, av: Aktoer) -> None:
    """Note that the municipality is reminded of a note it has not read: once a day.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: nothing is handed over, it is read, or they are reminded today.
    """
    av.krev(*VEILEDER)
    if sak.overlevert is None or sak.lest is not None:
        raise Regelbrudd(_("Det er ikke noe ulest notat hos kommunen."))
    if sak.purret == timezone.localdate():
        raise Regelbrudd(_("Kommunen er alt minnet på notatet i dag."))
    skriv_hendelse(sak, H.PURRET, av)
    merk_sak(sak, av, purret=timezone.localdate())


@transaction.atomic
def merk_registrert(*, notat: Notat, dag: date, av: Aktoer) -> None:
    """Keep the day a version was registered in IMDinett; again: the last counts.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: a day to come, or before the version was finished; not the newest version.
    """
    av.krev(*VEILEDER)
    if notat.sak.notater.filter(nr__gt=notat.nr).exists():
        raise Regelbrudd(_("Det er skrevet en nyere versjon. Registrer den."))
    if not timezone.localdate(notat.ferdig) <= dag <= timezone.localdate():
        raise Regelbrudd({"dag": [_("Dagen må være fra notatet ble ferdig og til i dag.")]})
    Notat.objects.filter(pk=notat.pk).update(registrert_imdinett=dag)
    skriv_hendelse(notat.sak, H.REGISTRERT, av, dag=dag.isoformat(), nr=notat.nr)
    merk_sak(notat.sak, av, registrert_imdinett=dag)
