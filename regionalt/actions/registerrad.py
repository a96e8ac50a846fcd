"""Save a row of a regional register: one way for all of them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from integrering.grunnmur.feil import krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import opprett_en_gang, stoppet
from regionalt.models.felles import Innsendt
from regionalt.personvern import brudd_i_tekst
from regionalt.roller import FOELGER_OPP

R = TypeVar("R", bound=Innsendt)


@dataclass(frozen=True)
class Lagring(Generic[R]):
    """What is saved over, as the version it was read; or nothing, and the form a new row comes from."""

    rad: R | None = None
    versjon: int = 0
    innsending: UUID = field(default_factory=uuid.uuid4)


@transaction.atomic
def lagre_rad(
    modell: type[R],
    felter: Mapping[str, Any],
    brudd: Mapping[str, Sequence[str]],
    *,
    lagring: Lagring[R],
    av: Aktoer,
) -> R:
    """Add a row, or save over one. The same form sent twice gives the same row.

    Args:
        brudd: what the register itself found wrong, field → messages.

    Raises:
        IkkeTilgang: a role that does not keep the registers.
        Konflikt: somebody else changed the row meanwhile.
        Regelbrudd: something in `brudd`, a text with the number of a person, or what the database stops.
    """
    av.krev(*FOELGER_OPP)
    krev_gyldig(brudd, brudd_i_tekst(**felter))
    if lagring.rad is None:
        return opprett_en_gang(modell, innsending=lagring.innsending, av=av, **felter)
    try:
        with transaction.atomic():
            lagring.rad.lagre_over(versjon=lagring.versjon, bruker_id=av.bruker_id, **felter)
    except IntegrityError as feil:
        raise stoppet() from feil
    return lagring.rad
