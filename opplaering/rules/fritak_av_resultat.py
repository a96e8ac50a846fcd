"""The exemption a result gives ground for (forskriften §§ 23 and 24). The municipality decides. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from integrering.nir.rules.fritak import Fag, Fritakskode

# Assessments of upper secondary that count (§§ 23 e and 24 c), and the lowest grade that does.
VURDERINGER = frozenset({"standpunkt", "eksamen", "halvaarsvurdering", "midtveisvurdering"})
BESTAATT_KARAKTER = 2
_NORSK_DELT = frozenset({"norsk_muntlig", "norsk_skriftlig"})
_DELER = ("lytte", "lese", "skriftlig", "muntlig")
_MINST_B1 = frozenset({"b1", "b2"})


@dataclass(frozen=True, kw_only=True)
class Resultatfakta:
    """One result: a grade in a subject, or a test with a level per part. Codes of the lists.

    `proeve` has the parts that were given: «lytte», «lese», «skriftlig», «muntlig», «resultat». The grounds
    for exemption do not ask for the day.
    """

    slag: str
    dato: date = date.min
    fag: str = ""
    karakter: int | None = None
    proeve: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Fritaksgrunn:
    """A ground the results give: for which subject, and whether it was documented in samisk."""

    fag: Fag
    kode: Fritakskode
    samisk: bool = False


def fritak_av_resultat(resultater: Iterable[Resultatfakta]) -> tuple[Fritaksgrunn, ...]:
    """Return the grounds the results give together, norsk before samfunnskunnskap.

    * § 23 a: B1 or better in each of the four parts, at one or several tests.
    * § 23 e: grade 2 or better in norsk or samisk: one grade for all of it, or both muntlig and skriftlig.
    * § 24 a: the test in samfunnskunnskap passed. § 24 c: grade 2 or better in samfunnskunnskap.
    """
    alle = list(resultater)
    bestaatt = {
        r.fag
        for r in alle
        if r.slag in VURDERINGER and r.karakter is not None and r.karakter >= BESTAATT_KARAKTER
    }
    ut: list[Fritaksgrunn] = []
    if "norsk" in bestaatt or bestaatt >= _NORSK_DELT:
        ut.append(Fritaksgrunn(Fag.NORSK, Fritakskode.KARAKTER_VGO))
    elif "samisk" in bestaatt:
        ut.append(Fritaksgrunn(Fag.NORSK, Fritakskode.KARAKTER_VGO, samisk=True))
    if all(any(_har_b1(r, del_) for r in alle) for del_ in _DELER):
        ut.append(Fritaksgrunn(Fag.NORSK, Fritakskode.B1_ALLE))
    if any(r.slag == "samfunnskunnskap" and ("resultat", "bestaatt") in r.proeve for r in alle):
        ut.append(Fritaksgrunn(Fag.SAMFUNNSKUNNSKAP, Fritakskode.SAMF_PROEVE))
    if "samfunnskunnskap" in bestaatt:
        ut.append(Fritaksgrunn(Fag.SAMFUNNSKUNNSKAP, Fritakskode.SAMF_VGO))
    return tuple(ut)


def _har_b1(r: Resultatfakta, del_: str) -> bool:
    return r.slag == "norskproeve" and any(d == del_ and nivaa in _MINST_B1 for d, nivaa in r.proeve)
