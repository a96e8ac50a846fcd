"""Case numbers: «2026/0001», one row of numbers a year for threads and requests together."""

from __future__ import annotations

from django.db import connection
from django.utils import timezone

from integrering.tilgang.kontekst import kontekst, motor_kontekst


def neste_saksnummer(*, bruker_id: int) -> str:
    """Return the next number. The row is locked until the transaction ends: no number is given twice."""
    [nummer] = neste_saksnumre(1, bruker_id=bruker_id)
    return nummer


def neste_saksnumre(antall: int, *, bruker_id: int) -> list[str]:
    """Return the next numbers, as many as asked for, in order. Locked as `neste_saksnummer`."""
    aar = timezone.localdate().year
    # no user's role may touch the counter: a number says nothing, but a counter set back would stop everyone
    with kontekst(motor_kontekst(bruker_id)), connection.cursor() as peker:
        peker.execute(
            "INSERT INTO meldinger_saksteller AS t (aar, siste) VALUES (%(aar)s, %(antall)s)"
            " ON CONFLICT (aar) DO UPDATE SET siste = t.siste + %(antall)s RETURNING siste",
            {"aar": aar, "antall": antall},
        )
        (siste,) = peker.fetchone() or (0,)
    return [f"{aar}/{nr:04d}" for nr in range(siste - antall + 1, siste + 1)]
