"""The yearly reports, what stands in one, and what the records say now."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Max, QuerySet

from regionalt.aarsrapport import Rapporttabell, kapitlene
from regionalt.ledelse.models import Aarsrapport


@dataclass(frozen=True)
class Vistkapittel:
    """A chapter as it is read: its tables, and the text people wrote about them."""

    navn: str
    tittel: str
    tekst: str
    tabeller: tuple[Rapporttabell, ...]


def rapporter() -> QuerySet[Aarsrapport]:
    """Return all reports, the latest first."""
    return Aarsrapport.objects.select_related("ferdigstilt_av", "endret_av")


def finn_rapport(aar: int, utgave: int) -> Aarsrapport | None:
    """Return one edition."""
    return rapporter().filter(aar=aar, utgave=utgave).first()


def neste_utgave(aar: int) -> int:
    """Return the number of the next edition of a year."""
    return 1 + (Aarsrapport.objects.filter(aar=aar).aggregate(m=Max("utgave"))["m"] or 0)


def innhold(rapport: Aarsrapport) -> list[Vistkapittel]:
    """Return the chapters with the figures as they were read last."""
    return [_lest(kapittel, rapport.tekster) for kapittel in rapport.kapitler]


def _lest(kapittel: dict[str, Any], tekster: dict[str, str]) -> Vistkapittel:
    tabeller = tuple(
        Rapporttabell(
            tittel=t["tittel"],
            kolonner=tuple(t["kolonner"]),
            rader=tuple(tuple(rad) for rad in t["rader"]),
            kilde=t["kilde"],
            diagram=t["diagram"],
        )
        for t in kapittel["tabeller"]
    )
    return Vistkapittel(kapittel["navn"], kapittel["tittel"], tekster.get(kapittel["navn"], ""), tabeller)


def les_kapitlene(aar: int) -> list[dict[str, Any]]:
    """Read the chapters of a year from the records, as they are kept. As many queries as they need."""
    return [
        {"navn": k.navn, "tittel": str(k.tittel), "tabeller": [asdict(t) for t in k.tabeller(aar)]}
        for k in kapitlene()
    ]
