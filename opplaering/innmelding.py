"""What the app tells the floors below when it starts: lists, menu, panels, tasks, formats, help.

Beside `apps.py`, which the tests' kept database is made from: a new list does not make them migrate anew.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.tilgang.meny import registrer_menypunkt
from opplaering import (
    for_ledelsen,
    innmelding_deltakere,
    innmelding_fravaer,
    innmelding_meldinger,
    innmelding_skoler,
    innmelding_soeknader,
    lister,
)
from opplaering.kommunepanel import KOMMUNEPANEL
from opplaering.roller import ALLE
from regionalt.kommunepaneler import registrer_kommunepanel


def meld_inn() -> None:
    """Register all of it."""
    for liste in lister.LISTER:
        registrer_liste(liste)
    registrer_kommunepanel(KOMMUNEPANEL)
    innmelding_deltakere.meld_inn()
    innmelding_soeknader.meld_inn()
    innmelding_meldinger.meld_inn()
    registrer_menypunkt("opplaering", _("Opplæring"), rekkefoelge=16, roller=frozenset(ALLE))
    innmelding_skoler.meld_inn()
    innmelding_fravaer.meld_inn()
    for_ledelsen.registrer()
