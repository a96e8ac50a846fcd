"""The year-end: how many persons of each municipality are not in order for a year."""

from __future__ import annotations

from datetime import date

from django.db import connection

from integrering.grunnmur.sql import les_sql


def ikke_ajour(til: date) -> dict[int, int]:
    """Return number of the municipality here → how many persons lack what counts from the day or earlier."""
    with connection.cursor() as peker:
        peker.execute(les_sql("integrering.nir", "aarsfrist"), {"til": til.isoformat()})
        return dict(peker.fetchall())
