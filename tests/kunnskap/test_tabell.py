"""The county's own table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regionalt.kunnskap.formater import tabell
from regionalt.kunnskap.formater.felles import (
    IKKE_SPURT,
    MANGLER,
    UNDERTRYKT,
    Feil,
    Lest,
    Ulesbar,
)
from tests.kunnskap.verdier import REGISTER, tall


def _tabell(tekst: str, **valg: Any) -> Lest:
    return tabell.les(tabell.rader_av_csv(tekst), REGISTER, **{"aar": None, **valg})


def test_lysarket() -> None:
    """The slide of 2020 is read in full: 38 rows, the sum 619, 24 asked, 14 zeros, none under ten."""
    tekst = (Path(__file__).parent / "lysark_2020.csv").read_text(encoding="utf-8")
    lest = _tabell(tekst)
    verdier = [int(r.celle.verdi or 0) for r in lest.rader]
    spurte = [v for v in verdier if v]
    assert (len(verdier), sum(verdier), len(spurte), min(spurte), lest.aar_i_filen) == (38, 619, 24, 10, 2020)


def test_egen_tabell() -> None:
    """Number or name; several columns and years; a sum below; a column that is no indicator is left out."""
    tekst = (
        "Kommune,Knr,Anmodning 2025 revidert,Vedtatt 2025,Avtalt,Folketall 2026\n"
        "Trondheim,5001,10,:,1,20\nSteinkjer,,-,5,1,\n,,,,,\nSum,,10,5,2,20\n"
    )
    lest = _tabell(tekst)
    assert [(r.nummer, r.indikator, r.aar, r.versjon, r.celle) for r in lest.rader] == [
        ("5001", "anmodning", 2025, "revidert", tall(10)),
        ("5001", "vedtak", 2025, "", UNDERTRYKT),
        ("5001", "folketall", 2026, "", tall(20)),
        ("5006", "anmodning", 2025, "revidert", IKKE_SPURT),
        ("5006", "vedtak", 2025, "", tall(5)),
        ("5006", "folketall", 2026, "", MANGLER),
    ]
    assert not lest.feil
    assert lest.aar_i_filen is None


def test_en_rad_for_hvert_aar() -> None:
    """A column of years; «gjeldende» is the revised one where an original stands beside it that year."""
    tekst = (
        "kommunenummer,kommunenavn,aar,opprinnelig_anmodning,gjeldende_anmodning,vedtak\n"
        "5001,Trondheim,2020,155,102,155\n5006,Steinkjer,2020,:,:,:\n5001,Trondheim,2021,,140,140\n"
        "5006,Steinkjer,i fjor,,1,1\n"
    )
    lest = _tabell(tekst)
    assert [(r.nummer, r.indikator, r.aar, r.versjon, r.celle) for r in lest.rader] == [
        ("5001", "anmodning", 2020, "opprinnelig", tall(155)),
        ("5001", "anmodning", 2020, "revidert", tall(102)),
        ("5001", "vedtak", 2020, "", tall(155)),
        ("5006", "anmodning", 2020, "opprinnelig", UNDERTRYKT),
        ("5006", "anmodning", 2020, "revidert", UNDERTRYKT),
        ("5006", "vedtak", 2020, "", UNDERTRYKT),
        ("5001", "anmodning", 2021, "opprinnelig", tall(140)),
        ("5001", "vedtak", 2021, "", tall(140)),
    ]
    assert [(f.linje, f.feil, f.verdi) for f in lest.feil] == [(5, Feil.IKKE_AAR, "i fjor")]


def test_forkortet_overskrift_og_kolonner_som_ikke_leses() -> None:
    """«anm2021» is a request and «anmerkning» is not; what is left out is named."""
    lest = _tabell("Kommune;anm2021;em_anm2021;Anmerkning;Avtalt\nOslo;4;1;x;2\n")
    assert [(r.indikator, r.aar) for r in lest.rader] == [("anmodning", 2021), ("em_anmodning", 2021)]
    assert lest.uleste == ["Anmerkning", "Avtalt"]


@pytest.mark.parametrize("hode", ["Kommune;Opprinnelig anmodning", "Navn;Anmodet"])
def test_utgaven(hode: str) -> None:
    """The heading says which request it is, or the one who uploads does."""
    lest = _tabell(f"{hode}\nTrondheim;1\n", aar=2025, versjon="opprinnelig")
    assert [(r.versjon, r.aar) for r in lest.rader] == [("opprinnelig", 2025)]


def test_to_kolonner_som_er_sagt() -> None:
    """With two columns the second may be called anything when it is said what it is."""
    assert [
        r.indikator for r in _tabell("Kommune;Andel\nOslo;4\n", aar=2025, indikator="intro_resultat").rader
    ] == ["intro_resultat"]
    flere = _tabell("Kommune;Anmodning;Vedtak\nOslo;4;5\n", aar=2025, indikator="vedtak")
    assert [(r.indikator, r.celle) for r in flere.rader] == [("vedtak", tall(5))]


def test_feil_i_egen_tabell() -> None:
    """Each row that is wrong is named: number, name, value, and a municipality that stands twice."""
    tekst = "Kommunenummer;Kommune;Vedtak 2025\nX1;Oslo;1\n;Snøfjell;2\n5001;;mange\n5006;;3\n5006;;4\n5043\n"
    assert [(f.linje, f.kolonne, f.feil, f.verdi) for f in _tabell(tekst).feil] == [
        (2, "Kommunenummer", Feil.IKKE_NUMMER, "X1"),
        (3, "Kommune", Feil.UKJENT_NAVN, "Snøfjell"),
        (4, "vedtak 2025", Feil.IKKE_TALL, "mange"),
        (6, "vedtak 2025", Feil.DOBBEL, "5006"),
    ]


@pytest.mark.parametrize(
    ("tekst", "feil"),
    [
        ("Sted;Vedtak 2025\nOslo;1\n", Feil.MANGLER_KOLONNE),
        ("Kommune;Farge;Form\nOslo;1;2\n", Feil.MANGLER_INDIKATOR),
        ("Kommune;Vedtak\nOslo;1\n", Feil.MANGLER_AAR),
    ],
)
def test_egen_tabell_som_ikke_kan_leses(tekst: str, feil: Feil) -> None:
    """No municipality, no figures, no year."""
    with pytest.raises(Ulesbar) as nei:
        _tabell(tekst)
    assert nei.value.feil is feil


def test_tom_tabell() -> None:
    """A sheet without rows."""
    with pytest.raises(Ulesbar):
        tabell.les([], REGISTER, aar=2025)
