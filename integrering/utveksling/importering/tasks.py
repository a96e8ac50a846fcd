"""The jobs of imports, and the nightly tidying."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from celery import shared_task
from django.db import connection

from integrering.grunnmur.jobber import Loep, registrer_jobb
from integrering.utveksling.importering import actions
from integrering.utveksling.importering.actions import Framdrift
from integrering.utveksling.importering.actions.angre import JOBBSLAG
from integrering.utveksling.importering.actions.utkast import IMPORTER, PROEV


@contextmanager
def _framdrift(jobb: Loep) -> Iterator[Framdrift]:
    """Give what tells the job's row how far it is, while an import is in the middle of its one transaction.

    From a thread with a connection of its own, so that it is seen at once; whether someone asked the job to
    stop is heard there too, and raised here.
    """
    if connection.in_atomic_block:  # the one who started it waits in the same transaction
        yield jobb.meld
        return
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="framdrift") as traad:
        try:
            yield lambda steg, gjort, av: traad.submit(jobb.meld, steg, gjort, av).result()
        finally:
            traad.submit(_lukk).result()


def _lukk() -> None:
    # Looked up in the thread that has the connection: `connection` is another one in each.
    connection.close()


@registrer_jobb(PROEV)
def proev(jobb: Loep) -> dict[str, Any]:
    """Try the import of a draft."""
    with _framdrift(jobb) as framdrift, jobb.steg("", 0, 1):
        return dict(actions.gjoer_proeve(utkast_id=UUID(jobb.parametre["utkast"]), framdrift=framdrift))


@registrer_jobb(IMPORTER)
def importer(jobb: Loep) -> dict[str, Any]:
    """Import a draft. A worker that died in the middle has saved nothing; the next one begins anew."""
    with _framdrift(jobb) as framdrift, jobb.steg("", 0, 1):
        return dict(actions.gjoer_import(utkast_id=UUID(jobb.parametre["utkast"]), framdrift=framdrift))


@registrer_jobb(JOBBSLAG)
def angre(jobb: Loep) -> dict[str, Any]:
    """Undo an import."""
    with _framdrift(jobb) as framdrift, jobb.steg("", 0, 1):
        angring = actions.gjoer_angring(
            kvittering=UUID(jobb.parametre["kvittering"]),
            bruker_id=jobb.jobb.bruker_id or 0,
            virksomhet_id=jobb.jobb.virksomhet_id or 0,
            rolle=jobb.parametre["rolle"],
            framdrift=framdrift,
        )
        return {"annullerte": angring.annullerte, "tilbakefoerte": angring.tilbakefoerte}


@shared_task(name="utveksling.rydd_importer", ignore_result=True)
def rydd_importer() -> None:
    """Delete files that are no longer needed."""
    actions.rydd()
