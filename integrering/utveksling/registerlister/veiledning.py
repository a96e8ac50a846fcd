"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.actions.roller import ALT
from integrering.tilgang.veiledninger import Veiledning

ALLE = (
    Veiledning(
        kode="registerliste",
        tittel=_("Sammenlign med registeret"),
        steg=(
            _("Last ned personlisten eller oversikten over avsluttede fra registeret."),
            _("Velg «Registerlister», og last opp filen. Si hvilken dag den er hentet."),
            _("Se på avvikene person for person. Rett der det er feil: i registeret eller hos oss."),
            _("Merk avviket som rettet. Neste liste bekrefter det, eller åpner det igjen."),
            _("Avklar ukjente koder, så kjennes de igjen neste gang."),
        ),
        rekkefoelge=85,
        roller=frozenset(ALT),
        begynner="registerlister",
    ),
)
