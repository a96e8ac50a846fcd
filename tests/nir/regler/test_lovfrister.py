"""Fristene i loven, med dagen de regnes fra: regelverk §3.4."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.grunnmur.datoer import pluss_maaneder
from integrering.nir.rules import lovfrister as lf
from integrering.nir.rules.beregning import Utfall
from integrering.nir.rules.grunnlag import Felt, Grunnlag, Tidsrom
from integrering.nir.rules.lovfrister import Fristkode as K
from integrering.nir.rules.lovfrister import Regnet
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.sluttmaal import Sluttmaal
from tests.nir.regler.personer import I_DAG, REGLER, flyktning, ukrainer

VEDTAK: dict[str, Any] = {"vedtak_intro": date(2026, 5, 20)}
PROGRAM: dict[str, Any] = VEDTAK | {
    "oppstart_intro": date(2026, 5, 31), "tilbud_oppstart_intro": date(2026, 5, 20),
        "sluttmaal": Sluttmaal.ARBEID,
}  # fmt: skip
NORSK: dict[str, Any] = {"tilbud_oppstart_norsk": date(2026, 4, 1)}
BOSATT, D = date(2026, 3, 1), date

FRISTER: dict[str, tuple[K, Grunnlag, date, date]] = {
    "§ 10: kartlegging tre måneder etter bosetting": (K.KARTLEGGING, flyktning(), D(2026, 6, 1), BOSATT),
    "§ 11: karriereveiledning tre måneder etter bosetting": (
        K.KARRIEREVEILEDNING, flyktning(), D(2026, 6, 1), BOSATT),
    "§ 12: vedtak og start tre måneder etter bosetting": (
        K.INTRO_VEDTAK_OG_START, flyktning(), D(2026, 6, 1), BOSATT),
    "§ 12: bosatt 30. november, slutten av februar": (
        K.INTRO_VEDTAK_OG_START, flyktning(bosatt=D(2026, 11, 30)), D(2027, 2, 28), D(2026, 11, 30)),
    "§ 12: uten avtale fra kravet": (
        K.INTRO_VEDTAK_OG_START, flyktning(tillatelse="9f", etter_avtale=False, krav_intro=D(2026, 4, 10)),
        D(2026, 7, 10), D(2026, 4, 10)),
    "§ 12: uten avtale og krav fra bosetting": (
        K.INTRO_VEDTAK_OG_START, flyktning(tillatelse="9f", etter_avtale=False), D(2026, 6, 1), BOSATT),
    "§ 12: § 34 uten vedtak": (K.INTRO_VEDTAK_OG_START, ukrainer(), D(2026, 6, 1), BOSATT),
    "§ 15: plan samtidig med vedtaket": (
        K.INTEGRERINGSPLAN, flyktning(**VEDTAK), D(2026, 5, 20), D(2026, 5, 20)),
    "§ 16: kontrakt samtidig med planen": (
        K.PARTSDOKUMENT, flyktning(**VEDTAK), D(2026, 5, 20), D(2026, 5, 20)),
    "§ 14 a: seks måneder uten VGS": (K.ARBEIDSRETTET, flyktning(**PROGRAM), D(2026, 11, 30), D(2026, 5, 31)),
    "§ 14 a: tre måneder med VGS": (
        K.ARBEIDSRETTET, flyktning(**PROGRAM, har_vgs=True), D(2026, 8, 31), D(2026, 5, 31)),
    "§ 14: to år til arbeid": (K.PROGRAMSLUTT, flyktning(**PROGRAM), D(2028, 5, 30), D(2026, 5, 31)),
    "§ 30: tilbud tre måneder etter folkeregistrering": (
        K.NORSK_TILBUD, flyktning(), D(2026, 6, 3), D(2026, 3, 3)),
    "§ 30: fra kravet når registrering er ukjent": (
        K.NORSK_TILBUD, flyktning(folkeregistrert=None, krav_norsk=D(2026, 4, 1)), D(2026, 7, 1), D(2026,
            4, 1)),
    "§ 20: utsatt oppstart fra kravet": (
        K.NORSK_TILBUD, flyktning(utsatt_oppstart=True, krav_norsk=D(2026, 8, 1)), D(2026, 11, 1),
            D(2026, 8, 1)),
    "§ 32: tre år fra tilbudet": (K.NORSK_SLUTT, flyktning(**NORSK), D(2029, 4, 1), D(2026, 4, 1)),
    "§ 37 d: ett år fra oppstart": (
        K.NORSK_SLUTT, ukrainer(oppstart_norsk=D(2026, 4, 2)), D(2027, 4, 2), D(2026, 4, 2)),
    "§ 33: samfunnskunnskap et år fra tilbudet": (
        K.SAMFUNNSKUNNSKAP, flyktning(**NORSK), D(2027, 4, 1), D(2026, 4, 1)),
    "§ 33 før 1.8.2023: fra retten inntrådte": (
        K.SAMFUNNSKUNNSKAP, flyktning(tillatelse_dato=D(2023, 2, 1), ankomst=D(2023, 1, 1)),
        D(2024, 2, 1), D(2023, 2, 1)),
    "§ 37 andre ledd: prøven innen samme år": (
        K.SAMFUNNSKUNNSKAPSPROEVE, flyktning(**NORSK), D(2027, 4, 1), D(2026, 4, 1)),
    "§ 20: utsatt i høyst ti år": (
        K.UTSATT_OPPSTART, flyktning(utsatt_oppstart=True, ankomst=D(2026, 3, 5)), D(2036, 3, 5), D(2026,
            3, 5)),
}  # fmt: skip


@pytest.mark.parametrize(("kode", "person", "dato", "fra"), FRISTER.values(), ids=FRISTER.keys())
def test_frist(kode: K, person: Grunnlag, dato: date, fra: date) -> None:
    f = lf.frist(kode, person, REGLER, I_DAG)
    assert (f.dato, f.regnet_fra, f.beregning.svar) == (dato, fra, Regnet(dato, fra))
    assert f.hjemmel.startswith("integrerings")


I_VGO = {"fylkets_ansvar": (Tidsrom(date(2026, 8, 17)),)}
GJELDER_IKKE: dict[str, tuple[K, Grunnlag, Grunn]] = {
    "§ 10: kan tilbys": (K.KARTLEGGING, flyktning(etter_avtale=False), Grunn.IKKE_PAR_8_FOERSTE_LEDD),
    "§ 12: kan tilbys": (K.INTRO_VEDTAK_OG_START, flyktning(etter_avtale=False), Grunn.UTEN_AVTALE),
    "§ 12: fullfører bare": (
        K.INTRO_VEDTAK_OG_START, flyktning(statsborgerskap="NOR", oppstart_intro=BOSATT), Grunn.FULLFOERER),
    "§ 15: ikke vedtak ennå": (K.INTEGRERINGSPLAN, flyktning(), Grunn.IKKE_VEDTAK),
    "§ 16: § 34 med vedtak før 2026": (
        K.PARTSDOKUMENT,
        ukrainer(tillatelse_dato=date(2025, 2, 1), bosatt=date(2025, 2, 1), vedtak_intro=date(2025, 12, 31)),
        Grunn.KAP_6A_FOER_2026),
    "§ 14 a: ikke mot arbeid": (
        K.ARBEIDSRETTET, flyktning(**PROGRAM | {"sluttmaal": Sluttmaal.VGO}), Grunn.IKKE_ARBEID),
    "§ 14: uten vedtak": (K.PROGRAMSLUTT, flyktning(), Grunn.IKKE_VEDTAK),
    "§ 30: over 67": (K.NORSK_TILBUD, flyktning(foedt=date(1950, 1, 1)), Grunn.FYLT_67),
    "§ 33: fylket har ansvaret": (K.SAMFUNNSKUNNSKAP, flyktning(**NORSK, **I_VGO), Grunn.FYLKET_ANSVARLIG),
    "§ 37: fylket har ansvaret": (
        K.SAMFUNNSKUNNSKAPSPROEVE, flyktning(**NORSK, **I_VGO), Grunn.FYLKET_ANSVARLIG),
    "§ 37 d: § 34 har ikke prøveplikt": (
        K.SAMFUNNSKUNNSKAPSPROEVE, ukrainer(), Grunn.KAP_6A_IKKE_SAMF),
    "§ 20: ikke utsatt": (K.UTSATT_OPPSTART, flyktning(), Grunn.IKKE_UTSATT),
}  # fmt: skip


@pytest.mark.parametrize(("kode", "person", "grunn"), GJELDER_IKKE.values(), ids=GJELDER_IKKE.keys())
def test_frist_som_ikke_gjelder(kode: K, person: Grunnlag, grunn: Grunn) -> None:
    f = lf.frist(kode, person, REGLER, I_DAG)
    assert (f.dato, f.beregning.utfall, f.beregning.grunn) == (None, Utfall.GJELDER_IKKE, grunn)
    assert f.beregning.hjemmel


def test_alle_frister_i_rekkefoelge_og_ukjente_sist() -> None:
    alle = lf.frister(flyktning(**PROGRAM, **NORSK, plan=date(2026, 5, 20)), REGLER, I_DAG)
    datoer = [f.dato for f in alle if f.dato]
    assert datoer == sorted(datoer)
    assert {f.kode for f in alle} == set(K) - {K.UTSATT_OPPSTART}
    ukjent = lf.frister(flyktning(), REGLER, I_DAG)
    assert ukjent[-1].dato is None
    assert {m for f in ukjent for m in f.beregning.mangler} == {Felt.TILBUD_OPPSTART_NORSK, Felt.SLUTTMAAL}


# frister som ikke er om personen, men om noe som skjedde


def test_klagefrist_tre_uker() -> None:
    """Forvaltningsloven § 29, forskriften § 42."""
    svar = Regnet(date(2026, 9, 22), I_DAG)
    assert lf.klagefrist(Grunnlag(), REGLER, I_DAG, I_DAG).svar == svar
    assert lf.klagefrist_proeve(Grunnlag(), REGLER, I_DAG, I_DAG).svar == svar


def test_ny_forvaltningslov_gjoer_klagefristen_ukjent_til_noen_fyller_den_inn() -> None:
    fra = date(2027, 1, 1)
    rader = dict(REGLER.rader)
    lov = rader[Regelkode.FORVALTNINGSLOV]
    rader[Regelkode.FORVALTNINGSLOV] = (*lov, replace(lov[0], verdi="2025", gjelder_fra=fra))
    ny = Regelsett(rader)
    assert lf.klagefrist(Grunnlag(), ny, I_DAG, date(2026, 12, 31)).svar is not None
    b = lf.klagefrist(Grunnlag(), ny, I_DAG, fra)
    assert (b.mangler, b.regler_som_mangler) == ((Regelmangel.NY_FORVALTNINGSLOV,), (Regelkode.KLAGE_FRIST,))
    uker = rader[Regelkode.KLAGE_FRIST]
    rader[Regelkode.KLAGE_FRIST] = (*uker, replace(uker[0], verdi="3", gjelder_fra=fra))
    assert lf.klagefrist(Grunnlag(), Regelsett(rader), I_DAG, fra).svar == Regnet(date(2027, 1, 22), fra)


def test_frister_ved_fravaer_og_permisjon() -> None:
    person = flyktning(oppstart_intro=date(2026, 5, 4))
    assert lf.egenmelding_fra(person, REGLER, I_DAG).svar == Regnet(date(2026, 6, 29), date(2026, 5, 4))
    revurdering = lf.egenmelding_revurdering(person, REGLER, I_DAG, date(2026, 8, 31))
    assert revurdering.svar == Regnet(date(2027, 2, 28), date(2026, 8, 31))
    fra = date(2026, 1, 31)
    assert lf.oppfoelging_i_permisjon(person, REGLER, I_DAG, fra).svar == Regnet(date(2026, 4, 30), fra)
    id_ = date(2027, 3, 10)
    assert lf.varsel_religion(person, REGLER, I_DAG, id_).svar == Regnet(date(2027, 2, 24), id_)


@pytest.mark.parametrize(("aar", "dato"), [(2026, date(2027, 2, 28)), (2027, date(2028, 2, 29))])
def test_aarsfristen_er_siste_dag_i_februar(aar: int, dato: date) -> None:
    b = lf.aarsfrist(Grunnlag(), REGLER, I_DAG, aar)
    assert b.svar == Regnet(dato, date(aar, 12, 31))
    assert b.ubekreftet


@given(st.dates(date(2026, 2, 2), date(2035, 12, 31)))
def test_fristen_er_aldri_foer_bosetting_og_alltid_tre_maaneder(bosatt: date) -> None:
    f = lf.frist(K.INTRO_VEDTAK_OG_START, flyktning(bosatt=bosatt), REGLER, I_DAG)
    assert f.dato == pluss_maaneder(bosatt, 3) > bosatt
