"""The threshold of small numbers."""

from __future__ import annotations

from django.db import transaction

from integrering.rapporter.models import Smaatall
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle


@transaction.atomic
def endre_grense(*, smaatall: Smaatall, av: Aktoer) -> None:
    """Save the threshold: it holds for the next report anybody opens.

    Raises:
        IkkeTilgang: only the county's administrator.
    """
    av.krev(Rolle.ADMINISTRATOR)
    smaatall.full_clean()
    smaatall.save(update_fields=["grense"])
