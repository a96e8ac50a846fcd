"""The steps of an application."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilskudd.gitt.models import Soeknad

_NAVN = {
    "om-dere": _("Om dere"),
    "tiltaket": _("Tiltaket"),
    "budsjett": _("Budsjett"),
    "vedlegg": _("Vedlegg"),
    "send": _("Se over og send"),
}
STEG = tuple(_NAVN)


def stegene(soeknad: Soeknad, naa: str) -> list[dict[str, Any]]:
    """Return the steps as `komponenter/faner.html` takes them."""
    return [
        {
            "url": reverse("gitt:steg", args=[soeknad.noekkel, steg]),
            "tekst": f"{nr}. {navn}",
            "antall": None,
            "aktiv": steg == naa,
        }
        for nr, (steg, navn) in enumerate(_NAVN.items(), start=1)
    ]
