"""The sessions on the page of the case: what is agreed, and what has been."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from integrering.tilgang.doerer import aktoer_i
from karriere.kodeverk import Oppmoete
from karriere.models import Sak
from karriere.queries.samtale import samtaler_i
from karriere.roller import KOMMUNEN, SER, VEILEDER
from karriere.sakspaneler import Sakspanel


def _panel(request: HttpRequest, sak: Sak) -> dict[str, Any]:
    av, naa = aktoer_i(request), timezone.now()
    plasser = samtaler_i(sak)
    kommer = [d for d in plasser if not d.oppmoete and d.samtale.slutt > naa]
    ufoert = [d for d in plasser if not d.oppmoete and d.samtale.slutt <= naa]
    return {
        "sak": sak,
        "kommer": kommer[::-1],
        "ufoert": ufoert,
        "har_vaert": [d for d in plasser if d.oppmoete],
        "kan_avtale": av.har(*VEILEDER) and sak.senter_id is not None,
        "kan_aapne": av.har(*VEILEDER, *KOMMUNEN),
        "kan_gjennomfoere": av.har(*VEILEDER) and sak.gjennomfoert is None and _er_holdt(plasser),
    }


def _er_holdt(plasser: list[Any]) -> bool:
    return any(d.oppmoete == Oppmoete.MOETT for d in plasser)


PANEL = Sakspanel("samtaler", "karriere/_samtalepanel.html", _panel, 30, frozenset(SER))
