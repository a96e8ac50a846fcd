"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.veiledninger import Veiledning
from opplaering.roller import SKRIVER

_ROLLER = frozenset(SKRIVER)
ALLE = (
    Veiledning(
        kode="foer_skoletimer",
        tittel=_("Før timer og fravær på skolen"),
        steg=(
            _("Velg «Opplæring», «Klasser», klassen, og «Timer og fravær» for måneden som skal føres."),
            _("Skriv timene. Enter går ned, Tab går til høyre. La linjer du ikke vil føre, stå tomme."),
            _("Velg «Lagre alle». Rettes noe som er lagret før, skriver du grunnen én gang."),
            _("Lås måneden når den er ferdig. Skriv aldri hvorfor noen var borte."),
        ),
        rekkefoelge=45,
        roller=_ROLLER,
        begynner="skoleklasser",
    ),
)
