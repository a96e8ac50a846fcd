"""What the actions of the regional apps share."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from regionalt.models.felles import Innsendt

M = TypeVar("M", bound=Innsendt)


def brudd_i_periode(fra: Any, til: Any) -> dict[str, list[str]]:
    """Return what is wrong with a period whose last day is before its first."""
    if fra and til and til < fra:
        return {"til": [_("Den siste dagen kan ikke være før den første.")]}
    return {}


def opprett_en_gang(modell: type[M], *, innsending: UUID, av: Aktoer, **felt: Any) -> M:
    """Save a new row; the same form sent twice gives the row of the first time."""
    try:
        with transaction.atomic():
            return modell._default_manager.create(innsending=innsending, endret_av_id=av.bruker_id, **felt)
    except IntegrityError:
        return modell._default_manager.get(innsending=innsending)
