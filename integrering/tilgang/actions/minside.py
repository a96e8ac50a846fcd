"""What a user changes about oneself."""

from __future__ import annotations

from integrering.tilgang.models import Bruker


def velg_spraak(*, bruker_id: int, maalform: str) -> None:
    """Remember the language a user reads, also for the next login."""
    Bruker.objects.filter(pk=bruker_id).exclude(maalform=maalform).update(maalform=maalform)


def endre_min_side(*, bruker_id: int, fornavn: str, etternavn: str, maalform: str) -> None:
    """Change one's own name and language."""
    Bruker.objects.filter(pk=bruker_id).update(first_name=fornavn, last_name=etternavn, maalform=maalform)
