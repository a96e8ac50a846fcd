"""The school's task about a class whose hours and absence are missing: one for each month."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from integrering.klasser.oppgavekilde import forslag_om_timer
from integrering.klasser.rules.oppgaver import Klassefakta
from integrering.nir.hendelser import MANGE
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.actions.utregning import regn_ut_i_bakgrunnen
from integrering.oppgaver.regelverk import Oppgavekilde, Oppgaveregel
from opplaering.actions.fravaer import FRAVAERSKILDE
from opplaering.queries.oppgavekilde_fravaer import klassene_til, les
from opplaering.roller import SKOLEN

FRAVAER_MANGLER: Oppgaveregel[Klassefakta] = Oppgaveregel(
    kode="FRAVAER_MANGLER",
    tittel=_("Fravær på skolen er ikke ført"),
    hvorfor=_(
        "Timer og fravær fra %(fra)s til %(til)s er ikke ført for alle. Mangler for: %(antall)s."
        " Kommunen skal få vite om fraværet."
    ),
    handling=_("Før timer og fravær"),
    hjemmel=_("Forskriften § 59"),
    roller=frozenset(SKOLEN),
    finn=forslag_om_timer,
    snart_dager=7,
)
OPPGAVEKILDE: Oppgavekilde[Klassefakta] = Oppgavekilde(navn=FRAVAERSKILDE, les=les, regler=(FRAVAER_MANGLER,))


def personer_endret(ider: Collection[int]) -> None:
    """Listen to changes in persons' training: the tasks of the classes they are or have been in follow."""
    if len(ider) > MANGE:
        regn_ut_i_bakgrunnen(kilder=(FRAVAERSKILDE,), noekkel="")
    else:
        oppdater_kilde(FRAVAERSKILDE, klassene_til(ider))
