"""Evidence packs. Row-level security: each sees their own."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from integrering.rapporter.models import Dokumentasjonspakke, Pakkedel


def mine_pakker() -> QuerySet[Dokumentasjonspakke]:
    """Return the reader's packs."""
    return Dokumentasjonspakke.objects.select_related("jobb")


def min_pakke(pakke_id: uuid.UUID) -> Dokumentasjonspakke | None:
    """Return one of the reader's packs."""
    return mine_pakker().filter(pk=pakke_id).first()


def tilstand(pakke: Dokumentasjonspakke) -> str:
    """Return where a pack stands: «ferdig», «utloept», «lages», «stoppet»."""
    if pakke.ferdig:
        return "ferdig" if pakke.kan_hentes else "utloept"
    return "lages" if pakke.jobb is not None and pakke.jobb.lever else "stoppet"


def del_av(pakke_id: uuid.UUID, nr: int) -> bytes | None:
    """Return a piece of a file; None after the last."""
    funnet = Pakkedel.objects.filter(pakke_id=pakke_id, nr=nr).values_list("innhold", flat=True).first()
    return None if funnet is None else bytes(funnet)
