"""Make a round, and change its frame and parameters."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from bosetting.actions.felles import krev_aapen
from bosetting.actions.grunnlag import hent_grunnlag
from bosetting.kodeverk import Rundetilstand, prosent
from bosetting.models import Runde, Rundehendelse, RundeKommune
from bosetting.roller import SKRIVER
from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.actions.felles import opprett_en_gang
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Rundedata:
    """The frame and the parameters of a round, in persons; the shares from 0 to 1."""

    ramme: int | None = None
    em_ramme: int = 0
    rammekilde: str = ""
    grunntall: int = 0
    minstetall: int = 10
    maks_utslag: Decimal = Decimal("0.50")
    baand: Decimal | None = None


@transaction.atomic
def ny_runde(*, aar: int, data: Rundedata, innsending: UUID, av: Aktoer, eksempel: bool = False) -> Runde:
    """Make the ordinary round of a year, with all municipalities of the county and the figures there are.

    It has no criteria: those of another year never follow along.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the year has a round, or the frames do not fit each other.
    """
    av.krev(*SKRIVER)
    finnes = Runde.objects.filter(aar=aar, utgave=0).first()
    if finnes is not None:
        if finnes.innsending == innsending:
            return finnes
        tekst = _("Det finnes en runde for %(aar)s. En endring midt i året er en revidert runde.")
        raise Regelbrudd({"aar": [tekst % {"aar": aar}]})
    runde = lagre_ny(aar, data, innsending, av, eksempel=eksempel)
    RundeKommune.objects.bulk_create(
        RundeKommune(runde=runde, kommune=k, endret_av_id=av.bruker_id) for k in kommuner_i_fylket()
    )
    hent_grunnlag(runde=runde, av=av)
    return runde


@transaction.atomic
def endre_runde(*, runde: Runde, versjon: int, data: Rundedata, av: Aktoer) -> None:
    """Change the frame and the parameters while the round is open. Raises Konflikt, and as `ny_runde`."""
    av.krev(*SKRIVER)
    naa = krev_aapen(runde)
    _kontroller(data)
    vekter = naa.kriterier.aggregate(sum=Sum("vekt"))["sum"] or Decimal(0)
    if vekter > data.maks_utslag:
        tekst = _("Vektene er til sammen %(sum)s %%. Utslaget kan ikke være mindre enn det.")
        raise Regelbrudd({"maks_utslag": [tekst % {"sum": prosent(vekter)}]})
    runde.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))


def lagre_ny(aar: int, data: Rundedata, innsending: UUID, av: Aktoer, **mer: Any) -> Runde:
    """Save a round and log it; the caller has checked who may. Raises Regelbrudd as `ny_runde`."""
    _kontroller(data)
    runde = opprett_en_gang(Runde, innsending=innsending, av=av, aar=aar, **vars(data), **mer)
    Rundehendelse.objects.create(runde=runde, til=Rundetilstand.UTKAST, av_id=av.bruker_id)
    return runde


def _kontroller(data: Rundedata) -> None:
    brudd = brudd_i_tekst(rammekilde=data.rammekilde)
    if data.ramme is not None and data.em_ramme > data.ramme:
        brudd["em_ramme"] = [_("De enslige mindreårige er en del av rammen, og kan ikke være flere enn den.")]
    krev_gyldig(brudd)
