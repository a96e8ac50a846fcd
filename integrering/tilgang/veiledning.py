"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.roller import Rolle
from integrering.tilgang.veiledninger import Veiledning

ALLE = (
    Veiledning(
        kode="inviter_bruker",
        tittel=_("Inviter en bruker"),
        steg=(
            _("Velg «Brukere» under «Mer», og «Inviter bruker»."),
            _("Skriv navn og e-postadresse, og velg rolle og periode."),
            _(
                "Velg «Send invitasjon». Den du inviterer, får en lenke som virker i sju dager, "
                "og velger passord selv."
            ),
            _("Slutter noen, åpner du brukeren og avslutter rollen."),
        ),
        rekkefoelge=100,
        roller=frozenset({Rolle.ADMINISTRATOR, Rolle.KOMMUNE_ADMINISTRATOR}),
        begynner="brukere",
    ),
)
