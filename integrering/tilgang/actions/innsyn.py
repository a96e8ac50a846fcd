"""The log of look-ups."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.innsynssteder import er_innsynssted
from integrering.tilgang.models import Innsyn


def registrer_innsyn(*, person_id: int, av: Aktoer, hvor: str, grunn: str = "") -> None:
    """Write down that someone looked at a person (forskriften § 45).

    Args:
        hvor: the code of the page or the export.

    Raises:
        LookupError: no app has registered the code.
    """
    _krev_kjent(hvor)
    Innsyn.objects.create(
        person_id=person_id, bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id, hvor=hvor, grunn=grunn
    )


def registrer_innsyn_i_mange(*, person_ider: Collection[int], av: Aktoer, hvor: str) -> None:
    """Write down that someone took out many persons at once: one row per person, in one statement.

    Raises:
        LookupError: no app has registered the code `hvor`.
    """
    _krev_kjent(hvor)
    if not person_ider:
        return
    with connection.cursor() as peker:
        peker.execute(
            """
            INSERT INTO tilgang_innsyn (tid, bruker_id, virksomhet_id, person_id, hvor, grunn)
            SELECT now(), %s, %s, hvem.id, %s, '' FROM unnest(%s::bigint[]) AS hvem (id)
            """,
            [av.bruker_id, av.virksomhet_id, hvor, list(person_ider)],
        )


def _krev_kjent(hvor: str) -> None:
    # the log can never be rewritten: what nobody has words for must not get into it
    if not er_innsynssted(hvor):
        raise LookupError(f"innsynssted er ikke registrert: {hvor}")
