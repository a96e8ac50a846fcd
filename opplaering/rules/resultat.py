"""What one result must be to hang together (forskriften §§ 23, 24, 34 and 41). Codes only."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from integrering.nir.rules.sammenheng import FERDIGHETER, proevens_deler

PROEVER = ("norskproeve", "norskproeve_c1", "samfunnskunnskap")
DELER = (*FERDIGHETER, "resultat")
LAVEST, HOEYEST = 1, 6


class Resultatbrudd(StrEnum):
    """Why a value cannot stand."""

    RESULTAT_MANGLER = "resultat_mangler"
    RESULTAT_PASSER_IKKE = "resultat_passer_ikke"
    FAG_MANGLER = "fag_mangler"
    KARAKTER_MANGLER = "karakter_mangler"
    KARAKTER_UTENFOR = "karakter_utenfor"
    BARE_KARAKTER = "bare_karakter"
    """A grade has no parts of a test."""
    BARE_PROEVE = "bare_proeve"
    """A test has no subject and no grade."""


Funn = dict[str, Resultatbrudd]


def er_proeve(slag: str) -> bool:
    """Return True for tests, False for grades."""
    return slag in PROEVER


def brudd(v: Mapping[str, Any]) -> Funn:
    """Return what is wrong: column → why. A test has its parts and scale; a grade a subject and a number."""
    return _proeve(v) if er_proeve(v["slag"]) else _karakter(v)


def _proeve(v: Mapping[str, Any]) -> Funn:
    deler, skala = proevens_deler(v["slag"])
    funn = {f: Resultatbrudd.BARE_PROEVE for f in ("fag", "karakter") if v[f] not in ("", None)}
    funn |= {
        f: Resultatbrudd.RESULTAT_PASSER_IKKE for f in DELER if v[f] and (f not in deler or v[f] not in skala)
    }
    if not any(v[f] for f in DELER):
        funn[deler[0]] = Resultatbrudd.RESULTAT_MANGLER
    return funn


def _karakter(v: Mapping[str, Any]) -> Funn:
    funn = {f: Resultatbrudd.BARE_KARAKTER for f in DELER if v[f]}
    if not v["fag"]:
        funn["fag"] = Resultatbrudd.FAG_MANGLER
    if v["karakter"] is None:
        funn["karakter"] = Resultatbrudd.KARAKTER_MANGLER
    elif not LAVEST <= v["karakter"] <= HOEYEST:
        funn["karakter"] = Resultatbrudd.KARAKTER_UTENFOR
    return funn
