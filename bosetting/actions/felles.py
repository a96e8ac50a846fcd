"""What the actions share."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bosetting.models import Runde, RundeKommune
from bosetting.roller import KILDE_SVAR
from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst


def paa_tur(runde: Runde) -> Runde:
    """Return the round as it stands, locked to the end of the transaction: one at a time."""
    return Runde.objects.select_for_update().get(pk=runde.pk)


def krev_aapen(runde: Runde) -> Runde:
    """Return the round, locked as `paa_tur`. Raises Regelbrudd when it is read only."""
    naa = paa_tur(runde)
    if not naa.aapen:
        raise Regelbrudd(_("Runden er låst. En retting er en ny, revidert runde."))
    return naa


def meld_svar(runde: Runde, kommune_id: int | None, av: Aktoer) -> None:
    """Let the tasks about answers be computed again: of one municipality, or of all in the round."""
    with kontekst(motor_kontekst(av.bruker_id)):
        rader = RundeKommune.objects.filter(runde=runde)
        if kommune_id is not None:
            rader = rader.filter(kommune=kommune_id)
        ider = list(rader.values_list("pk", flat=True))
    oppdater_kilde(KILDE_SVAR, ider)
