"""The pages of the regional work, for the navigation they share. The main menu has only the first."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.sidemeny import Side
from regionalt.roller import FYLKET, LESER

_EGNE = (
    Side("kommuner", _("Kommuner"), LESER, 10),
    Side("kommunekontakter", _("Kontaktpersoner"), FYLKET, 15),
)
_sider: dict[str, Side] = {side.urlnavn: side for side in _EGNE}


def registrer_sider(*sider: Side) -> None:
    """Add pages of the apps above (again: replaces them)."""
    _sider.update({side.urlnavn: side for side in sider})


def sider() -> tuple[Side, ...]:
    """Return all pages that are registered."""
    return tuple(_sider.values())
