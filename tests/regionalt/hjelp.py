"""Small functions that make contacts, and meetings with a municipality."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from regionalt.actions import sett_kontakt
from regionalt.models import Kommunekontakt
from tests.fabrikk import TRONDHEIM, aktoer, lag_bruker, virksomhet

I_DAG = timezone.localdate()
FOER = I_DAG - timedelta(days=100)


def saksbehandler() -> Aktoer:
    """Return a new case worker at the county."""
    return aktoer(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def lag_kontakt(
    *numre: str, fra: date = FOER, kontaktperson: Bruker | None = None, stedfortreder: Bruker | None = None
) -> Kommunekontakt:
    """Give municipalities (Trondheim unless others are named) a contact; return the first one's."""
    av, numre = saksbehandler(), numre or (TRONDHEIM,)
    kommuner = [virksomhet(nummer) for nummer in numre]
    with kontekst(kontekst_for(av)):
        sett_kontakt(
            kommuner=kommuner,
            kontaktperson=kontaktperson or lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Kontakt"),
            stedfortreder=stedfortreder,
            fra=fra,
            av=av,
        )
        return Kommunekontakt.objects.get(kommune=kommuner[0], fra=fra)


def kontaktene(nummer: str = TRONDHEIM) -> list[tuple[str, Any, Any]]:
    """Return the contacts of a municipality as (last name, from, to), the oldest first."""
    with kontekst(kontekst_for(saksbehandler())):
        rader = Kommunekontakt.objects.filter(kommune=virksomhet(nummer)).order_by("fra")
        return [(k.kontaktperson.last_name, k.fra, k.til) for k in rader]


def verdier_for_regionalt() -> dict[str, Any]:
    """Return the arguments of the addresses of the regional work."""
    return {"kommunekontakt": lag_kontakt().noekkel}
