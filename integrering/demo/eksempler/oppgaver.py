"""Tasks in the demo: one waits, one is given to somebody, one municipality has a stand-in."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from integrering.oppgaver import actions
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.queries.koe import Utsnitt, koe
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle

# A leave of some weeks.
VENT = timedelta(days=40)


def lag(i_dag: date) -> None:
    """Let a task wait for a leave, give the next to the user, have a stand-in where two work."""
    for brukernavn in ("trondheim", "skaun"):
        av = aktoer_med_rolle(brukernavn, Rolle.KOMMUNE_FLYKTNINGTJENESTE)
        if av is not None:
            with kontekst(kontekst_for(av)):
                _arbeid(av)
                _vikar(av, i_dag)
    saksbehandler = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if saksbehandler is not None:
        with kontekst(kontekst_for(saksbehandler)):
            _vikar(saksbehandler, i_dag)


def _arbeid(av: Aktoer) -> None:
    i_dag = timezone.localdate()
    foerste = list(koe(av, Utsnitt(), i_dag).order_by("sortering", "id")[:2])
    if len(foerste) < 2:
        return
    actions.sett_paa_vent(valgte=[_valgt(foerste[0])], til=i_dag + VENT, grunn="permisjon", av=av)
    actions.tildel(valgte=[_valgt(foerste[1])], til=av.bruker_id, av=av)


def _vikar(av: Aktoer, i_dag: date) -> None:
    """The first colleague stands in for the user next week, where there is a colleague."""
    andre = [pk for pk in kan_faa_oppgaver(av.virksomhet_id) if pk != av.bruker_id]
    if andre:
        fra = max(i_dag, timezone.localdate()) + timedelta(days=7)
        actions.registrer_vikariat(
            borte=av.bruker_id, vikar=andre[0], fra=fra, til=fra + timedelta(days=6), av=av
        )


def _valgt(oppgave: Oppgave) -> actions.Valgt:
    return actions.Valgt(oppgave.noekkel, oppgave.versjon)
