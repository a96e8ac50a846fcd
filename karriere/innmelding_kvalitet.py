"""The checklist of quality, and the guidance on a municipality's page: what the floors below are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.tilgang.sidemeny import Side
from karriere import kommunepanel, lister_kvalitet
from karriere.roller import FYLKET
from karriere.sider import registrer_sider
from regionalt.kommunepaneler import registrer_kommunepanel


def meld_inn() -> None:
    """Register it all."""
    registrer_liste(lister_kvalitet.KVALITET)
    registrer_sider(Side("karriere:kvalitet", _("Kvalitet"), FYLKET, 70))
    registrer_kommunepanel(kommunepanel.KOMMUNEPANEL)
