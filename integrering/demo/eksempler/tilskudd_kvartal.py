"""A rate that one adviser has entered, and that waits for another person."""

from __future__ import annotations

from datetime import date

from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from tilskudd.actions import lagre_sats
from tilskudd.models import Sats, Satsstatus


def lag(i_dag: date) -> None:
    """Propose that the rate of a budget proposal is adopted, with the source it has."""
    av = aktoer_med_rolle("raadgiver", Rolle.TILSKUDDSRAADGIVER)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        sats = Sats.objects.filter(status=Satsstatus.FORSLAG).order_by("budsjettaar").first()
        if sats is not None:
            lagre_sats(
                ordning=sats.ordning,
                aar_nr=sats.aar_nr,
                landgruppe=sats.landgruppe,
                budsjettaar=sats.budsjettaar,
                beloep=sats.beloep,
                status=Satsstatus.VEDTATT,
                kilde=sats.kilde,
                av=av,
            )
