"""The log of look-ups."""

from __future__ import annotations

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Innsyn


def registrer_innsyn(*, person_id: int, av: Aktoer, hvor: str, grunn: str = "") -> None:
    """Write down that someone looked at a person (forskriften § 45)."""
    Innsyn.objects.create(
        person_id=person_id, bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id, hvor=hvor, grunn=grunn
    )
