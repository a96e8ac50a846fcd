"""Imports, and what one would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, QuerySet

from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.kunnskap.formater.aarskontroll import Aarsproblem, kontroller
from regionalt.kunnskap.formater.felles import Tallrad
from regionalt.kunnskap.kodeverk import Importtilstand
from regionalt.kunnskap.lesing import Oppskrift, kjente_anmodninger, les
from regionalt.kunnskap.models import Tall, Tallimport
from regionalt.kunnskap.queries.tall import gjeldende
from regionalt.kunnskap.tekster import om_raden

# municipality, indicator, year, version
Noekkel = tuple[str, str, int, str]


@dataclass(frozen=True)
class Endring:
    """A figure as it stands (None: it is new) and as it becomes."""

    kommune: str
    rad: Tallrad
    foer: Tall | None = None


@dataclass
class Forhaandsvisning:
    """What an import would do."""

    nye: list[Endring] = field(default_factory=list)
    endrede: list[Endring] = field(default_factory=list)
    like: int = 0
    # municipalities elsewhere, and numbers no municipality has
    utenfor: int = 0
    ukjente: list[Tallrad] = field(default_factory=list)
    feil: list[str] = field(default_factory=list)
    aar: Aarsproblem | None = None
    # columns of the file that are no figures here
    uleste: list[str] = field(default_factory=list)


def importene() -> QuerySet[Tallimport]:
    """Return the imports, with who made them."""
    return Tallimport.objects.select_related("opprettet_av")


def finn_import(noekkel: UUID) -> Tallimport | None:
    """Return an import by its key, with its file."""
    return importene().select_related("fil", "endret_av").filter(noekkel=noekkel).first()


def siste_importer() -> list[dict[str, Any]]:
    """Return per indicator: its years, how many figures, and when it was last fetched and read in."""
    rader = Tall.objects.filter(erstattet__isnull=True).order_by().values("indikator")
    tall = {
        "fra": Min("aar"),
        "til": Max("aar"),
        "antall": Count("pk"),
        "hentet": Max("tallimport__hentet"),
        "innlest": Max("tallimport__innlest"),
    }
    return [dict(rad) for rad in rader.annotate(**tall)]


def forhaandsvis(tallimport: Tallimport) -> Forhaandsvisning:
    """Return what an import would change, against the figures that count now. Raises Ulesbar, Regelbrudd."""
    oppskrift = Oppskrift(tallimport.format, tallimport.aar, tallimport.utgave, tallimport.indikator)
    innhold = les(bytes(tallimport.fil.data), oppskrift)
    ut = Forhaandsvisning(ukjente=innhold.ukjente, uleste=innhold.lest.uleste)
    ut.feil = [om_raden(tallimport.filnavn, f) for f in innhold.lest.feil]
    navn = dict(kommuner_i_fylket().values_list("nummer", "navn"))
    vaare = [r for r in innhold.rader if r.nummer in navn]
    ut.utenfor = len(innhold.rader) - len(vaare)
    if not tallimport.aar_bekreftet:
        ut.aar = kontroller(innhold.lest, tallimport.aar, kjente_anmodninger())
    finnes = _finnes(vaare)
    for rad in vaare:
        foer = finnes.get((rad.nummer, rad.indikator, rad.aar, rad.versjon))
        if foer is None:
            ut.nye.append(Endring(navn[rad.nummer], rad))
        elif _lik(foer, rad):
            ut.like += 1
        else:
            ut.endrede.append(Endring(navn[rad.nummer], rad, foer))
    return ut


def er_utkast(tallimport: Tallimport) -> bool:
    """Return True until it is read in or thrown away."""
    return tallimport.tilstand == Importtilstand.UTKAST


def _finnes(rader: Iterable[Tallrad]) -> Mapping[Noekkel, Tall]:
    rader = list(rader)
    tall = gjeldende().filter(indikator__in={r.indikator for r in rader}, aar__in={r.aar for r in rader})
    return {(t.kommune.nummer, t.indikator, t.aar, t.utgave): t for t in tall}


def _lik(foer: Tall, rad: Tallrad) -> bool:
    return (foer.merke, foer.verdi, foer.merknad) == (rad.celle.merke, rad.celle.verdi, rad.celle.merknad)
