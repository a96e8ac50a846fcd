"""Whether the minimum is reached (forskriften §§ 27 and 28; integreringsloven § 37). Pure.

The minimum is a «bør»: nothing here refuses anything, it only tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from integrering.nir.rules.minstenivaa import Ferdighet, Nivaa, Norskmaal
from opplaering.rules.fritak_av_resultat import BESTAATT_KARAKTER, Resultatfakta

STANDPUNKT = "standpunkt"
_NIVAA = {
    "under_a1": Nivaa.UNDER_A1,
    "a1": Nivaa.A1,
    "a2": Nivaa.A2,
    "b1": Nivaa.B1,
    "b2": Nivaa.B2,
    "c1": Nivaa.C1,
}
# The C1 test has two parts, of two skills each (§ 34).
_C1_DELER = {
    "muntlig": (Ferdighet.LESE, Ferdighet.MUNTLIG),
    "skriftlig": (Ferdighet.LYTTE, Ferdighet.SKRIFTLIG),
}


class Hvorfor(StrEnum):
    """What decided."""

    KARAKTER = "karakter"
    """The grade in the subject, or in both halves of it, is high enough."""
    NIVAA = "nivaa"
    """Each part of the test is at the level."""
    PROEVE_BESTAATT = "proeve_bestaatt"
    FOR_LAV_KARAKTER = "for_lav_karakter"
    EN_KARAKTER_MANGLER = "en_karakter_mangler"
    """Only one of muntlig and skriftlig is good enough."""
    FOR_LAVT_NIVAA = "for_lavt_nivaa"
    IKKE_BESTAATT = "ikke_bestaatt"
    INGEN_RESULTATER = "ingen_resultater"


@dataclass(frozen=True)
class Minste:
    """The answer: reached or not, since which day, why, and by which paragraph."""

    naadd: bool
    hvorfor: Hvorfor
    hjemmel: str
    dato: date | None = None


def norsk_naadd(resultater: Sequence[Resultatfakta], krav: Iterable[Norskmaal]) -> Minste:
    """Return whether Norwegian is at the minimum (§ 28): one of the alternatives is enough.

    In upper secondary it is the final grade (`standpunkt`) in the subject norsk: one grade for all of it, or
    both in muntlig and in skriftlig.
    """
    alternativer = list(krav)
    for mal in alternativer:
        dato = _naadd_dag(resultater, partial(_er_naadd, mal))
        if dato:
            hvorfor = Hvorfor.NIVAA if mal.karakter is None else Hvorfor.KARAKTER
            return Minste(True, hvorfor, _hjemmel(mal), dato)
    hjemmel = "; ".join(dict.fromkeys(map(_hjemmel, alternativer)))
    return Minste(False, _hvorfor_ikke(resultater, alternativer), hjemmel)


def samfunnskunnskap_naadd(resultater: Sequence[Resultatfakta]) -> Minste:
    """Return whether social studies are passed: the test (integreringsloven § 37), or a grade (§ 24 c)."""
    if proeve := [r for r in resultater if _proeve_bestaatt(r)]:
        dato = min(r.dato for r in proeve)
        return Minste(True, Hvorfor.PROEVE_BESTAATT, "integreringsloven § 37", dato)
    karakterer = [r for r in resultater if r.fag == "samfunnskunnskap" and r.karakter is not None]
    if godt := [r for r in karakterer if _godt_nok(r)]:
        return Minste(True, Hvorfor.KARAKTER, "forskriften § 24 c", min(r.dato for r in godt))
    if karakterer:
        return Minste(False, Hvorfor.FOR_LAV_KARAKTER, "forskriften § 24 c")
    tatt = any(r.slag == "samfunnskunnskap" for r in resultater)
    hvorfor = Hvorfor.IKKE_BESTAATT if tatt else Hvorfor.INGEN_RESULTATER
    return Minste(False, hvorfor, "integreringsloven § 37")


# --- Grades ---


def _norskkarakter(resultater: Sequence[Resultatfakta]) -> int | None:
    """Return the best grade in norsk: for all of it, or the lower of the best in muntlig and skriftlig."""
    best = {
        fag: max((r.karakter for r in resultater if r.fag == fag and r.karakter is not None), default=None)
        for fag in ("norsk", "norsk_muntlig", "norsk_skriftlig")
    }
    samlet, muntlig, skriftlig = best.values()
    delt = min(muntlig, skriftlig) if muntlig is not None and skriftlig is not None else None
    return max((k for k in (samlet, delt) if k is not None), default=None)


def _standpunkt(resultater: Sequence[Resultatfakta]) -> list[Resultatfakta]:
    return [r for r in resultater if r.slag == STANDPUNKT]


def _godt_nok(r: Resultatfakta) -> bool:
    return r.karakter is not None and r.karakter >= BESTAATT_KARAKTER


def _proeve_bestaatt(r: Resultatfakta) -> bool:
    return r.slag == "samfunnskunnskap" and ("resultat", "bestaatt") in r.proeve


# --- Levels ---


def _beste_nivaaer(resultater: Iterable[Resultatfakta]) -> dict[Ferdighet, Nivaa]:
    best: dict[Ferdighet, Nivaa] = {}
    for r in resultater:
        for ferdighet, nivaa in _nivaaene(r):
            best[ferdighet] = max(best.get(ferdighet, nivaa), nivaa, key=lambda n: n.trinn)
    return best


def _nivaaene(r: Resultatfakta) -> Iterable[tuple[Ferdighet, Nivaa]]:
    for del_, kode in r.proeve:
        nivaa = _NIVAA.get(kode)
        if nivaa is None:
            continue  # not passed, or no level
        ferdigheter = _C1_DELER[del_] if r.slag == "norskproeve_c1" else (Ferdighet(del_),)
        yield from ((ferdighet, nivaa) for ferdighet in ferdigheter)


def _nivaa_naadd(resultater: Iterable[Resultatfakta], mal: Norskmaal) -> bool:
    best = _beste_nivaaer(resultater)
    return bool(mal.nivaaer) and all(f in best and best[f].trinn >= n.trinn for f, n in mal.nivaaer)


# --- The minimum ---


def _er_naadd(mal: Norskmaal, resultater: Sequence[Resultatfakta]) -> bool:
    if mal.karakter is None:
        return _nivaa_naadd(resultater, mal)
    return (_norskkarakter(_standpunkt(resultater)) or 0) >= mal.karakter


def _naadd_dag(
    resultater: Sequence[Resultatfakta], naadd: Callable[[Sequence[Resultatfakta]], bool]
) -> date | None:
    """Return the first day on which what was known by then was enough."""
    for dag in sorted({r.dato for r in resultater}):
        if naadd([r for r in resultater if r.dato <= dag]):
            return dag
    return None


def _hvorfor_ikke(resultater: Sequence[Resultatfakta], krav: Sequence[Norskmaal]) -> Hvorfor:
    """Return what stands in the way, of the first alternative that there are results for."""
    for mal in krav:
        if mal.karakter is None:
            if _beste_nivaaer(resultater):
                return Hvorfor.FOR_LAVT_NIVAA
        elif karakterer := [r for r in _standpunkt(resultater) if r.fag.startswith("norsk")]:
            mangler_en = _norskkarakter(karakterer) is None
            godt = any((r.karakter or 0) >= mal.karakter for r in karakterer)
            return Hvorfor.EN_KARAKTER_MANGLER if mangler_en and godt else Hvorfor.FOR_LAV_KARAKTER
    return Hvorfor.INGEN_RESULTATER


def _hjemmel(mal: Norskmaal) -> str:
    return "forskriften § 28 femte ledd" if mal.karakter is not None else "forskriften §§ 27 og 28"
