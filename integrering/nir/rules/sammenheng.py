"""What the values of one registration must be to hang together. Codes only; the words are in `tekster`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

Verdier = Mapping[str, Any]
FERDIGHETER = ("lytte", "lese", "skriftlig", "muntlig")
NIVAAER = ("a1", "a2", "b1", "b2")
_NORSKRESULTAT = frozenset({"under_a1", *NIVAAER})
_C1_RESULTAT = frozenset({"c1", "ikke_bestaatt"})
_BESTAATT = frozenset({"bestaatt", "ikke_bestaatt"})


class Brudd(StrEnum):
    """Why a value cannot stand."""

    NIVAA_MANGLER = "nivaa_mangler"
    NIVAA_UTEN_GRUNN = "nivaa_uten_grunn"
    UTFALL_OG_DATO = "utfall_og_dato"
    GRUNN_PASSER_IKKE = "grunn_passer_ikke"
    RESULTAT_MANGLER = "resultat_mangler"
    RESULTAT_PASSER_IKKE = "resultat_passer_ikke"
    IKKE_FOERSTE_DAG = "ikke_foerste_dag"


Funn = dict[str, Brudd]


def norskmaal(v: Verdier) -> Funn:
    """A goal by level has a level for each skill; grade 2 and C1 have none (forskriften § 28)."""
    if v["slag"] == "nivaa":
        return {f: Brudd.NIVAA_MANGLER for f in FERDIGHETER if not v[f]}
    return {f: Brudd.NIVAA_UTEN_GRUNN for f in FERDIGHETER if v[f]}


def klage(v: Verdier) -> Funn:
    """An outcome has its day, and a day its outcome."""
    if bool(v["utfall"]) == bool(v["utfallsdato"]):
        return {}
    return {"utfallsdato" if v["utfall"] else "utfall": Brudd.UTFALL_OG_DATO}


def fritak(v: Verdier) -> Funn:
    """Grounds of § 23 are for Norwegian, of § 24 for social studies; § 25 is for both (also tests, § 36)."""
    paragraf = {"norsk": "23", "norskproeve": "23", "samfunn": "24", "samfunnsproeve": "24"}
    riktig = paragraf.get(v["fritak_fra"])
    if riktig is None or v["rettsgrunnlag"].startswith((riktig, "25")):
        return {}
    return {"rettsgrunnlag": Brudd.GRUNN_PASSER_IKKE}


def proevens_deler(proeve: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the parts of a test, and the results they may have (forskriften §§ 34, 41)."""
    return {
        "norskproeve": (FERDIGHETER, _NORSKRESULTAT),
        "norskproeve_c1": (("muntlig", "skriftlig"), _C1_RESULTAT),
    }.get(proeve, (("resultat",), _BESTAATT))


def proeve(v: Verdier) -> Funn:
    """Each test has its own parts and scale (forskriften §§ 34, 41)."""
    deler, skala = proevens_deler(v["proeve"])
    alle = (*FERDIGHETER, "resultat")
    funn = {f: Brudd.RESULTAT_PASSER_IKKE for f in alle if v[f] and (f not in deler or v[f] not in skala)}
    if not funn and not any(v[f] for f in deler):
        return {deler[0]: Brudd.RESULTAT_MANGLER}
    return funn


def timer(v: Verdier) -> Funn:
    """Hours are a month's: its name is its first day."""
    return {} if v["maaned"].day == 1 else {"maaned": Brudd.IKKE_FOERSTE_DAG}


def satt_ned(foer: Verdier, naa: Verdier) -> int:
    """Return how many levels the skill that falls most is set down; 0 when none is (forskriften § 27)."""
    if naa["slag"] != "nivaa":
        return 0
    fall = [NIVAAER.index(foer[f]) - NIVAAER.index(naa[f]) for f in FERDIGHETER if foer[f] and naa[f]]
    return max(0, *fall) if fall else 0


_KONTROLLER: dict[str, Callable[[Verdier], Funn]] = {
    "norskmaal": norskmaal,
    "klage": klage,
    "fritak": fritak,
    "proeve": proeve,
    "timer": timer,
}


def brudd(slug: str, v: Verdier) -> Funn:
    """Return what is wrong with the values of a registration of this kind: column → why."""
    kontroll = _KONTROLLER.get(slug)
    return kontroll(v) if kontroll else {}
