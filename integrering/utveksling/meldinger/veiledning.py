"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.tilgang.veiledninger import Veiledning

ALLE = (
    Veiledning(
        kode="send_melding",
        tittel=_("Send en melding"),
        steg=(
            _("Gjelder det en person, åpner du personen og velger «Skriv melding» der."),
            _("Gjelder det noe annet, velger du «Meldinger» og «Skriv melding»."),
            _("Velg mottakere, og skriv. Si om du trenger kvittering."),
            _("Se over, og velg «Send meldingen». Den kan ikke endres etterpå."),
            _("Under «Meldinger» ser du hvem som har åpnet og kvittert, og kan purre."),
        ),
        rekkefoelge=60,
        roller=ARBEIDSROLLER,
        begynner="melding_ny",
    ),
    Veiledning(
        kode="kvitter_melding",
        tittel=_("Kvitter for en melding"),
        steg=(
            _("Åpne meldingen fra «Meldinger» eller oppgavelisten."),
            _("Les den, og velg «Kvitter for mottatt». Avsenderen ser hvem som kvitterte, og når."),
        ),
        rekkefoelge=61,
        roller=ARBEIDSROLLER,
        begynner="meldinger",
    ),
)
