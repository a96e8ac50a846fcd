"""What an application lacks before it is sent. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Hull(StrEnum):
    """A thing that is not there, or not as the call says."""

    TILTAK = "tiltak"
    PERIODE = "periode"
    DELTAKERE = "deltakere"
    BUDSJETT = "budsjett"
    EGENANDEL = "egenandel"
    OVER_MEST = "over_mest"
    MAALGRUPPE = "maalgruppe"
    VILKAAR = "vilkaar"
    PARTNERE = "partnere"
    AVTALER = "avtaler"
    FRIST = "frist"


# What no reason covers: without it there is nothing to send.
MAA_FINNES = frozenset({Hull.TILTAK, Hull.BUDSJETT})


@dataclass(frozen=True)
class Soeknadsfakta:
    """What is known of an application and its call. Amounts in whole kroner; None is not said.

    Attributes:
        maalgruppe_mangler, vilkaar_mangler: conditions without «met».
        uten_avtale: partners whose letter of intent is not signed.
    """

    beskrevet: bool
    har_periode: bool
    deltakere: int | None
    minst_deltakere: int | None
    soekes: int
    egenandel: int
    krever_egenandel: bool
    mest: int | None
    maalgruppe_mangler: int
    vilkaar_mangler: int
    partnere: int
    uten_avtale: int
    frist: date | None


def hull(f: Soeknadsfakta, i_dag: date) -> list[Hull]:
    """Return what is lacking, in the order the pages ask for it."""
    sjekker = {
        Hull.TILTAK: not f.beskrevet,
        Hull.PERIODE: not f.har_periode,
        Hull.DELTAKERE: not f.deltakere or f.deltakere < (f.minst_deltakere or 0),
        Hull.BUDSJETT: f.soekes <= 0,
        Hull.EGENANDEL: f.krever_egenandel and f.egenandel <= 0,
        Hull.OVER_MEST: f.mest is not None and f.soekes > f.mest,
        Hull.MAALGRUPPE: f.maalgruppe_mangler > 0,
        Hull.VILKAAR: f.vilkaar_mangler > 0,
        Hull.PARTNERE: f.partnere == 0,
        Hull.AVTALER: f.uten_avtale > 0,
        Hull.FRIST: f.frist is not None and i_dag > f.frist,
    }
    return [navn for navn, mangler in sjekker.items() if mangler]
