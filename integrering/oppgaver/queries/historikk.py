"""What was done with a task, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from integrering.oppgaver import tekster
from integrering.oppgaver.kodeverk import Hendelsesslag
from integrering.oppgaver.models import Oppgave, Oppgavehendelse
from integrering.tilgang.models import Bruker


@dataclass(frozen=True)
class Hendelse:
    """One line of the history, as `komponenter/historikk.html` writes it."""

    tittel: str
    tidspunkt: datetime
    hvem: str
    beskrivelse: str = ""


def historikk(oppgave: Oppgave) -> list[Hendelse]:
    """Return what happened, newest first; the last line is how the task came to be."""
    rader = list(Oppgavehendelse.objects.filter(oppgave=oppgave).select_related("bruker").order_by("-id"))
    navn = _navn(rader)
    ut = [
        Hendelse(
            tittel=str(rad.get_slag_display()),
            tidspunkt=rad.tid,
            hvem=str(rad.bruker) if rad.bruker else _("Automatisk"),
            beskrivelse=_beskriv(rad, navn),
        )
        for rad in rader
    ]
    return [*ut, Hendelse(_("Laget av regelen"), oppgave.opprettet, _("Automatisk"))]


def _navn(rader: list[Oppgavehendelse]) -> dict[int, str]:
    ider = {int(hvem) for rad in rader if (hvem := _etter(rad).get("ansvarlig_id"))}
    return {b.pk: str(b) for b in Bruker.objects.filter(pk__in=ider)} if ider else {}


def _etter(rad: Oppgavehendelse) -> dict[str, Any]:
    return dict(rad.verdier.get("etter", {}))


def _beskriv(rad: Oppgavehendelse, navn: dict[int, str]) -> str:
    etter = _etter(rad)
    if rad.slag == Hendelsesslag.TILDELT:
        return _("Til %(navn)s.") % {"navn": navn.get(etter["ansvarlig_id"], "")}
    return tekster.verdier_i_ord(etter) if rad.slag == Hendelsesslag.PAA_VENT else ""
