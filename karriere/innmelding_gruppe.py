"""Groups and the week: what the floors below are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.tilgang.sidemeny import Side
from karriere import lister_grupper
from karriere.roller import FYLKET, VEILEDER
from karriere.sider import registrer_sider


def meld_inn() -> None:
    """Register it all."""
    registrer_liste(lister_grupper.GRUPPER)
    registrer_sider(
        Side("karriere:min_uke", _("Min uke"), VEILEDER, 20),
        Side("karriere:grupper", _("Grupper"), VEILEDER, 30),
        Side("karriere:kapasitet", _("Kapasitet"), FYLKET, 40),
    )
