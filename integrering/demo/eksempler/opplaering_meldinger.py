"""What the county tells Trondheim in the demo: some of it sent, one taken over, the rest waits."""

from __future__ import annotations

from datetime import date

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from opplaering.actions.melding import meld_til_kommunen
from opplaering.actions.overtakelse import ta_inn
from opplaering.queries.meldinger import meldinger, umeldt

SENDES = 6


def lag(i_dag: date) -> None:
    """Send the first that are due, and let Trondheim take one over. Nothing without those users."""
    fylket = aktoer_med_rolle("koordinator", Rolle.OPPLAERINGSKOORDINATOR)
    kommunen = aktoer_med_rolle("trondheim", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if fylket is None or kommunen is None:
        return
    with kontekst(kontekst_for(fylket)):
        foerste = umeldt().filter(kommune=kommunen.virksomhet_id).order_by("frist", "noekkel")[:SENDES]
        meld_til_kommunen(noekler=[rad.noekkel for rad in foerste], av=fylket)
    with kontekst(kontekst_for(kommunen)):
        for melding in meldinger().filter(tabell="skolegang").order_by("pk"):
            try:
                ta_inn(melding=melding, av=kommunen)
            except Regelbrudd:
                continue
            return
