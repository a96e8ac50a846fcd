"""What the actions share."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bosetting.models import Runde
from integrering.grunnmur.feil import Regelbrudd


def paa_tur(runde: Runde) -> Runde:
    """Return the round as it stands, locked to the end of the transaction: one at a time."""
    return Runde.objects.select_for_update().get(pk=runde.pk)


def krev_aapen(runde: Runde) -> Runde:
    """Return the round, locked as `paa_tur`. Raises Regelbrudd when it is read only."""
    naa = paa_tur(runde)
    if not naa.aapen:
        raise Regelbrudd(_("Runden er låst. En retting er en ny, revidert runde."))
    return naa
