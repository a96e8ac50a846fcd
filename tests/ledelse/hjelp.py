"""Small functions for what leaders see: chapters of their own, and reports."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.aarshjul import Hjuldag, les_hjuldager
from regionalt.aarsrapport import Kapittel, Rapporttabell
from regionalt.ledelse.actions import begynn_rapport
from regionalt.ledelse.models import Aarsrapport
from regionalt.ledelsestall import Tall, les_ledelsestall
from tests.fabrikk import lag_aktoer

I_DAG = timezone.localdate()
I_AAR = I_DAG.year


def lederens_tall(navn: str, dag: date = I_DAG) -> Tall | None:
    """Return a figure of the leader's page as the reader sees it; None: not shown."""
    return {t.navn: tall for t, tall in les_ledelsestall(dag)}.get(navn)


def hjuldagene(kilde: str, fra: date, til: date) -> list[Hjuldag]:
    """Return the days of a source of the wheel."""
    return [dag for _kilde, dag in les_hjuldager(fra, til, kilde)]


def tabell(*rader: tuple[str | int, ...], diagram: bool = False) -> Rapporttabell:
    """Return a table of kind and number."""
    return Rapporttabell("Besøk", ("Slags", "Antall"), rader, "Talt fra loggen.", diagram)


def kapittel(*tabeller: Rapporttabell, navn: str = "proeve") -> Kapittel:
    """Return a chapter with these tables, the same each year."""
    return Kapittel(navn, "Prøvekapitlet", lambda aar: tabeller, 900)


def lag_rapport(aar: int = I_AAR) -> Aarsrapport:
    """Begin a report, as the leader."""
    av = lag_aktoer(Rolle.LEDER)
    with kontekst(kontekst_for(av)):
        return begynn_rapport(aar=aar, av=av)


def verdier_for_ledelse() -> dict[str, Any]:
    """Return the arguments of the addresses of leaders' pages."""
    rapport = lag_rapport()
    return {"rapportaar": rapport.aar, "utgave": rapport.utgave}
