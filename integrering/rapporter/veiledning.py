"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.rapporter.roller import LESER_TALL, TAR_UT_PAKKER
from integrering.tilgang.veiledninger import Veiledning

ALLE = (
    Veiledning(
        kode="les_rapport",
        tittel=_("Les og del en rapport"),
        steg=(
            _("Velg rapporten, og filtrer på år og kommune."),
            _("Velg et tall for å se radene det er telt av."),
            _("Hva tallet betyr, står nederst på siden."),
            _("Velg «Last ned Excel», eller skriv ut. Små tall blir skjult."),
        ),
        rekkefoelge=80,
        roller=LESER_TALL,
        begynner="rapporter",
    ),
    Veiledning(
        kode="lag_dokumentasjonspakke",
        tittel=_("Dokumenter hva som er registrert"),
        steg=(
            _("Om én person: åpne personen, og velg «Lag dokumentasjonspakke»."),
            _(
                "Om et tilfeldig utvalg: velg «Trekk et tilfeldig utvalg», hvem det trekkes blant, "
                "og hvor mange."
            ),
            _("Se over, og lag pakken."),
            _("Last den ned når den er ferdig. Pakken slettes etter sju dager."),
        ),
        rekkefoelge=81,
        roller=TAR_UT_PAKKER,
        begynner="dokumentasjonspakker",
    ),
)
