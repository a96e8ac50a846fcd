"""Tells the database who is asking. Without it the login role sees no person at all.

`SET LOCAL ROLE` chooses the policies; `app.bruker`, `app.virksomhet` and `app.skjermet` are what they read.
All of it ends with the transaction.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

from integrering.grunnmur.kodelister import les_en_gang
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import DbRolle


@dataclass(frozen=True)
class Kontekst:
    """Who asks: the database role, the user, the organisation, and whether protected persons are in scope."""

    dbrolle: DbRolle
    bruker_id: int | None = None
    virksomhet_id: int | None = None
    skjermede: bool = False


_SETT = """SELECT set_config('role', %s, true), set_config('app.bruker', %s, true),
                  set_config('app.virksomhet', %s, true), set_config('app.skjermet', %s, true)"""
# reads what held before and sets the new in one statement: every request pays for it
_BYTT = """WITH foer AS MATERIALIZED (
               SELECT current_setting('role'), current_setting('app.bruker', true),
                      current_setting('app.virksomhet', true), current_setting('app.skjermet', true)
           )
           SELECT foer.*, set_config('role', %s, true), set_config('app.bruker', %s, true),
                  set_config('app.virksomhet', %s, true), set_config('app.skjermet', %s, true)
           FROM foer"""


def _tekst(verdi: int | None) -> str:
    return "" if verdi is None else str(verdi)


@contextmanager
def kontekst(hvem: Kontekst) -> Iterator[None]:
    """Run the block in one transaction as `hvem`; what held before holds again afterwards.

    The role is given back inside an outer transaction (tests, nested contexts); else it ends with this one.
    When the block fails the savepoint or transaction is rolled back, and the settings with it.
    """
    ytterst = not connection.in_atomic_block
    with transaction.atomic(), les_en_gang(), connection.cursor() as peker:
        peker.execute(
            _BYTT,
            [
                hvem.dbrolle.value,
                _tekst(hvem.bruker_id),
                _tekst(hvem.virksomhet_id),
                "ja" if hvem.skjermede else "",
            ],
        )
        foer = [verdi or "" for verdi in (peker.fetchone() or ())[:4]]
        yield
        if not ytterst and not connection.needs_rollback:
            peker.execute(_SETT, foer)


def merk_endringer(*, bruker_id: int, navn: str, sti: str) -> None:
    """Let the events of users, roles and organisations (pghistory) say who made them in this transaction."""
    with connection.cursor() as peker:
        peker.execute(
            "SELECT set_config('pghistory.context_id', %s, true),"
            " set_config('pghistory.context_metadata', %s, true)",
            [str(uuid.uuid4()), json.dumps({"bruker": bruker_id, "navn": navn, "sti": sti})],
        )


def kontekst_for(aktoer: Aktoer) -> Kontekst:
    """Return the context of a user in a role."""
    return Kontekst(
        dbrolle=aktoer.dbrolle,
        bruker_id=aktoer.bruker_id,
        virksomhet_id=aktoer.virksomhet_id,
        skjermede=aktoer.skjermede,
    )


def motor_kontekst(bruker_id: int | None = None) -> Kontekst:
    """Return the context of jobs that work over all persons."""
    return Kontekst(dbrolle=DbRolle.MOTOR, bruker_id=bruker_id, skjermede=True)
