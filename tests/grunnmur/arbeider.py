"""Kinds of jobs that exist in tests only, and the Celery app of a worker that knows them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from django.db import connection

from integrering.grunnmur.jobber import Loep, registrer_jobb

STEG = 6


@registrer_jobb("test.tell")
def tell(loep: Loep) -> dict[str, Any]:
    """Write one row per step into its own table, idempotent by step; so slow that it can be killed midway."""
    for nummer in range(1, STEG + 1):
        with loep.steg(f"Steg {nummer}", nummer, STEG), connection.cursor() as peker:
            peker.execute(
                "INSERT INTO django_session (session_key, session_data, expire_date) VALUES (%s, %s, now())"
                " ON CONFLICT (session_key) DO NOTHING",
                [f"steg-{nummer}", str(nummer)],
            )
        _pust(loep)
    return {"rader": STEG}


def _pust(loep: Loep) -> None:
    """Wait while the file in the parameters is there: the test decides how fast the job goes."""
    fil = loep.parametre.get("vent_paa")
    slutt = time.monotonic() + 120
    while fil and Path(fil).exists() and time.monotonic() < slutt:
        time.sleep(0.02)
