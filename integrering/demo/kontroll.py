"""Where the demo may live: only on the database that `make run` brings itself."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from integrering import miljoe
from integrering.grunnmur.feil import Regelbrudd


def krev_demo() -> None:
    """Refuse unless this is a demo on the installation's own embedded database.

    `make run` sets both variables, and neither when it is pointed at a real database.

    Raises:
        Regelbrudd: when it is not.
    """
    if not (settings.DEMO and miljoe.ja("INTEGRERING_LOKAL")):
        raise Regelbrudd(
            _("Demoen fylles bare i den innebygde databasen (DEMO=1), aldri ved siden av en ekte database.")
        )
