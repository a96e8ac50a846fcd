"""Move a round on, or back; each move is logged."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bosetting.actions.felles import meld_svar
from bosetting.kodeverk import Rundetilstand
from bosetting.models import Runde, Rundehendelse
from bosetting.roller import KILDE_GODKJENNING, SKRIVER
from bosetting.rules.tilstand import kan_flyttes
from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer


@transaction.atomic
def start_dialog(*, runde: Runde, versjon: int, av: Aktoer) -> None:
    """Open a draft: the municipalities see it.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round is not a draft.
        Konflikt: somebody changed it meanwhile.
    """
    av.krev(*SKRIVER)
    flytt(runde, versjon, Rundetilstand.DIALOG, av)


@transaction.atomic
def tilbake_til_utkast(*, runde: Runde, versjon: int, av: Aktoer) -> None:
    """Take a round back to a draft; the municipalities do not see it any more. Raises as `start_dialog`."""
    av.krev(*SKRIVER)
    flytt(runde, versjon, Rundetilstand.UTKAST, av)


def flytt(
    runde: Runde, versjon: int, til: Rundetilstand, av: Aktoer, merknad: str = "", **felter: Any
) -> None:
    """Move a round, and log it; the caller has checked who may."""
    if not kan_flyttes(runde.tilstand, til):
        raise Regelbrudd(_("Runden kan ikke gå dit nå. Last siden på nytt."))
    runde.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=til, **felter)
    Rundehendelse.objects.create(runde=runde, til=til, av_id=av.bruker_id, merknad=merknad)
    meld_svar(runde, None, av)
    oppdater_kilde(KILDE_GODKJENNING, [runde.pk])
