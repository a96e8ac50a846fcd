"""The note on the page of the case: where it stands, and what is next."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from integrering.tilgang.doerer import aktoer_i
from karriere.models import Sak
from karriere.queries.notat import notater_i, skriver_notatet, utkast_til
from karriere.roller import LESER_NOTAT, VEILEDER
from karriere.rules.notat import registreringsfrist
from karriere.sakspaneler import Sakspanel


def _panel(request: HttpRequest, sak: Sak) -> dict[str, Any]:
    av = aktoer_i(request)
    skriver = skriver_notatet(sak, av)
    return {
        "sak": sak,
        "notater": notater_i(sak),
        "utkast": utkast_til(sak) if skriver else None,
        "skriver": skriver,
        "annet_senter": av.har(*VEILEDER) and not skriver,
        "frist": registreringsfrist(sak.gjennomfoert) if sak.gjennomfoert else None,
    }


PANEL = Sakspanel("notat", "karriere/_notatpanel.html", _panel, 40, frozenset(LESER_NOTAT))
