"""A yearly report: last year's, with a text or two, still a draft."""

from __future__ import annotations

from datetime import date

from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from regionalt.ledelse.actions import begynn_rapport, skriv_rapport


def lag(i_dag: date) -> None:
    """Begin the report, as the leader."""
    av = aktoer_med_rolle("leder", Rolle.LEDER)
    assert av is not None  # noqa: S101 - the demo has one
    with kontekst(kontekst_for(av)):
        rapport = begynn_rapport(aar=i_dag.year, av=av)
        skriv_rapport(
            rapport=rapport,
            versjon=rapport.versjon,
            innledning="Året har handlet om å få registreringene på plass i tide.",
            tekster={"moeter": "Vi har møtt de fleste kommunene. Resten møter vi til våren."},
            av=av,
        )
