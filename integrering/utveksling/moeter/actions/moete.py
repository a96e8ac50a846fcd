"""Call a meeting, change it, call it off, make the next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.actions import felles
from integrering.utveksling.moeter.actions.deltakere import kopier_andres, sett_deltakere, sett_kommuner
from integrering.utveksling.moeter.actions.felles import (
    INNKALLERE,
    Moetedata,
    krev_aapent,
    krev_begynt,
    krev_eier,
)
from integrering.utveksling.moeter.actions.personer import knytt
from integrering.utveksling.moeter.actions.punkt import flytt_aapne
from integrering.utveksling.moeter.kodeverk import Moetetilstand
from integrering.utveksling.moeter.models import Moete

# What stands in the calendar file: a change of it is a new version there.
I_KALENDEREN = ("type", "start", "slutt")


@transaction.atomic
def kall_inn(
    *,
    data: Moetedata,
    innsending: UUID,
    av: Aktoer,
    personer: Collection[Person] = (),
    forrige: Moete | None = None,
) -> Moete:
    """Call a meeting. The same form sent twice (`innsending`) gives the same meeting.

    Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*INNKALLERE)
    if finnes := Moete.objects.filter(innsending=innsending, eier_id=av.virksomhet_id).first():
        return finnes
    kontroller(data, av)
    try:
        with transaction.atomic():
            moete = Moete.objects.create(
                innsending=innsending,
                eier_id=av.virksomhet_id,
                opprettet_av_id=av.bruker_id,
                endret_av_id=av.bruker_id,
                forrige=forrige,
                **_felter(data),
            )
    except IntegrityError as feil:
        # sent twice at the same time: the other one is there now
        if finnes := Moete.objects.filter(innsending=innsending, eier_id=av.virksomhet_id).first():
            return finnes
        raise Regelbrudd(_("Møtet er alt laget. Se listen over møter.")) from feil
    sett_deltakere(moete, data.deltakere, av)
    sett_kommuner(moete, data.kommuner)
    knytt(moete, personer)
    return moete


@transaction.atomic
def endre_moete(*, moete: Moete, versjon: int, data: Moetedata, av: Aktoer) -> None:
    """Change a meeting that is neither called off nor locked. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev_eier(av, moete)
    krev_aapent(moete)
    kontroller(data, av, har=moete.type)
    felter = _felter(data)
    ny = any(getattr(moete, navn) != felter[navn] for navn in I_KALENDEREN)
    moete.lagre_over(versjon=versjon, bruker_id=av.bruker_id, sekvens=moete.sekvens + ny, **felter)
    sett_deltakere(moete, data.deltakere, av)
    sett_kommuner(moete, data.kommuner)
    _oppdater_oppgaver(moete)


@transaction.atomic
def avlys(*, moete: Moete, versjon: int, grunn: str, av: Aktoer) -> None:
    """Call off a planned meeting, with a reason. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev_eier(av, moete)
    if not grunn.strip():
        raise Regelbrudd({"grunn": [_("Skriv hvorfor møtet avlyses.")]})
    krev_gyldig(felles.brudd_i_tekst(grunn=grunn))
    if moete.tilstand != Moetetilstand.PLANLAGT:
        raise Regelbrudd(_("Bare planlagte møter kan avlyses."))
    moete.lagre_over(
        versjon=versjon,
        bruker_id=av.bruker_id,
        tilstand=Moetetilstand.AVLYST,
        avlyst_grunn=grunn.strip(),
        sekvens=moete.sekvens + 1,
    )


@transaction.atomic
def merk_avholdt(*, moete: Moete, versjon: int, av: Aktoer) -> None:
    """Say that the meeting took place. Again: no change. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev_eier(av, moete)
    if moete.tilstand == Moetetilstand.AVHOLDT:
        return
    krev_begynt(moete)
    moete.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=Moetetilstand.AVHOLDT)


@transaction.atomic
def lag_neste(
    *,
    forrige: Moete,
    data: Moetedata,
    innsending: UUID,
    viderefoer: bool,
    av: Aktoer,
    personer: Sequence[Person] = (),
) -> Moete:
    """Make the meeting after this one: others' named participants come along, open points too when asked.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, forrige)
    if Moete.objects.filter(forrige=forrige).exclude(innsending=innsending).exists():
        raise Regelbrudd(_("Neste møte er alt laget."))
    moete = kall_inn(data=data, innsending=innsending, av=av, personer=personer, forrige=forrige)
    kopier_andres(fra=forrige, til=moete, av=av)
    if viderefoer:
        flytt_aapne(fra=forrige, til=moete)
    return moete


def kontroller(data: Moetedata, av: Aktoer, har: str = "") -> None:
    """Raise Regelbrudd for what cannot be a meeting, with the messages beside their fields."""
    brudd = {}
    if data.slutt <= data.start:
        brudd["til"] = [_("Møtet må slutte etter at det begynner.")]
    if data.videolenke and not data.videolenke.startswith("https://"):
        brudd["videolenke"] = [_("Lenken må begynne med https://.")]
    krev_gyldig(
        brudd,
        felles.brudd_i_type(data.type, har),
        felles.brudd_i_tittel(data.tittel),
        felles.brudd_i_tekst(sted=data.sted, dagsorden=data.dagsorden),
        felles.brudd_i_deltakere(data.deltakere, av, timezone.localdate()),
    )


def _felter(data: Moetedata) -> dict[str, Any]:
    navn = ("type", "tittel", "start", "slutt", "sted", "videolenke", "dagsorden")
    return {felt: getattr(data, felt) for felt in navn}


def _oppdater_oppgaver(moete: Moete) -> None:
    """Day and kind of the meeting stand in the tasks of its points."""
    oppdater_kilde(felles.KILDE, list(moete.egne_punkter.values_list("pk", flat=True)))
