"""What the career guidance tells the floors below, once at start. Each part has its own `innmelding_*`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.hendelser import registrer_lytter, registrer_statuslytter
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.meny import registrer_menypunkt
from karriere import (
    innmelding_gruppe,
    innmelding_koe,
    innmelding_kvalitet,
    innmelding_notat,
    innmelding_plan,
    innmelding_samtale,
    innmelding_tall,
    oppgavekilder,
)
from karriere.actions import saker
from karriere.roller import SER


def meld_inn() -> None:
    """Register it all."""
    registrer_menypunkt("karriere:koe", _("Karriere"), rekkefoelge=15, roller=frozenset(SER))
    registrer_lytter(saker.personer_endret)
    registrer_statuslytter(saker.regn_ut_i_bakgrunnen)
    registrer_kilde(oppgavekilder.SAKSKILDE)
    innmelding_koe.meld_inn()
    innmelding_gruppe.meld_inn()
    innmelding_kvalitet.meld_inn()
    innmelding_notat.meld_inn()
    innmelding_plan.meld_inn()
    innmelding_samtale.meld_inn()
    innmelding_tall.meld_inn()
