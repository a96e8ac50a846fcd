"""The yearly reports, and what stands in one: its own figures, or those of now while it is a draft."""

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
    """Return the chapters: those that were kept, or, of a draft, as the records stand now."""
    if rapport.kapitler is not None:
        return [_lest(kapittel, rapport.tekster) for kapittel in rapport.kapitler]
    return [
        Vistkapittel(k.navn, str(k.tittel), rapport.tekster.get(k.navn, ""), tuple(k.tabeller(rapport.aar)))
        for k in kapitlene()
    ]


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


def som_data(kapitler: list[Vistkapittel]) -> list[dict[str, Any]]:
    """Return the chapters as they are kept, without the texts, which stand by themselves."""
    return [
        {"navn": k.navn, "tittel": k.tittel, "tabeller": [asdict(t) for t in k.tabeller]} for k in kapitler
    ]
