"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.roller import ALLE_ROLLER
from integrering.tilgang.veiledninger import Veiledning

ALLE = (
    Veiledning(
        kode="ta_ut_liste",
        tittel=_("Ta ut en liste"),
        steg=(
            _("Åpne listen, og filtrer den slik du vil ha den."),
            _("Velg «Last ned Excel», eller «CSV». Alle radene som passer filteret, er med."),
            _("Er listen lang, blir filen laget for deg. Hent den på «Mine eksporter»."),
            _("Slett filen når du er ferdig med den. Uttrekket er skrevet i loggen."),
        ),
        rekkefoelge=70,
        roller=ALLE_ROLLER,
        begynner="eksporter",
    ),
)
