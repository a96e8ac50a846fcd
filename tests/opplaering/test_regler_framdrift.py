"""Nås målet i tide, og hva resultatene gir grunn til fritak fra (forskriften §§ 23, 24, 27 og 28)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from integrering.nir.rules.fritak import Fag, Fritakskode
from integrering.nir.rules.minstenivaa import Ferdighet, Nivaa, Norskmaal, Proeveresultat
from opplaering.rules.framdrift import (
    Framdriftsfakta,
    Grunn,
    Mangel,
    Tilstand,
    framdrift,
)
from opplaering.rules.fritak_av_resultat import Fritaksgrunn, Resultatfakta, fritak_av_resultat

DAG = date(2026, 10, 1)
B1 = Norskmaal(nivaaer=tuple((f, Nivaa.B1) for f in Ferdighet))
KARAKTER_2 = Norskmaal(karakter=2)


def _paa(nivaa: Nivaa, *ferdigheter: Ferdighet) -> tuple[Proeveresultat, ...]:
    return tuple(Proeveresultat(f, nivaa) for f in (ferdigheter or tuple(Ferdighet)))


def _om(maaneder: int) -> date:
    return DAG + timedelta(days=30 * maaneder)


FARE, RUTE, UKJENT = Tilstand.I_FARE, Tilstand.I_RUTE, Tilstand.UKJENT
EKSEMPLER: list[tuple[str, dict[str, Any], Tilstand, Grunn, tuple[Mangel, ...]]] = [
    ("ingen mål satt", {"slutt": _om(9)}, UKJENT, Grunn.MANGLER, (Mangel.MAAL,)),
    ("B1 i alle nådd", {"maal": B1, "resultater": _paa(Nivaa.B1)}, Tilstand.NAADD, Grunn.NAADD, ()),
    ("nådd er nådd selv om tiden er ute",
     {"maal": B1, "resultater": _paa(Nivaa.B2), "slutt": _om(-1)}, Tilstand.NAADD, Grunn.NAADD, ()),
    ("ett nivå igjen, åtte måneder", {"maal": B1, "resultater": _paa(Nivaa.A2), "slutt": _om(8)},
     RUTE, Grunn.NOK_TID, ()),
    ("ett nivå igjen, sju måneder", {"maal": B1, "resultater": _paa(Nivaa.A2), "slutt": _om(7)},
     FARE, Grunn.FOR_KORT_TID, ()),
    ("to nivåer igjen i én ferdighet",
     {"maal": B1, "slutt": _om(15), "resultater": _paa(Nivaa.B1) [:3] + _paa(Nivaa.A1, Ferdighet.MUNTLIG)},
     FARE, Grunn.FOR_KORT_TID, ()),
    ("det beste resultatet teller",
     {"maal": B1, "slutt": _om(8), "resultater": _paa(Nivaa.A2) + _paa(Nivaa.UNDER_A1)},
     RUTE, Grunn.NOK_TID, ()),
    ("siste dag er i dag", {"maal": B1, "resultater": _paa(Nivaa.A2), "slutt": DAG},
     FARE, Grunn.FOR_KORT_TID, ()),
    ("tiden er ute", {"maal": B1, "slutt": _om(-1)}, FARE, Grunn.TIDEN_ER_UTE, ()),
    ("ingen prøver tatt", {"maal": B1, "slutt": _om(20)}, UKJENT, Grunn.MANGLER, (Mangel.NIVAA,)),
    ("noen deler mangler, men de kjente holder til et varsel",
     {"maal": B1, "slutt": _om(2), "resultater": _paa(Nivaa.A2, Ferdighet.LESE)},
     FARE, Grunn.FOR_KORT_TID, ()),
    ("noen deler mangler, og de kjente er i rute",
     {"maal": B1, "slutt": _om(20), "resultater": _paa(Nivaa.A2, Ferdighet.LESE)},
     UKJENT, Grunn.MANGLER, (Mangel.NIVAA,)),
    ("sluttdatoen er ukjent", {"maal": B1, "resultater": _paa(Nivaa.A2)}, UKJENT, Grunn.MANGLER,
     (Mangel.SLUTT,)),
    ("§ 28: karakteren 2 nådd", {"maal": KARAKTER_2, "karakter": 2}, Tilstand.NAADD, Grunn.NAADD, ()),
    ("§ 28: karakteren 1, seks måneder igjen", {"maal": KARAKTER_2, "karakter": 1, "slutt": _om(6)},
     RUTE, Grunn.NOK_TID, ()),
    ("§ 28: karakteren 1, fem måneder igjen", {"maal": KARAKTER_2, "karakter": 1, "slutt": _om(5)},
     FARE, Grunn.FOR_KORT_TID, ()),
    ("§ 28: ingen vurdering ennå", {"maal": KARAKTER_2, "slutt": _om(5)}, UKJENT, Grunn.MANGLER,
     (Mangel.KARAKTER,)),
    ("§ 28: verken vurdering eller sluttdato", {"maal": KARAKTER_2}, UKJENT, Grunn.MANGLER,
     (Mangel.SLUTT, Mangel.KARAKTER)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("felt", "tilstand", "grunn", "mangler"), [e[1:] for e in EKSEMPLER], ids=[e[0] for e in EKSEMPLER]
)
def test_naas_maalet_i_tide(
    felt: dict[str, Any], tilstand: Tilstand, grunn: Grunn, mangler: tuple[Mangel, ...]
) -> None:
    svar = framdrift(Framdriftsfakta(**felt), DAG)
    assert (svar.tilstand, svar.grunn, svar.mangler) == (tilstand, grunn, mangler)


def test_svaret_sier_hva_det_bygger_paa() -> None:
    fakta = Framdriftsfakta(
        maal=B1, resultater=_paa(Nivaa.B1)[:3] + _paa(Nivaa.A1, Ferdighet.MUNTLIG), slutt=_om(20)
    )
    svar = framdrift(fakta, DAG)
    assert (svar.nivaaer_igjen, svar.maaneder_igjen, svar.trenger) == (2, 20, 16)
    assert svar.nivaa is Nivaa.A1
    assert framdrift(Framdriftsfakta(resultater=_paa(Nivaa.B2, Ferdighet.LESE)), DAG).nivaa is None


def _karakter(fag: str, karakter: int, slag: str = "standpunkt") -> Resultatfakta:
    return Resultatfakta(slag=slag, fag=fag, karakter=karakter)


def _proeve(slag: str = "norskproeve", **deler: str) -> Resultatfakta:
    return Resultatfakta(slag=slag, proeve=tuple(deler.items()))


NORSK_23E = Fritaksgrunn(Fag.NORSK, Fritakskode.KARAKTER_VGO)
NORSK_23A = Fritaksgrunn(Fag.NORSK, Fritakskode.B1_ALLE)
SAMF_24C = Fritaksgrunn(Fag.SAMFUNNSKUNNSKAP, Fritakskode.SAMF_VGO)
SAMF_24A = Fritaksgrunn(Fag.SAMFUNNSKUNNSKAP, Fritakskode.SAMF_PROEVE)
FRITAK: list[tuple[str, list[Resultatfakta], tuple[Fritaksgrunn, ...]]] = [
    ("ingenting", [], ()),
    ("§ 23 e: standpunkt 2 i norsk", [_karakter("norsk", 2)], (NORSK_23E,)),
    ("§ 23 e: standpunkt 1 i norsk", [_karakter("norsk", 1)], ()),
    ("§ 23 e: halvårsvurdering 3", [_karakter("norsk", 3, "halvaarsvurdering")], (NORSK_23E,)),
    ("§ 23 e: midtveisvurdering 2", [_karakter("norsk", 2, "midtveisvurdering")], (NORSK_23E,)),
    ("§ 23 e: bare muntlig", [_karakter("norsk_muntlig", 4)], ()),
    ("§ 23 e: muntlig og skriftlig",
     [_karakter("norsk_muntlig", 4), _karakter("norsk_skriftlig", 2, "eksamen")], (NORSK_23E,)),
    ("§ 23 e og tredje ledd: samisk", [_karakter("samisk", 3)],
     (Fritaksgrunn(Fag.NORSK, Fritakskode.KARAKTER_VGO, samisk=True),)),
    ("§ 23 a: B1 i alle, over to prøver",
     [_proeve(lytte="b1", lese="b2", skriftlig="a2", muntlig="b1"), _proeve(skriftlig="b1")], (NORSK_23A,)),
    ("§ 23 a: A2 i én", [_proeve(lytte="b1", lese="b2", skriftlig="a2", muntlig="b1")], ()),
    ("§ 24 a: bestått", [_proeve("samfunnskunnskap", resultat="bestaatt")], (SAMF_24A,)),
    ("§ 24 a: ikke bestått", [_proeve("samfunnskunnskap", resultat="ikke_bestaatt")], ()),
    ("§ 24 c: standpunkt 2 i samfunnskunnskap", [_karakter("samfunnskunnskap", 2)], (SAMF_24C,)),
    ("begge fagene", [_karakter("samfunnskunnskap", 2), _karakter("norsk", 5)], (NORSK_23E, SAMF_24C)),
]  # fmt: skip


@pytest.mark.parametrize(("resultater", "grunner"), [e[1:] for e in FRITAK], ids=[e[0] for e in FRITAK])
def test_hva_resultatene_gir_grunn_til_fritak_fra(
    resultater: list[Resultatfakta], grunner: tuple[Fritaksgrunn, ...]
) -> None:
    assert fritak_av_resultat(resultater) == grunner
