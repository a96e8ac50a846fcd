"""The days of a round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bosetting.actions.felles import meld_svar
from bosetting.kodeverk import Fristslag
from bosetting.models import Runde, Rundefrist
from bosetting.roller import KILDE_FRIST, SKRIVER
from integrering.grunnmur.feil import krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import opprett_en_gang
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Fristdata:
    """What the form of a day gives."""

    slag: Fristslag
    dato: date
    navn: str = ""
    kilde: str = ""
    gjort: date | None = None


@transaction.atomic
def ny_frist(*, runde: Runde, data: Fristdata, innsending: UUID, av: Aktoer) -> Rundefrist:
    """Add a day to the round: a task and an entry of the wheel.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round has one of this kind, another one without a name, identity numbers in the text.
    """
    av.krev(*SKRIVER)
    frist = Rundefrist.objects.filter(innsending=innsending).first()
    if frist is None:
        _kontroller(runde, data, None)
        frist = opprett_en_gang(Rundefrist, innsending=innsending, av=av, runde=runde, **vars(data))
        _meld(frist, av)
    return frist


@transaction.atomic
def endre_frist(*, frist: Rundefrist, versjon: int, data: Fristdata, av: Aktoer) -> None:
    """Move a day, or say that it is kept. Raises Konflikt, and as `ny_frist`."""
    av.krev(*SKRIVER)
    _kontroller(frist.runde, data, frist)
    frist.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))
    _meld(frist, av)


def _meld(frist: Rundefrist, av: Aktoer) -> None:
    oppdater_kilde(KILDE_FRIST, [frist.pk])
    meld_svar(frist.runde, None, av)


def _kontroller(runde: Runde, data: Fristdata, frist: Rundefrist | None) -> None:
    brudd = brudd_i_tekst(navn=data.navn, kilde=data.kilde)
    if data.slag == Fristslag.ANNEN:
        if not data.navn:
            brudd["navn"] = [_("Skriv hva fristen gjelder.")]
    elif runde.frister.filter(slag=data.slag).exclude(pk=frist.pk if frist else 0).exists():
        brudd["slag"] = [_("Runden har denne fristen. Endre den som finnes.")]
    krev_gyldig(brudd)
