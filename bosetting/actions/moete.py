"""Dialogue meetings of a round."""

from __future__ import annotations

from django.db import transaction

from bosetting.models import Runde, Rundemoete
from bosetting.roller import SKRIVER
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.models import Moete


@transaction.atomic
def knytt_moete(*, runde: Runde, kommune_id: int, moete: Moete, av: Aktoer) -> None:
    """Say that a meeting is a dialogue of the round with a municipality; again changes nothing.

    Raises IkkeTilgang.
    """
    av.krev(*SKRIVER)
    Rundemoete.objects.get_or_create(moete=moete, defaults={"runde": runde, "kommune_id": kommune_id})
