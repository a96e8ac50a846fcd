"""Requests for guidance: ask, begin, answer, withdraw. Each change recomputes the task."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.vedlegg import actions as vedlegg
from regionalt.oppfoelging.kodeverk import Forespoerseltilstand, Kanal
from regionalt.oppfoelging.models import Forespoersel, Forespoerselvedlegg
from regionalt.oppfoelging.roller import KILDE_FORESPOERSEL, SKRIVER, SPOER
from regionalt.oppfoelging.rules.svartid import frist_for
from regionalt.personvern import brudd_i_tekst

T = Forespoerseltilstand


@dataclass(frozen=True)
class Spoersmaal:
    """What the form of a request gives. The county says how and when it came; a municipality asks now."""

    kommune: Virksomhet
    tema: str
    tekst: str
    spurt_av: str = ""
    kanal: str = Kanal.HER
    mottatt: date | None = None


@transaction.atomic
def spoer(
    *, data: Spoersmaal, filer: Iterable[UploadedFile[Any]] = (), innsending: UUID, av: Aktoer
) -> Forespoersel:
    """Ask for one's own municipality, or, at the county, write down what came another way.

    It is to be answered within `VEILEDNING_VIRKEDAGER` working days. Sent twice, it is one request.

    Raises:
        IkkeTilgang: for another municipality than one's own.
        Regelbrudd: a day that has not been, a file that is refused, or text with an identity number.
    """
    av.krev(*SPOER)
    _krev_rett_spoersmaal(data, av)
    mottatt = data.mottatt or timezone.localdate()
    try:
        with transaction.atomic():
            ny = Forespoersel.objects.create(
                kommune=data.kommune, tema=data.tema, spoersmaal=data.tekst, spurt_av=data.spurt_av,
                kanal=data.kanal, mottatt=mottatt, frist=frist_for(mottatt, settings.VEILEDNING_VIRKEDAGER),
                innsending=innsending, skrevet_av_id=av.bruker_id, endret_av_id=av.bruker_id,
            )  # fmt: skip
    except IntegrityError:
        # sent twice: the first one stands
        return Forespoersel.objects.get(innsending=innsending)
    _legg_ved(ny, filer, av)
    oppdater_kilde(KILDE_FORESPOERSEL, [ny.pk])
    return ny


def _krev_rett_spoersmaal(data: Spoersmaal, av: Aktoer) -> None:
    if av.er_kommune and data.kommune.pk != av.virksomhet_id:
        raise IkkeTilgang(_("Du kan bare spørre for egen kommune."))
    brudd = {}
    if av.er_kommune != (data.kanal == Kanal.HER):
        brudd["kanal"] = [_("Velg hvordan forespørselen kom.")]
    if data.mottatt and data.mottatt > timezone.localdate():
        brudd["mottatt"] = [_("Datoen kan ikke være etter i dag.")]
    krev_gyldig(brudd, brudd_i_tekst(spoersmaal=data.tekst, spurt_av=data.spurt_av))


@transaction.atomic
def begynn(*, forespoersel: Forespoersel, versjon: int, av: Aktoer) -> None:
    """Take a request on: it is under work, and the task is one's own. Raises Konflikt, Regelbrudd."""
    av.krev(*SKRIVER)
    _krev_aapen(forespoersel)
    forespoersel.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, tilstand=T.UNDER_ARBEID, behandler_id=av.bruker_id
    )
    oppdater_kilde(KILDE_FORESPOERSEL, [forespoersel.pk])


@transaction.atomic
def besvar(
    *,
    forespoersel: Forespoersel,
    versjon: int,
    svar: str,
    filer: Iterable[UploadedFile[Any]] = (),
    av: Aktoer,
) -> None:
    """Answer a request: the municipality reads it at once. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    _krev_aapen(forespoersel)
    if not svar.strip():
        raise Regelbrudd({"svar": [_("Skriv svaret.")]})
    krev_gyldig(brudd_i_tekst(svar=svar))
    forespoersel.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, tilstand=T.BESVART, behandler_id=av.bruker_id,
        svar=svar.strip(), besvart=timezone.localdate(),
    )  # fmt: skip
    _legg_ved(forespoersel, filer, av)
    oppdater_kilde(KILDE_FORESPOERSEL, [forespoersel.pk])


@transaction.atomic
def trekk(*, forespoersel: Forespoersel, versjon: int, av: Aktoer) -> None:
    """Withdraw a request that is not answered: the municipality, or the county when it says so.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    av.krev(*SPOER)
    if av.er_kommune and forespoersel.kommune_id != av.virksomhet_id:
        raise IkkeTilgang(_("Du kan bare trekke forespørsler fra egen kommune."))
    _krev_aapen(forespoersel)
    forespoersel.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=T.TRUKKET)
    oppdater_kilde(KILDE_FORESPOERSEL, [forespoersel.pk])


def _krev_aapen(forespoersel: Forespoersel) -> None:
    if not forespoersel.aapen:
        raise Regelbrudd(_("Forespørselen er besvart eller trukket."))


def _legg_ved(forespoersel: Forespoersel, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> None:
    """Attach files; they are sent at once, and so locked."""
    lagret = vedlegg.legg_ved_alle(filer=filer, av=av)
    Forespoerselvedlegg.objects.bulk_create(
        Forespoerselvedlegg(forespoersel=forespoersel, vedlegg=v, virksomhet_id=av.virksomhet_id)
        for v in lagret
    )
    vedlegg.laas(vedlegg=lagret, av=av)
