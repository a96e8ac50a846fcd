"""What the hours, the absence and the results tell the floors below: tasks, panels, formats, help."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.veiledninger import registrer_veiledning
from opplaering import hendelser, importering, oppgavekilde_fravaer, panel_resultater, veiledning_fravaer
from opplaering.paneler import registrer_deltakerpanel


def meld_inn() -> None:
    """Register all of it."""
    registrer_innsynssteder(
        {
            "opplaering-timer": _("Timer og fravær i klasse på skole"),
            "opplaering-klasseresultater": _("Prøver og karakterer i klasse på skole"),
            "opplaering-resultat": _("Resultat på skolen"),
        }
    )
    registrer_kilde(oppgavekilde_fravaer.OPPGAVEKILDE)
    hendelser.registrer_lytter(oppgavekilde_fravaer.personer_endret)
    for panel in panel_resultater.PANELER:
        registrer_deltakerpanel(panel)
    importering.registrer()
    registrer_veiledning(*veiledning_fravaer.ALLE)
