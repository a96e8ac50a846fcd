"""Case numbers: «2026/0001», one row of numbers a year for threads and requests together."""

from __future__ import annotations

from django.db import connection
from django.utils import timezone

from integrering.tilgang.kontekst import kontekst, motor_kontekst


def neste_saksnummer(*, bruker_id: int) -> str:
    """Return the next number. The row is locked until the transaction ends: no number is given twice."""
    aar = timezone.localdate().year
    # no user's role may touch the counter: a number says nothing, but a counter set back would stop everyone
    with kontekst(motor_kontekst(bruker_id)), connection.cursor() as peker:
        peker.execute(
            "INSERT INTO meldinger_saksteller AS t (aar, siste) VALUES (%s, 1)"
            " ON CONFLICT (aar) DO UPDATE SET siste = t.siste + 1 RETURNING siste",
            [aar],
        )
        (siste,) = peker.fetchone() or (0,)
    return f"{aar}/{siste:04d}"
