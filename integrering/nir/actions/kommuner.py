"""The passage of days: a bosted that begins today makes the person another municipality's."""

from __future__ import annotations

from django.db import connection

from integrering.tilgang.kontekst import kontekst, motor_kontekst


def oppdater_kommuner() -> int:
    """Bring the cached municipality of all persons up to date. Returns how many moved."""
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute("SELECT nir_sett_kommune(NULL)")
        rad = peker.fetchone()
    return int(rad[0]) if rad else 0
