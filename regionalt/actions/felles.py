"""What the actions of the regional apps share."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.queries.deltakere import brukere_i
from regionalt.models.felles import Innsendt

M = TypeVar("M", bound=Innsendt)


def brudd_i_periode(fra: Any, til: Any) -> dict[str, list[str]]:
    """Return what is wrong with a period whose last day is before its first."""
    if fra and til and til < fra:
        return {"til": [_("Den siste dagen kan ikke være før den første.")]}
    return {}


def brudd_i_ansvarlig(valgt: int | None, av: Aktoer, har: int | None) -> dict[str, list[str]]:
    """Return what is wrong with who is responsible; who has it already (`har`) may keep it."""
    if valgt is None or valgt == har:
        return {}
    if brukere_i(av.virksomhet_id, timezone.localdate()).filter(pk=valgt).exists():
        return {}
    return {"ansvarlig": [_("Velg en som har en rolle i fylkeskommunen nå.")]}


def opprett_en_gang(modell: type[M], *, innsending: UUID, av: Aktoer, **felt: Any) -> M:
    """Save a new row; the same form sent twice gives the row of the first time.

    Raises Regelbrudd when the database stops it for another reason.
    """
    try:
        with transaction.atomic():
            return modell._default_manager.create(innsending=innsending, endret_av_id=av.bruker_id, **felt)
    except IntegrityError as feil:
        finnes = modell._default_manager.filter(innsending=innsending).first()
        if finnes is None:
            raise stoppet() from feil
        return finnes


def stoppet() -> Regelbrudd:
    """Return what is said when the database stops a row."""
    return Regelbrudd(_("Dette er alt registrert, eller det bryter en regel i registeret."))
