"""What the pages of participants tell the floors below when the app starts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.personpaneler import Personpanel, registrer_personpanel
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.veiledninger import registrer_veiledning
from opplaering import egne_paneler, veiledning_deltakere
from opplaering.paneler import Deltakerpanel, registrer_deltakerpanel
from opplaering.roller import LESER

_DELTAKERPANELER = (
    Deltakerpanel("norskmaal", "opplaering/_norskmaalpanel.html", egne_paneler.norskmaalpanel, 10, LESER),
    Deltakerpanel("fritak", "opplaering/_fritakspanel.html", egne_paneler.fritakspanel, 40, LESER),
)
_PERSONPANEL = Personpanel(
    "opplaering", "opplaering/_personpanel.html", egne_paneler.personpanel, 45, frozenset(LESER)
)
_INNSYNSSTEDER = {
    "opplaering-deltaker": _("Deltaker i videregående"),
    "opplaering-skolegang": _("Skolegang i videregående"),
    "opplaering-norskmaal": _("Norskmål i videregående"),
}


def meld_inn() -> None:
    """Register the sections of a participant's page, the person page's panel, what is logged, and help."""
    for panel in _DELTAKERPANELER:
        registrer_deltakerpanel(panel)
    registrer_personpanel(_PERSONPANEL)
    registrer_innsynssteder(_INNSYNSSTEDER)
    registrer_veiledning(*veiledning_deltakere.ALLE)
