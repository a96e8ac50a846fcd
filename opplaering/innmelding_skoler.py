"""What schools, classes, new pupils and figures tell the floors below when the app starts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import registrer_kilde
from integrering.rapporter.rapportene.register import registrer_rapport
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from opplaering import oppgavekilde_elever, oppgavekilde_hovedansvar
from opplaering.rapportene.register import TALL
from opplaering.tilsyn import jobb  # noqa: F401 - registers itself


def meld_inn() -> None:
    """Register all of it."""
    registrer_innsynssteder(
        {
            "skoleklasse": _("Elever til klasse på skole"),
            "klasseliste": _("Klasseliste til utskrift"),
            "ny-elev": _("Ny elev meldt av skole"),
        }
    )
    registrer_kilde(oppgavekilde_elever.OPPGAVEKILDE)
    registrer_kilde(oppgavekilde_hovedansvar.OPPGAVEKILDE)
    registrer_rapport(*TALL)
