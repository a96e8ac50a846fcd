"""Oppdiktede mennesker for reglene: ett utgangspunkt, og det som er annerledes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from integrering.nir.regeldata import regelsett_fra_fil
from integrering.nir.rules.grunnlag import Grunnlag

REGLER = regelsett_fra_fil()
I_DAG = date(2026, 9, 1)

FLYKTNING = Grunnlag(
    foedt=date(1995, 6, 15),
    statsborgerskap="SYR",
    tillatelse="9a",
    tillatelse_dato=date(2026, 2, 2),
    ankomst=date(2025, 10, 1),
    bosatt=date(2026, 3, 1),
    etter_avtale=True,
    folkeregistrert=date(2026, 3, 3),
    arbeid_timer=0,
    har_vgs=False,
    fullfoert_grunnskole=True,
    barn_under_18=False,
    kartlagt_foer_bosetting=False,
    vedtak_kap_6a=False,
    utvidet_norsk=False,
    fylkets_ansvar=(),
)
UKRAINER = replace(FLYKTNING, statsborgerskap="UKR", tillatelse="9e")


def flyktning(**annet: Any) -> Grunnlag:
    """Bosatt etter avtale 1.3.2026, 30 år, uten videregående."""
    return replace(FLYKTNING, **annet)


def ukrainer(**annet: Any) -> Grunnlag:
    """Samme, med kollektiv beskyttelse."""
    return replace(UKRAINER, **annet)
