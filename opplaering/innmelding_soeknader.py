"""What applications and follow-up tell the floors below."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.personpaneler import registrer_personpanel
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.veiledninger import registrer_veiledning
from opplaering import oppgavekilde_samarbeid, paneler_soeknader, veiledning_soeknader
from opplaering.paneler import registrer_deltakerpanel


def meld_inn() -> None:
    """Register the places of look-ups, the task of agreements, help, and the sections of the pages."""
    registrer_innsynssteder(
        {
            "opplaering-soeknad": _("Søknad om videregående"),
            "opplaering-samarbeid": _("Oppfølging av deltaker"),
        }
    )
    registrer_kilde(oppgavekilde_samarbeid.OPPGAVEKILDE)
    registrer_veiledning(*veiledning_soeknader.ALLE)
    registrer_personpanel(paneler_soeknader.PERSONPANEL)
    for panel in paneler_soeknader.PANELER:
        registrer_deltakerpanel(panel)
