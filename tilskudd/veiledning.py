"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.roller import Rolle
from integrering.tilgang.veiledninger import Veiledning

ALLE = (
    Veiledning(
        kode="godkjenn_utbetaling",
        tittel=_("Beregn og godkjenn en utbetaling"),
        steg=(
            _("Rådgiveren velger «Tilskudd» og beregner kvartalet."),
            _("Rådgiveren ser over summene og det som mangler sats, og sender til godkjenning."),
            _("Godkjenneren åpner kvartalet, ser over summene og endringene, og godkjenner."),
            _("Når pengene er betalt, merkes kjøringen som utbetalt."),
        ),
        rekkefoelge=90,
        roller=frozenset({Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER}),
        begynner="tilskudd:oversikt",
    ),
)
