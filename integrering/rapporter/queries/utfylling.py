"""How complete the registrations are: from the status of each person, and from the clock of registration."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import connection
from psycopg.sql import SQL, Identifier

from integrering.grunnmur.kvartal import OSLO
from integrering.grunnmur.sql import les_sql
from integrering.nir.faktatyper import FAKTATYPER

TILSTANDER = ("registrert", "delvis", "mangler", "ukjent")


def utfylling(*, til: date | None = None) -> dict[tuple[str, str, str], int]:
    """Return (municipality, registration, state) → how many persons it applies to.

    Args:
        til: only what counts from this day or earlier (or from no known day).
    """
    with connection.cursor() as peker:
        peker.execute(les_sql("integrering.rapporter", "utfylling"), {"til": til})
        return {(kommune, hva, tilstand): n for kommune, hva, tilstand, n in peker.fetchall()}


def ajour(*, til: date | None = None) -> dict[tuple[str, bool], int]:
    """Return (municipality, whether something is missing) → how many persons. `til` as for `utfylling`."""
    with connection.cursor() as peker:
        peker.execute(les_sql("integrering.rapporter", "ajour"), {"til": til})
        return {(kommune, mangler): n for kommune, mangler, n in peker.fetchall()}


def registrert_per_uke(*, aar: int, fra: date, til: date) -> dict[date, int]:
    """Return Monday → how much of what became known in `aar` was registered or corrected that week.

    Args:
        fra: first day of registration that counts; `til`: the last.
    """
    # several kinds may share a table; each row is counted once
    datofelt = {slag.modell._meta.db_table: slag.kjentfelt for slag in FAKTATYPER.values()}
    ett = SQL(
        "SELECT registrert FROM {tabell} WHERE NOT annullert AND registrert >= %(fra)s AND "
        "registrert < %(til)s"
        " AND {dato} BETWEEN %(foerste)s AND %(siste)s"
        " AND person_id IN (SELECT id FROM nir_person WHERE NOT skjermet)"
    )
    alle = SQL(" UNION ALL ").join(
        ett.format(tabell=Identifier(tabell), dato=Identifier(felt)) for tabell, felt in datofelt.items()
    )
    per_uke = SQL(
        "SELECT date_trunc('week', registrert AT TIME ZONE 'Europe/Oslo')::date, count(*)"
        " FROM ({alle}) r GROUP BY 1"
    ).format(alle=alle)
    verdier = {
        "fra": datetime.combine(fra, time.min, OSLO),
        "til": datetime.combine(til + timedelta(days=1), time.min, OSLO),
        "foerste": date(aar, 1, 1),
        "siste": date(aar, 12, 31),
    }
    with connection.cursor() as peker:
        peker.execute(per_uke, verdier)
        return dict(peker.fetchall())
