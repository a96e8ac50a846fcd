"""What the actions share: who may, and the SQL of the folder."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang
from integrering.grunnmur.sql import les_sql
from integrering.nir.actions.roller import krev_registrering
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.registerlister.models import Registerliste

PAKKE = "integrering.utveksling.registerlister"


def krev_vaar(liste: Registerliste, av: Aktoer) -> None:
    """Raise IkkeTilgang unless one may register, for the organisation that uploaded the list."""
    krev_registrering(av)
    if liste.virksomhet_id != av.virksomhet_id:
        raise IkkeTilgang(_("Listen er lastet opp av en annen virksomhet."))


def kjoer(navn: str, **verdier: Any) -> int:
    """Run a file of `sql/`; return how many rows it changed."""
    with connection.cursor() as peker:
        peker.execute(les_sql(PAKKE, navn), verdier)
        return int(peker.rowcount)
