"""The sessions: what the floors below are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.innsynssteder import registrer_innsynssteder
from karriere import samtalepanel
from karriere.sakspaneler import registrer_sakspanel


def meld_inn() -> None:
    """Register it all."""
    registrer_innsynssteder({"karriere-samtale": _("Samtale om karriereveiledning")})
    registrer_sakspanel(samtalepanel.PANEL)
