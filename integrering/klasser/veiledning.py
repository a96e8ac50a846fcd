"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.actions.roller import REGISTRERER
from integrering.tilgang.veiledninger import Veiledning

_ROLLER = frozenset(REGISTRERER)
ALLE = (
    Veiledning(
        kode="foer_timer",
        tittel=_("Før timer og fravær for en klasse"),
        steg=(
            _("Velg «Klasser», og «Timer» ved klassen. Du kommer til måneden som skal føres."),
            _("Skriv timene. Enter går ned, Tab går til høyre. La linjer du ikke vil føre, stå tomme."),
            _("Velg «Lagre alle». Rettes noe som er lagret før, skriver du grunnen én gang."),
            _("Lås måneden når den er ferdig."),
        ),
        rekkefoelge=36,
        roller=_ROLLER,
        begynner="klasser",
    ),
    Veiledning(
        kode="registrer_for_flere",
        tittel=_("Registrer det samme for flere"),
        steg=(
            _("Åpne klassen, eller kryss av i listen over personer, og velg «Registrer for flere»."),
            _("Fyll ut én gang, og velg «Se over»."),
            _("Ta bort krysset for dem det ikke gjelder, og registrer. Alt lagres samlet, eller ingenting."),
        ),
        rekkefoelge=37,
        roller=_ROLLER,
        begynner="klasser",
    ),
)
