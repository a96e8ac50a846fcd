"""Help on the pages of what the county applies for."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.veiledninger import Veiledning
from tilskudd.soekt.roller import SKRIVER

ALLE = (
    Veiledning(
        kode="soek_om_tilskudd",
        tittel=_("Søk om tilskudd og rapporter"),
        steg=(
            _("Velg «Tilskudd», «Søkte tilskudd» og «Ny søknad». Bare navnet på tiltaket må være klart."),
            _("Fyll ut budsjettet, partnerne og vilkårene. Siden sier hele tiden hva som mangler."),
            _("Gjør søknaden klar. En tilskuddsgodkjenner ser over den, og du fører inn at den er sendt."),
            _("Før vedtaket. Før bruk, deltakere og metoder underveis, og lever rapporten i tide."),
        ),
        rekkefoelge=62,
        roller=frozenset(SKRIVER),
        begynner="soekt:ny",
    ),
)
