"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.tilgang.veiledninger import Veiledning

ALLE = (
    Veiledning(
        kode="sett_paa_vent",
        tittel=_("Sett en oppgave på vent"),
        steg=(
            _("Åpne oppgaven fra oppgavelisten."),
            _("Under «Sett på vent»: velg en grunn, og skriv dagen den skal komme tilbake."),
            _("Velg «Sett på vent». Oppgaven kommer tilbake av seg selv den dagen."),
            _("Gjelder det flere, krysser du av for dem i listen og velger «Sett på vent»."),
        ),
        rekkefoelge=50,
        roller=ARBEIDSROLLER,
        begynner="forside",
    ),
)
