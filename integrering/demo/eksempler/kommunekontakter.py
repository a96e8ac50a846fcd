"""Contacts of the municipalities in the demo: two share them, and a few have none yet."""

from __future__ import annotations

from datetime import date

from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Bruker
from integrering.tilgang.queries import aktoer_med_rolle, kommuner_i_fylket
from integrering.tilgang.roller import Rolle
from regionalt import actions

UTEN = 3


def lag(i_dag: date) -> None:
    """Share the municipalities through the action, as the demo's case worker. Nothing without the users."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    koordinator = Bruker.objects.filter(username="koordinator").first()
    if av is None or koordinator is None:
        return
    saksbehandler = Bruker.objects.get(pk=av.bruker_id)
    with kontekst(kontekst_for(av)):
        kommuner = list(kommuner_i_fylket())[:-UTEN]
        fra = date(i_dag.year, 1, 1)
        for gruppe, kontakt, vikar in (
            (kommuner[::2], saksbehandler, koordinator),
            (kommuner[1::2], koordinator, saksbehandler),
        ):
            actions.sett_kontakt(kommuner=gruppe, kontaktperson=kontakt, stedfortreder=vikar, fra=fra, av=av)
