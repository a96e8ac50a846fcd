"""The pages of the regional work, for the navigation they share. The main menu has only the first.

They stand in groups: a row of groups, and below it the pages of the one that is open.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.sidemeny import Side, faner, sider_for
from regionalt.roller import FYLKET, LESER


class Gruppe(models.TextChoices):
    """The groups, in order. One with a single page is called what the page is."""

    KOMMUNER = "kommuner", _("Arbeid med kommunene")
    BOSETTING = "bosetting", _("Bosetting")
    PLANER = "planer", _("Planer og kunnskap")
    KOMPETANSE = "kompetanse", _("Kurs og nettverk")
    FOREBYGGING = "forebygging", _("Forebygging")
    SAMARBEID = "samarbeid", _("Frivillighet og samarbeid")
    LEDELSE = "ledelse", _("Ledelse")


_sider: dict[str, tuple[Gruppe, Side]] = {}


def registrer_sider(*sider: Side, gruppe: Gruppe = Gruppe.PLANER) -> None:
    """Add pages of the apps above to a group (again: replaces them)."""
    _sider.update({side.urlnavn: (gruppe, side) for side in sider})


def navigasjonen(request: HttpRequest) -> list[list[dict[str, Any]]]:
    """Return the rows of the navigation, as `komponenter/faner.html` takes them; what is open is marked."""
    egne = sider_for((side for _gruppe, side in _sider.values()), aktoer_i(request))
    alle = faner(egne, request)
    if len(alle) < 2:
        return []
    i_gruppen: dict[Gruppe, list[dict[str, Any]]] = {gruppe: [] for gruppe in Gruppe}
    for side, fane in zip(egne, alle, strict=True):
        i_gruppen[_sider[side.urlnavn][0]].append(fane)
    grupper = [_gruppen(gruppe, sider) for gruppe, sider in i_gruppen.items() if sider]
    under = [gruppe["sider"] for gruppe in grupper if gruppe["aktiv"] and len(gruppe["sider"]) > 1]
    return [grupper, *under]


def _gruppen(gruppe: Gruppe, sider: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a group as a tab: it leads to its first page."""
    tekst = gruppe.label if len(sider) > 1 else sider[0]["tekst"]
    aktiv = any(fane["aktiv"] for fane in sider)
    return {**sider[0], "tekst": tekst, "aktiv": aktiv, "rundt": len(sider) > 1, "sider": sider}


registrer_sider(
    Side("kommuner", _("Kommuner"), LESER, 10),
    Side("kommunekontakter", _("Kontaktpersoner"), FYLKET, 15),
    gruppe=Gruppe.KOMMUNER,
)
