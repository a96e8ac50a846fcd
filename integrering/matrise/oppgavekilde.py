"""Decision points as tasks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.matrise.actions.felles import KILDE
from integrering.matrise.queries.punkter import les_oppgavekilde
from integrering.matrise.roller import FOELGER_OPP
from integrering.matrise.rules.punkter import Punktfakta, punkt_gir_oppgave
from integrering.oppgaver.regelverk import Oppgavekilde, Oppgaveregel


def kilde() -> Oppgavekilde[Punktfakta]:
    """Return the source of tasks from decision points."""
    regel = Oppgaveregel(
        kode="VEDTAKSPUNKT",
        tittel=_("Følg opp vedtakspunkt"),
        hvorfor=_("Punktet ble vedtatt %(dato)s, og det er ikke gjort ennå."),
        handling=_("Se vedtakspunktet"),
        hjemmel="",
        roller=FOELGER_OPP,
        finn=punkt_gir_oppgave,
    )
    return Oppgavekilde(navn=KILDE, les=les_oppgavekilde, regler=(regel,))
