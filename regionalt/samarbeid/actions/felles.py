"""What the actions share."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.queries.deltakere import brukere_i

# The sources of tasks.
VEDTAK, TILTAK = "samarbeid_vedtak", "samarbeid_tiltak"


def brudd_i_ansvarlig(valgt: int | None, av: Aktoer, har: int | None) -> dict[str, list[str]]:
    """Return what is wrong with who is responsible; who has it already (`har`) may keep it."""
    if valgt is None or valgt == har:
        return {}
    if brukere_i(av.virksomhet_id, timezone.localdate()).filter(pk=valgt).exists():
        return {}
    return {"ansvarlig": [_("Velg en som har en rolle i fylkeskommunen nå.")]}
