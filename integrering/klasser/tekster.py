"""What the pages of classes say."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.klasser.actions import Lagret


def lagret(hva: Lagret, om: str) -> str:
    """Return the receipt of a grid: what was saved, for what."""
    if not hva.nye and not hva.rettet:
        return _("Ingenting er endret for %(om)s.") % {"om": om}
    deler = []
    if hva.nye:
        deler.append(ngettext("%(n)s ny", "%(n)s nye", hva.nye) % {"n": hva.nye})
    if hva.rettet:
        deler.append(_("%(n)s rettet") % {"n": hva.rettet})
    return _("Lagret for %(om)s: %(antall)s.") % {"om": om, "antall": ", ".join(deler)}
