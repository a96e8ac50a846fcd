"""Lets time pass for what a browser test has registered.

The database's clock decides when a registration was made, and nobody may change it. A payout counts only
what was registered before its quarter ended. So the test, as superuser and with the triggers asleep, moves
the instants of all registrations back.
"""

from __future__ import annotations

from datetime import timedelta

import psycopg

FAKTATABELLER = ("nir_personopplysning", "nir_bosted", "nir_vedtak", "nir_fulltidvgo", "nir_stans")


def la_tiden_gaa(superbruker_dsn: str, tid: timedelta) -> None:
    """Move `registrert` and `erstattet` of every fact back by `tid`."""
    with psycopg.connect(superbruker_dsn) as kobling:
        kobling.execute("SET session_replication_role = replica")
        for tabell in FAKTATABELLER:
            kobling.execute(
                f"UPDATE {tabell} SET registrert = registrert - %(tid)s, erstattet = erstattet - %(tid)s",
                {"tid": tid},
            )
