"""Tables of numbers as HTML: what is hidden on paper and for those who do not see the persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from integrering.rapporter import diagram
from integrering.rapporter.diagram import Diagram
from integrering.rapporter.tall import SKJULT, Andel, Tall, Talltabell, Tekst


@dataclass(frozen=True)
class VistRad:
    """A row of the page: its name and its cells, each with its class."""

    navn: str
    celler: list[tuple[str, SafeString]]


@dataclass(frozen=True)
class Vist:
    """A table of the page: the drawing for the screen, and the one for paper where it differs."""

    nr: int
    tittel: str
    radnavn: str
    kolonner: list[tuple[str, str]]
    rader: list[VistRad]
    diagram: Diagram | None
    paa_papir: Diagram | None


def vis(tabeller: Sequence[Talltabell], *, aapen: bool) -> Iterator[Vist]:
    """Yield the tables as the page writes them.

    Args:
        aapen: the reader sees small numbers on the screen; on paper nobody does.
    """
    for nr, tabell in enumerate(tabeller):
        tegning = diagram.tegn(tabell.serier, aapen=aapen) if tabell.serier else None
        ulik = aapen and bool(tabell.serier) and not diagram.er_like(tabell.serier)
        yield Vist(
            nr=nr,
            tittel=tabell.tittel,
            radnavn=tabell.radnavn,
            kolonner=list(zip(tabell.kolonner, _klasser(tabell), strict=True)),
            rader=[
                VistRad(rad.navn, [(_klasse(c), celle(c, aapen=aapen)) for c in rad.celler])
                for rad in tabell.rader
            ],
            diagram=tegning,
            paa_papir=diagram.tegn(tabell.serier, aapen=False) if ulik else None,
        )


def celle(innhold: Tall | Andel | Tekst, *, aapen: bool) -> SafeString:
    """Return one number; a hidden one is «:» on paper, and on the screen of those without the persons."""
    if innhold.skjult and not aapen:
        return format_html(
            '<span aria-hidden="true">{}</span><span class="ds-sr-only">{}</span>', SKJULT, _("Skjult")
        )
    synlig = _med_lenke(innhold)
    if not innhold.skjult:
        return synlig
    return format_html(
        '<span class="ikke-utskrift">{}</span><span class="kun-utskrift">{}</span>', synlig, SKJULT
    )


def _med_lenke(innhold: Tall | Andel | Tekst) -> SafeString:
    if not innhold.lenke:
        return format_html("{}", innhold.tekst)
    return format_html('<a class="ds-link" href="{}">{}</a>', innhold.lenke, innhold.tekst)


def _klasse(innhold: Tall | Andel | Tekst) -> str:
    return "" if isinstance(innhold, Tekst) else "tall"


def _klasser(tabell: Talltabell) -> list[str]:
    """Return the class of each column: that of its first cell that is a number, if any."""
    return [
        next((k for rad in tabell.rader if (k := _klasse(rad.celler[nr]))), "")
        for nr in range(len(tabell.kolonner))
    ]
