"""Weekly slots, and the meetings made from them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import structlog
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.moeter.actions import felles
from integrering.utveksling.moeter.actions.deltakere import sett_kommuner
from integrering.utveksling.moeter.actions.felles import (
    INNKALLERE,
    KILDE,
    Tidsdata,
    deltakerrader,
    krev_eier,
)
from integrering.utveksling.moeter.kodeverk import Moetetilstand
from integrering.utveksling.moeter.models import (
    Deltaker,
    FastDeltaker,
    FastTid,
    FastUnntak,
    Moete,
    Moetepunkt,
)
from integrering.utveksling.moeter.queries.faste import gjeldende_tider, plan_for, uker_framover
from integrering.utveksling.moeter.rules.faste import Plan, Skjebne, Uke, Utfall, skjebne

logg = structlog.get_logger(__name__)


@transaction.atomic
def lag_fast_tid(*, data: Tidsdata, innsending: UUID, av: Aktoer) -> FastTid:
    """Set aside a time each week. The same form sent twice gives one slot. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*INNKALLERE)
    kontroller(data, av)
    try:
        with transaction.atomic():
            tid = FastTid.objects.create(
                innsending=innsending,
                eier_id=av.virksomhet_id,
                opprettet_av_id=av.bruker_id,
                endret_av_id=av.bruker_id,
                **_felter(data),
            )
    except IntegrityError:
        return FastTid.objects.get(innsending=innsending)
    _sett_deltakere(tid, data, av)
    return tid


@transaction.atomic
def endre_fast_tid(*, tid: FastTid, versjon: int, data: Tidsdata, moetene_foelger: bool, av: Aktoer) -> int:
    """Change a slot. Return how many meetings were moved or called off.

    Args:
        moetene_foelger: planned meetings already made follow the change (those moved by hand do not).

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, tid)
    kontroller(data, av, har=tid.type)
    foer = plan_for(tid)
    tid.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **_felter(data))
    _sett_deltakere(tid, data, av)
    return _la_foelge(tid, foer, av) if moetene_foelger else 0


@transaction.atomic
def legg_til_unntak(*, tid: FastTid, dato: date, grunn: str, av: Aktoer) -> bool:
    """Let a day be without the meeting; one that is made is called off. Return whether one was.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, tid)
    if not grunn.strip():
        raise Regelbrudd({"grunn": [_("Skriv hvorfor det ikke er møte.")]})
    krev_gyldig(felles.brudd_i_tekst(grunn=grunn))
    if dato.isoweekday() != tid.ukedag:
        tekst = _("Den faste tiden er på %(dag)s. Velg en dato som er det.")
        raise Regelbrudd({"dato": [tekst % {"dag": tid.get_ukedag_display()}]})
    FastUnntak.objects.get_or_create(fast_tid=tid, dato=dato, defaults={"grunn": grunn.strip()})
    avlyst = 0
    for moete in _planlagte(tid):
        if timezone.localdate(moete.start) == dato:
            _avlys(moete, grunn.strip(), av)
            avlyst += 1
    return bool(avlyst)


@transaction.atomic
def slett_unntak(*, tid: FastTid, dato: date, av: Aktoer) -> None:
    """Take an exception away; a meeting that was called off stays so. Raises IkkeTilgang."""
    krev_eier(av, tid)
    FastUnntak.objects.filter(fast_tid=tid, dato=dato).delete()


@transaction.atomic
def lag_moeter(*, tid: FastTid, i_dag: date, av: Aktoer) -> int:
    """Make the meetings of the weeks ahead that are not there. Return how many; again: none.

    Raises IkkeTilgang.
    """
    krev_eier(av, tid)
    return _lag_moeter(tid, i_dag, timezone.now())


def lag_alle_moeter(*, i_dag: date) -> int:
    """Keep every slot's meetings some weeks ahead, a transaction each, as the jobs' role. Return how many."""
    with kontekst(motor_kontekst()):
        ider = list(gjeldende_tider(i_dag).values_list("pk", flat=True))
    laget = 0
    for pk in ider:
        with kontekst(motor_kontekst()):
            laget += _lag_moeter(FastTid.objects.get(pk=pk), i_dag, timezone.now())
    logg.info("faste_moeter_laget", tider=len(ider), moeter=laget)
    return laget


def _lag_moeter(tid: FastTid, i_dag: date, naa: datetime) -> int:
    # two at a time wait for each other here: the second finds the first's meetings
    laast = FastTid.objects.select_for_update(of=("self",)).select_related("eier").get(pk=tid.pk)
    plan = plan_for(laast)
    lages = [u for u in uker_framover(laast, i_dag) if u.utfall is Utfall.LAGES and plan.start_i(u.uke) > naa]
    deltakere = list(laast.deltakere.all())
    for uke in lages:
        _lag_moete(laast, plan, uke, deltakere)
    return len(lages)


