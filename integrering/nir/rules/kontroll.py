"""What a registration may say, and what is allowed but unusual. Codes only; the words are in `tekster.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from integrering.grunnmur.datoer import pluss_aar
from integrering.nir.rules.vgo import UVANLIG_MANGE_TIMER

# Dates that follow one another when both are given.
DATOPAR = (
    ("fra", "til"),
    ("mottatt", "oversendt"),
    ("mottatt", "utfallsdato"),
    ("dato", "neste_vurdering"),
    ("foedselsdato", "tillatelse_dato"),
)


class Merknad(StrEnum):
    """Unusual but allowed: shown before saving, never refused."""

    MANGE_TIMER = "mange_timer"
    LENGE_SIDEN = "lenge_siden"
    LANGT_FRAM = "langt_fram"
    START_FOER_VEDTAK = "start_foer_vedtak"
    LANG_PERIODE = "lang_periode"


@dataclass(frozen=True)
class Spenn:
    """A period of one registration; `til` inclusive, None is open."""

    registrering: UUID | None
    fra: date
    til: date | None
    navn: str = ""

    def overlapper(self, annen: Spenn) -> bool:
        """Return True when a day is in both."""
        return (self.til is None or annen.fra <= self.til) and (annen.til is None or self.fra <= annen.til)


def kolliderer(ny: Spenn, gamle: Iterable[Spenn]) -> Spenn | None:
    """Return the first other registration that shares a day with `ny`."""
    return next((g for g in gamle if g.registrering != ny.registrering and ny.overlapper(g)), None)


def i_rekkefoelge(fra: date, til: date | None) -> bool:
    """Return True when the period ends on or after its first day."""
    return til is None or fra <= til


def merknader_dato(dato: date, i_dag: date) -> list[Merknad]:
    """Return what is unusual about a start date."""
    if dato < pluss_aar(i_dag, -1):
        return [Merknad.LENGE_SIDEN]
    return [Merknad.LANGT_FRAM] if dato > pluss_aar(i_dag, 1) else []


def merknader_periode(fra: date, til: date | None, i_dag: date) -> list[Merknad]:
    """Return what is unusual about a school period."""
    funn = merknader_dato(fra, i_dag)
    return [*funn, Merknad.LANG_PERIODE] if til and til > pluss_aar(fra, 4) else funn


def merknader_vedtak(vedtaksdato: date, startdato: date, i_dag: date) -> list[Merknad]:
    """Return what is unusual about a vedtak."""
    funn = merknader_dato(startdato, i_dag)
    return [*funn, Merknad.START_FOER_VEDTAK] if startdato < vedtaksdato else funn


def merknader_timer(timer: Decimal) -> list[Merknad]:
    """Return what is unusual about hours a week."""
    return [Merknad.MANGE_TIMER] if timer > UVANLIG_MANGE_TIMER else []
