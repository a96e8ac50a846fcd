"""Who a token belongs to. One statement finds the client, counts the request and notes that it was used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import ROLLENAVN
from integrering.tilgang.noekler import avtrykk
from integrering.tilgang.roller import Rolle

# A client is a municipality's refugee service, never with the scope for protected persons.
ROLLE = Rolle.KOMMUNE_FLYKTNINGTJENESTE
_SQL = """
    UPDATE tilgang_apiklient k
    SET sist_brukt = %(naa)s, vindu = %(vindu)s,
        antall = CASE WHEN k.vindu = %(vindu)s THEN k.antall + 1 ELSE 1 END
    FROM tilgang_virksomhet v
    WHERE k.avtrykk = %(avtrykk)s AND k.trukket IS NULL AND k.siste_dag >= %(dag)s
      AND v.id = k.virksomhet_id AND v.aktiv AND v.type = 'kommune'
    RETURNING k.bruker_id, k.navn, v.id, v.navn, k.antall
"""


@dataclass(frozen=True)
class Innslipp:
    """A client that is let in: whom it acts as, and how many requests it has made in this minute."""

    av: Aktoer
    antall: int
    sekunder_igjen: int


def slipp_inn(token: str) -> Innslipp | None:
    """Return whose token it is; None for one that is wrong, withdrawn or past its last day."""
    naa = timezone.now()
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute(
            _SQL,
            {
                "naa": naa,
                "vindu": _minutt(naa),
                "avtrykk": avtrykk(token),
                "dag": timezone.localdate(naa),
            },
        )
        rad = peker.fetchone()
    if rad is None:
        return None
    bruker_id, navn, virksomhet_id, virksomhet_navn, antall = rad
    av = Aktoer(
        bruker_id=bruker_id,
        navn=navn,
        virksomhet_id=virksomhet_id,
        virksomhet_navn=virksomhet_navn,
        rolle=ROLLE,
        rollenavn=str(dict(ROLLENAVN)[ROLLE]),
    )
    return Innslipp(av, antall, 60 - naa.second)


def _minutt(naa: datetime) -> datetime:
    return naa.replace(second=0, microsecond=0)
