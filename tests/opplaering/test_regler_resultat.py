"""Minstenivå, og hva som henger sammen i et resultat: eksempler fra forskriften §§ 24, 28, 34 og 41."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from integrering.nir.rules.minstenivaa import Ferdighet, Nivaa, Norskmaal
from opplaering.rules.fritak_av_resultat import Resultatfakta
from opplaering.rules.minste_naadd import (
    Hvorfor,
    Minste,
    norsk_naadd,
    samfunnskunnskap_naadd,
)
from opplaering.rules.resultat import DELER, PROEVER, Resultatbrudd, brudd, er_proeve

VGO = (Norskmaal(karakter=2),)
A2_B1 = Norskmaal(nivaaer=tuple(zip(Ferdighet, (Nivaa.A2, Nivaa.A2, Nivaa.A2, Nivaa.B1), strict=True)))
HOEST, VAAR = date(2025, 12, 18), date(2026, 6, 12)


def karakter(tall: int, fag: str = "norsk", *, slag: str = "standpunkt", dato: date = VAAR) -> Resultatfakta:
    return Resultatfakta(slag=slag, dato=dato, fag=fag, karakter=tall)


def proeve(*deler: str, dato: date = VAAR, slag: str = "norskproeve") -> Resultatfakta:
    navn = ("lytte", "lese", "skriftlig", "muntlig") if slag == "norskproeve" else ("muntlig", "skriftlig")
    return Resultatfakta(
        slag=slag, dato=dato, proeve=tuple((n, d) for n, d in zip(navn, deler, strict=True) if d)
    )


def samf(resultat: str, dato: date = VAAR) -> Resultatfakta:
    return Resultatfakta(slag="samfunnskunnskap", dato=dato, proeve=(("resultat", resultat),))


# --- Minstenivå i norsk (forskriften § 28) ---

NORSK = [
    ("§ 28 femte ledd: standpunkt 2 i norsk", [karakter(2)], VGO, True, Hvorfor.KARAKTER, VAAR),
    ("§ 28 femte ledd: standpunkt 1 er for lavt", [karakter(1)], VGO, False, Hvorfor.FOR_LAV_KARAKTER, None),
    (
        "muntlig og skriftlig hver for seg, begge 2: nådd den dagen den siste kom",
        [karakter(4, "norsk_muntlig", dato=HOEST), karakter(2, "norsk_skriftlig")],
        VGO, True, Hvorfor.KARAKTER, VAAR,
    ),
    (
        "skriftlig 1 trekker ned",
        [karakter(4, "norsk_muntlig"), karakter(1, "norsk_skriftlig")],
        VGO, False, Hvorfor.FOR_LAV_KARAKTER, None,
    ),
    ("bare muntlig", [karakter(4, "norsk_muntlig")], VGO, False, Hvorfor.EN_KARAKTER_MANGLER, None),
    ("bare skriftlig, og den er 1", [karakter(1, "norsk_skriftlig")], VGO, False,
     Hvorfor.FOR_LAV_KARAKTER, None),
    (
        "den beste teller: 1 til jul, 3 til sommeren",
        [karakter(1, dato=HOEST), karakter(3)],
        VGO, True, Hvorfor.KARAKTER, VAAR,
    ),
    ("eksamen er ikke standpunkt", [karakter(5, slag="eksamen")], VGO, False, Hvorfor.INGEN_RESULTATER, None),
    ("halvårsvurdering er ikke standpunkt", [karakter(5, slag="halvaarsvurdering")], VGO, False,
     Hvorfor.INGEN_RESULTATER, None),
    ("samisk er ikke faget norsk", [karakter(5, "samisk")], VGO, False, Hvorfor.INGEN_RESULTATER, None),
    ("ingen resultater", [], VGO, False, Hvorfor.INGEN_RESULTATER, None),
    ("prøven teller ikke når kravet er karakteren", [proeve("b2", "b2", "b2", "b2")], VGO, False,
     Hvorfor.INGEN_RESULTATER, None),
    (
        "§ 28 sjette ledd: prøven er like god når nivåene er et alternativ",
        [proeve("a2", "a2", "a2", "b1")],
        (*VGO, A2_B1), True, Hvorfor.NIVAA, VAAR,
    ),
    ("muntlig A2 er under B1", [proeve("b1", "b1", "b1", "a2")], (A2_B1,), False,
     Hvorfor.FOR_LAVT_NIVAA, None),
    ("en del mangler", [proeve("b1", "b1", "b1", "")], (A2_B1,), False, Hvorfor.FOR_LAVT_NIVAA, None),
    (
        "delene kan tas hver for seg, den beste teller",
        [proeve("a2", "a2", "a2", "a1", dato=HOEST), proeve("", "", "", "b1"), proeve("a1", "", "", "")],
        (A2_B1,), True, Hvorfor.NIVAA, VAAR,
    ),
    (
        "C1 dekker to ferdigheter hver (§ 34)",
        [proeve("c1", "c1", slag="norskproeve_c1")],
        (A2_B1,), True, Hvorfor.NIVAA, VAAR,
    ),
    (
        "ikke bestått C1 sier ingenting om nivået",
        [proeve("c1", "ikke_bestaatt", slag="norskproeve_c1")],
        (A2_B1,), False, Hvorfor.FOR_LAVT_NIVAA, None,
    ),
    ("uten krav er ingenting nådd", [karakter(6)], (), False, Hvorfor.INGEN_RESULTATER, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("resultater", "krav", "naadd", "hvorfor", "dato"), [r[1:] for r in NORSK], ids=[r[0] for r in NORSK]
)
def test_minstenivaa_i_norsk(
    resultater: list[Resultatfakta], krav: Any, naadd: bool, hvorfor: Hvorfor, dato: date | None
) -> None:
    svar = norsk_naadd(resultater, krav)
    assert (svar.naadd, svar.hvorfor, svar.dato) == (naadd, hvorfor, dato)


def test_svaret_nevner_paragrafen() -> None:
    assert norsk_naadd([karakter(2)], VGO).hjemmel == "forskriften § 28 femte ledd"
    assert norsk_naadd([], (*VGO, A2_B1)).hjemmel == "forskriften § 28 femte ledd; forskriften §§ 27 og 28"


# --- Samfunnskunnskap ---

SAMF = [
    ("prøven bestått (loven § 37)", [samf("ikke_bestaatt", HOEST), samf("bestaatt")],
     Minste(True, Hvorfor.PROEVE_BESTAATT, "integreringsloven § 37", VAAR)),
    ("prøven ikke bestått", [samf("ikke_bestaatt")],
     Minste(False, Hvorfor.IKKE_BESTAATT, "integreringsloven § 37")),
    ("karakter 2 (§ 24 c)", [karakter(2, "samfunnskunnskap", slag="eksamen")],
     Minste(True, Hvorfor.KARAKTER, "forskriften § 24 c", VAAR)),
    ("karakter 1", [karakter(1, "samfunnskunnskap")],
     Minste(False, Hvorfor.FOR_LAV_KARAKTER, "forskriften § 24 c")),
    ("ingenting", [karakter(5)], Minste(False, Hvorfor.INGEN_RESULTATER, "integreringsloven § 37")),
]  # fmt: skip


@pytest.mark.parametrize(("resultater", "svar"), [r[1:] for r in SAMF], ids=[r[0] for r in SAMF])
def test_samfunnskunnskap(resultater: list[Resultatfakta], svar: Minste) -> None:
    assert samfunnskunnskap_naadd(resultater) == svar


# --- Ett resultat henger sammen ---


def verdier(slag: str, **felt: Any) -> dict[str, Any]:
    return {**dict.fromkeys(DELER, ""), "slag": slag, "fag": "", "karakter": None, **felt}


SAMMENHENG: list[tuple[str, dict[str, Any], dict[str, Resultatbrudd]]] = [
    ("norskprøve med nivåer (§ 41)", verdier("norskproeve", lytte="b1", muntlig="under_a1"), {}),
    ("norskprøve uten resultat", verdier("norskproeve"), {"lytte": Resultatbrudd.RESULTAT_MANGLER}),
    ("norskprøve kan ikke være bestått", verdier("norskproeve", lytte="bestaatt"),
     {"lytte": Resultatbrudd.RESULTAT_PASSER_IKKE}),
    ("C1 har to deler", verdier("norskproeve_c1", lytte="c1"), {"lytte": Resultatbrudd.RESULTAT_PASSER_IKKE}),
    ("samfunnskunnskap bestått", verdier("samfunnskunnskap", resultat="bestaatt"), {}),
    ("en prøve har ikke fag og karakter", verdier("norskproeve", lytte="b1", fag="norsk", karakter=4),
     {"fag": Resultatbrudd.BARE_PROEVE, "karakter": Resultatbrudd.BARE_PROEVE}),
    ("standpunkt 6 i norsk", verdier("standpunkt", fag="norsk", karakter=6), {}),
    ("karakter 1 er en karakter", verdier("eksamen", fag="norsk", karakter=1), {}),
    ("karakter 0 finnes ikke", verdier("eksamen", fag="norsk", karakter=0),
     {"karakter": Resultatbrudd.KARAKTER_UTENFOR}),
    ("karakter 7 finnes ikke", verdier("eksamen", fag="norsk", karakter=7),
     {"karakter": Resultatbrudd.KARAKTER_UTENFOR}),
    ("karakter uten fag og tall", verdier("standpunkt"),
     {"fag": Resultatbrudd.FAG_MANGLER, "karakter": Resultatbrudd.KARAKTER_MANGLER}),
    ("karakter har ikke deler", verdier("standpunkt", fag="norsk", karakter=3, lese="b1"),
     {"lese": Resultatbrudd.BARE_KARAKTER}),
]  # fmt: skip


@pytest.mark.parametrize(("v", "funn"), [r[1:] for r in SAMMENHENG], ids=[r[0] for r in SAMMENHENG])
def test_ett_resultat_henger_sammen(v: dict[str, Any], funn: dict[str, Resultatbrudd]) -> None:
    assert brudd(v) == funn


def test_proevene_er_de_som_ikke_er_karakterer() -> None:
    assert [er_proeve(slag) for slag in (*PROEVER, "standpunkt", "eksamen")] == [True] * 3 + [False] * 2
