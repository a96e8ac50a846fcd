"""What the career guidance tells the floors below, once at start."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.nir.hendelser import registrer_lytter, registrer_statuslytter
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.meny import registrer_menypunkt
from integrering.tilgang.sidemeny import Side
from karriere import innmelding_tall, lister, oppgavekilder
from karriere.actions import saker
from karriere.roller import SER
from karriere.sider import registrer_sider


def meld_inn() -> None:
    """Register it all. Each part of the app has its own `innmelding_*`."""
    registrer_menypunkt("karriere:koe", _("Karriere"), rekkefoelge=15, roller=frozenset(SER))
    registrer_lytter(saker.personer_endret)
    registrer_statuslytter(saker.regn_ut_i_bakgrunnen)
    registrer_innsynssteder({"karriere-sak": _("Karriereveiledning")})
    registrer_liste(lister.KOE)
    registrer_sider(Side("karriere:koe", _("Veiledningskø"), SER, 10))
    registrer_kilde(oppgavekilder.SAKSKILDE)
    innmelding_tall.meld_inn()
