"""The choice of a municipality, or the whole county."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from integrering.tilgang.queries import kommuner_i_fylket


def kommunevalg() -> list[tuple[str, str]]:
    """Return the whole county, and its municipalities."""
    return [("", _("Hele fylket")), *((str(k.pk), k.navn) for k in kommuner_i_fylket())]


def valgt_kommune(svar: Mapping[str, Any]) -> int | None:
    """Return the number of the row of the municipality that was chosen; None: the whole county."""
    return int(svar["kommune"]) if svar["kommune"] else None
