"""The grid of hours and absence at school."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.klasser.forms.rutenett import TimeSkjema
from opplaering.faktatyper import FRAVAER, FRAVAERSFELT


class FravaerSkjema(TimeSkjema):
    """Hours and absence of a month (forskriften § 59)."""

    slag, kolonner = FRAVAER, FRAVAERSFELT
    inndeling = "undervisning"

    def toemt(self) -> str:
        """Hours are not emptied."""
        return _("Timene er alt registrert. Skriv 0 hvis det ikke var noen.")
