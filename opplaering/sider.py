"""The pages of the training, for the navigation they share. The main menu has only the first."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.rapporter.roller import LESER_TALL
from integrering.tilgang.roller import FYLKESROLLER
from integrering.tilgang.sidemeny import Side
from opplaering.roller import ALLE, FYLKET, LESER, SKOLEN

SIDER = (
    Side("opplaering", _("Deltakere"), ALLE),
    Side("skoleklasser", _("Klasser"), ALLE),
    Side("skoler", _("Skoler"), ALLE),
    Side("nye_elever", _("Nye elever"), FYLKET + SKOLEN),
    Side("opplaering_resultater", _("Prøver og karakterer"), ALLE),
    Side("opplaering_oppfoelging", _("Oppfølging"), ALLE),
    Side("opplaering_soeknader", _("Søknader"), LESER),
    Side("opplaering_meldinger", _("Meldinger"), ALLE),
    Side("opplaering_avstemming", _("Avstemming"), LESER),
    Side("opplaeringstall", _("Tall"), tuple(sorted(LESER_TALL))),
    Side("tilsyn", _("Tilsyn"), tuple(sorted(FYLKESROLLER))),
)