def _lag_moete(tid: FastTid, plan: Plan, uke: Uke, deltakere: list[FastDeltaker]) -> None:
    moete = Moete.objects.create(
        eier_id=tid.eier_id,
        type=tid.type,
        tittel=tid.tittel,
        sted=tid.sted,
        videolenke=tid.videolenke,
        start=plan.start_i(uke.uke),
        slutt=plan.slutt_i(uke.uke),
        fast_tid=tid,
        fast_uke=uke.uke,
        opprettet_av_id=tid.opprettet_av_id,
    )
    Deltaker.objects.bulk_create(Deltaker(moete=moete, **d.felter) for d in deltakere)
    sett_kommuner(moete, ())


def _la_foelge(tid: FastTid, foer: Plan, av: Aktoer) -> int:
    etter, unntak = plan_for(tid), set(tid.unntak.values_list("dato", flat=True))
    endret = 0
    for moete in _planlagte(tid):
        uke = moete.fast_uke
        assert uke is not None  # noqa: S101 - held by a constraint
        hva = skjebne(
            foer=foer, etter=etter, uke=uke, start=timezone.localtime(moete.start), unntak=unntak,
            naa=timezone.now(),
        )  # fmt: skip
        if hva is Skjebne.AVLYSES:
            _avlys(moete, _("Den faste tiden er endret."), av)
        elif hva is Skjebne.FLYTTES:
            _flytt(moete, tid, etter, uke, av)
        endret += hva is not Skjebne.STAAR
    return endret


def _flytt(moete: Moete, tid: FastTid, plan: Plan, uke: date, av: Aktoer) -> None:
    """Let a meeting be as the slot is now: time, place, title, participants of the slot."""
    moete.lagre_over(
        versjon=moete.versjon,
        bruker_id=av.bruker_id,
        type=tid.type,
        tittel=tid.tittel,
        sted=tid.sted,
        videolenke=tid.videolenke,
        start=plan.start_i(uke),
        slutt=plan.slutt_i(uke),
        sekvens=moete.sekvens + 1,
    )
    finnes = {(d.virksomhet_id, d.bruker_id, d.ekstern) for d in moete.deltakere.all()}
    Deltaker.objects.bulk_create(
        Deltaker(moete=moete, **d.felter)
        for d in tid.deltakere.all()
        if (d.virksomhet_id, d.bruker_id, d.ekstern) not in finnes
    )
    oppdater_kilde(KILDE, list(Moetepunkt.objects.filter(moete=moete).values_list("pk", flat=True)))


def _avlys(moete: Moete, grunn: str, av: Aktoer) -> None:
    moete.lagre_over(
        versjon=moete.versjon,
        bruker_id=av.bruker_id,
        tilstand=Moetetilstand.AVLYST,
        avlyst_grunn=grunn,
        sekvens=moete.sekvens + 1,
    )


def _planlagte(tid: FastTid) -> list[Moete]:
    return list(
        Moete.objects.filter(fast_tid=tid, tilstand=Moetetilstand.PLANLAGT, start__gt=timezone.now())
        .select_for_update(of=("self",))
        .order_by("pk")
    )


def _sett_deltakere(tid: FastTid, data: Tidsdata, av: Aktoer) -> None:
    tid.deltakere.all().delete()
    FastDeltaker.objects.bulk_create(
        FastDeltaker(fast_tid=tid, **rad) for rad in deltakerrader(data.deltakere, av)
    )


def kontroller(data: Tidsdata, av: Aktoer, har: str = "") -> None:
    """Raise Regelbrudd for what cannot be a slot, with the messages beside their fields."""
    brudd = {}
    if data.til and data.til < data.fra:
        brudd["til"] = [_("Siste dag må være samme dag som den første, eller senere.")]
    if data.videolenke and not data.videolenke.startswith("https://"):
        brudd["videolenke"] = [_("Lenken må begynne med https://.")]
    krev_gyldig(
        brudd,
        felles.brudd_i_type(data.type, har),
        felles.brudd_i_tittel(data.tittel),
        felles.brudd_i_tekst(sted=data.sted),
        felles.brudd_i_deltakere(data.deltakere, av, timezone.localdate()),
    )


def _felter(data: Tidsdata) -> dict[str, Any]:
    navn = (
        "type", "tittel", "ukedag", "klokkeslett", "varighet", "fra", "til", "sted", "videolenke",
    )  # fmt: skip
    return {felt: getattr(data, felt) for felt in navn}
