"""The pages about grants, for the navigation they share. The main menu has only the first."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.roller import FYLKESROLLER
from integrering.tilgang.sidemeny import Side

_FYLKET = tuple(sorted(FYLKESROLLER))
_sider: dict[str, Side] = {
    "tilskudd:oversikt": Side("tilskudd:oversikt", _("Utbetalinger"), _FYLKET, 10),
    "tilskudd:satser": Side("tilskudd:satser", _("Satser"), _FYLKET, 60),
}


def registrer_sider(*sider: Side) -> None:
    """Add pages of the apps above (again: replaces them)."""
    _sider.update({side.urlnavn: side for side in sider})


def sider() -> tuple[Side, ...]:
    """Return all pages that are registered."""
    return tuple(_sider.values())
