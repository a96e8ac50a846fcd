"""The pages an app shares a navigation for, below its one item in the main menu."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.roller import Rolle


@dataclass(frozen=True)
class Side:
    """A page: its address name, its text, who sees it, and its place among the others."""

    urlnavn: str
    tekst: str | Promise
    roller: Iterable[Rolle]
    rekkefoelge: int = 0


def sider_for(sider: Iterable[Side], av: Aktoer) -> list[Side]:
    """Return the pages this one sees, in order."""
    return sorted((side for side in sider if av.rolle in side.roller), key=lambda side: side.rekkefoelge)


def faner(sider: Iterable[Side], request: HttpRequest) -> list[dict[str, Any]]:
    """Return the pages the reader sees, as `komponenter/faner.html` takes them; the one open is marked."""
    adresser = {reverse(side.urlnavn): side.tekst for side in sider_for(sider, aktoer_i(request))}
    # the longest address that begins where one is: the app's front page begins them all
    her = max((url for url in adresser if request.path.startswith(url)), key=len, default="")
    return [
        {"url": url, "tekst": tekst, "antall": None, "aktiv": url == her} for url, tekst in adresser.items()
    ]
