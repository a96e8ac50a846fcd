"""Runs the matching: set-based, as the role of the jobs, in the caller's transaction."""

from __future__ import annotations

from django.db import connection

from integrering.grunnmur.sql import les_sql
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.queries import vaart_fylke
from tilskudd.innbetalinger.models import Avstemmingskjoering
from tilskudd.innbetalinger.rules.utfall import AVRUNDING

PAKKE = "tilskudd.innbetalinger"
KILDE = "innbetalinger"
_LAAS = "SELECT pg_advisory_xact_lock(hashtext('innbetalinger.avstem'))"


def laas() -> None:
    """Wait for a turn among matchings; held to the end of the transaction."""
    with connection.cursor() as peker:
        peker.execute(_LAAS)


def avstem() -> Avstemmingskjoering:
    """Hold all payments against all posted lines, and keep what is found.

    Done again, it gives the same: statuses and notes stand. Needs the role of the jobs.
    """
    laas()
    with connection.cursor() as peker:
        peker.execute(les_sql(PAKKE, "finn_personer"))
        peker.execute(les_sql(PAKKE, "avstem"), {"fylket": vaart_fylke().pk, "avrunding": AVRUNDING})
        peker.execute("ANALYZE innbetalinger_ny")
        peker.execute(les_sql(PAKKE, "behold"))
    oppdater_kilde(KILDE)
    return Avstemmingskjoering.objects.create()
