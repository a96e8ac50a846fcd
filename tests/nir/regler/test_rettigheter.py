"""Rett og plikt per ordning: integreringsloven §§ 8–11, 26–29, 37–37 d, forskriften §§ 23–25, 43 h."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.grunnmur.datoer import pluss_aar
from integrering.nir.rules import rett_norsk
from integrering.nir.rules.beregning import Utfall
from integrering.nir.rules.fritak import (
    Fag,
    Fritak,
    Fritakskode,
    fagene,
    hjemmel,
    krever_legeuttalelse,
)
from integrering.nir.rules.grunnlag import Felt, Grunnlag, Tidsrom
from integrering.nir.rules.lov import lov
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.rettigheter import (
    Rettsstilling,
    intro,
    karriereveiledning,
    kompetansekartlegging,
)
from tests.nir.regler.personer import I_DAG, REGLER, flyktning, ukrainer

RP, R, P, KT, F, INGEN = (
    Rettsstilling.RETT_OG_PLIKT, Rettsstilling.RETT, Rettsstilling.PLIKT, Rettsstilling.KAN_TILBYS,
    Rettsstilling.FULLFOERE, Rettsstilling.INGEN,
)  # fmt: skip
GITT = date(2026, 2, 2)
I_PROGRAM = {"vedtak_intro": date(2026, 4, 1), "oppstart_intro": date(2026, 4, 15)}
FRA_34: dict[str, Any] = {"tidligere_tillatelser": ("9e",), "vedtak_kap_6a": True}

INTRO: dict[str, tuple[Grunnlag, Rettsstilling, Grunn]] = {
    "§ 8 første ledd: flyktning bosatt etter avtale": (flyktning(), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8: fyller 18 dagen etter tillatelsen": (flyktning(foedt=date(2008, 2, 3)), INGEN, Grunn.UNDER_ALDER),
    "§ 8: fyller 18 samme dag": (flyktning(foedt=date(2008, 2, 2)), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8: 55 år hele året ut": (flyktning(foedt=date(1970, 2, 3)), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8 tredje ledd: fyller 56 samme dag": (flyktning(foedt=date(1970, 2, 2)), KT, Grunn.OVER_ALDER),
    "§ 8: født 29. februar, 18 år 28. februar": (
        flyktning(foedt=date(2008, 2, 29), tillatelse_dato=date(2026, 2, 28)), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8: født 29. februar, 17 år 27. februar": (
        flyktning(foedt=date(2008, 2, 29), tillatelse_dato=date(2026, 2, 27)), INGEN, Grunn.UNDER_ALDER),
    "§ 8: 60 år er vedtatt, men gjelder ikke": (flyktning(foedt=date(1968, 1, 1)), KT, Grunn.OVER_ALDER),
    "§ 8 tredje ledd: uten avtale": (flyktning(etter_avtale=False), KT, Grunn.UTEN_AVTALE),
    "§ 8 andre ledd: 9f trenger ikke avtale": (
        flyktning(tillatelse="9f", etter_avtale=None), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8 andre ledd: 9g trenger ikke avtale": (
        flyktning(tillatelse="9g", etter_avtale=False), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8 andre ledd: 9a etter 9f trenger ikke avtale": (
        flyktning(tidligere_tillatelser=("9f",), etter_avtale=False), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8: dagen før to år i kommune": (
        flyktning(vedtak_intro=date(2028, 2, 29)), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8: to år i kommune": (flyktning(vedtak_intro=date(2028, 3, 1)), INGEN, Grunn.BOTID),
    "§ 8: to år fra tidligere § 9-tillatelse": (
        flyktning(bosatt=date(2024, 1, 1), par9_fra=date(2024, 1, 1)), INGEN, Grunn.BOTID),
    "§ 8: bosatt før tillatelsen, tiden går fra den": (
        flyktning(bosatt=date(2023, 1, 1)), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8 fjerde ledd: 30 timer i uken": (flyktning(arbeid_timer=30), INGEN, Grunn.I_ARBEID),
    "§ 8 fjerde ledd: 29 timer i uken": (flyktning(arbeid_timer=29), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8 femte ledd: svensk": (flyktning(statsborgerskap="SWE"), INGEN, Grunn.NORDISK_ELLER_EOES),
    "§ 8 femte ledd: polsk": (flyktning(statsborgerskap="POL"), INGEN, Grunn.NORDISK_ELLER_EOES),
    "§ 9 tredje ledd: norsk borger i programmet": (
        flyktning(statsborgerskap="NOR", **I_PROGRAM), F, Grunn.FULLFOERER),
    "§ 9 tredje ledd: ny tillatelse i programmet": (
        flyktning(tillatelse="28", familieinnvandring=False, **I_PROGRAM), F, Grunn.FULLFOERER),
    "§ 9 tredje ledd: programmet er avsluttet": (
        flyktning(statsborgerskap="NOR", avsluttet_intro=date(2026, 8, 31), **I_PROGRAM),
        INGEN, Grunn.NORDISK_ELLER_EOES),
    "§ 9: andre tillatelser": (flyktning(tillatelse="27", familieinnvandring=False), INGEN, Grunn.IKKE_PAR9),
    "§ 8 tredje ledd: familie til andre": (
        flyktning(tillatelse="28", familieinnvandring=True), KT, Grunn.ANNEN_FAMILIE),
    "§ 37 c før 2026: § 34 med vedtak 31.12.2025": (
        ukrainer(tillatelse_dato=date(2025, 2, 1), bosatt=date(2025, 3, 1), vedtak_intro=date(2025, 12, 31)),
        R, Grunn.RETT_IKKE_PLIKT),
    "§ 8: § 34 med vedtak 1.1.2026": (
        ukrainer(tillatelse_dato=date(2025, 2, 1), bosatt=date(2025, 3, 1), vedtak_intro=date(2026, 1, 1)),
        RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 8: § 34 uten vedtak i dag": (ukrainer(), RP, Grunn.PAR_8_FOERSTE_LEDD),
    "§ 43 h: fra § 34 uten program": (flyktning(**FRA_34), INGEN, Grunn.INGEN_NYE_RETTIGHETER),
    "§ 43 h: fra § 34 i programmet": (flyktning(**FRA_34, **I_PROGRAM), F, Grunn.FULLFOERER),
}  # fmt: skip


@pytest.mark.parametrize(("person", "svar", "grunn"), INTRO.values(), ids=INTRO.keys())
def test_introduksjonsprogram(person: Grunnlag, svar: Rettsstilling, grunn: Grunn) -> None:
    b = intro(person, REGLER, I_DAG)
    assert b.svar is svar
    assert b.begrunnelse is not None
    assert b.begrunnelse.navn is grunn


@pytest.mark.parametrize(
    ("annet", "mangler"),
    [
        ({"foedt": None}, (Felt.FOEDT,)),
        ({"foedt": None, "statsborgerskap": None}, (Felt.STATSBORGERSKAP,)),
        ({"bosatt": None}, (Felt.BOSATT,)),
        ({"etter_avtale": None}, (Felt.ETTER_AVTALE,)),
        ({"arbeid_timer": None}, (Felt.ARBEID_TIMER,)),
        ({"tillatelse": "27"}, (Felt.FAMILIEINNVANDRING,)),
    ],
    ids=["fødselsdato", "statsborgerskap", "bosatt", "avtale", "arbeid", "familieinnvandring"],
)
def test_introduksjonsprogram_mangler(annet: dict[str, Any], mangler: tuple[Felt, ...]) -> None:
    b = intro(flyktning(**annet), REGLER, I_DAG)
    assert (b.utfall, b.mangler) == (Utfall.UKJENT, mangler)


def test_arbeid_foer_2026_er_ikke_lest() -> None:
    b = intro(flyktning(tillatelse_dato=date(2025, 2, 2), bosatt=date(2025, 3, 1), arbeid_timer=37), REGLER,
              date(2025, 12, 31))  # fmt: skip
    assert b.regler_som_mangler == (Regelkode.INTRO_ARBEID_TIMER,)


def test_introduksjonsloven_er_ikke_i_kildene() -> None:
    b = intro(flyktning(tillatelse_dato=date(2019, 1, 1), ankomst=date(2018, 1, 1)), REGLER, I_DAG)
    assert b.mangler == (Regelmangel.INTRODUKSJONSLOVEN,)


def test_aldersgrensen_er_data() -> None:
    """55 til 60, og om det siste året er med: dagen settes av en administrator."""
    from dataclasses import replace

    fra = {Regelkode.INTRO_ALDER_MAKS: "60", Regelkode.INTRO_MAKSAAR_MEDREGNET: "nei"}
    rader = dict(REGLER.rader)
    for kode, verdi in fra.items():
        rader[kode] = (*rader[kode], replace(rader[kode][0], verdi=verdi, gjelder_fra=date(2026, 1, 1)))
    nye = replace(REGLER, rader=rader)
    assert intro(flyktning(foedt=date(1966, 2, 3)), nye, I_DAG).svar is RP
    assert intro(flyktning(foedt=date(1966, 2, 2)), nye, I_DAG).svar is KT  # 60 år, ikke medregnet


KARTLEGGING: dict[str, tuple[Grunnlag, Rettsstilling, Rettsstilling]] = {
    "§§ 10 og 11: rett og plikt": (flyktning(), RP, RP),
    "§ 10: kartlagt før bosetting": (flyktning(kartlagt_foer_bosetting=True), INGEN, RP),
    "§§ 10 og 11: kan tilbys gir ingen rett": (flyktning(etter_avtale=False), INGEN, INGEN),
    "§ 37 b: § 34 utenfor program": (ukrainer(), R, R),
    "§ 37 b: § 34 i program": (ukrainer(**I_PROGRAM), RP, R),
    "§ 37 b: § 34, program startet 2.6.2023": (
        ukrainer(tillatelse_dato=date(2022, 5, 1), bosatt=date(2022, 6, 1), vedtak_intro=date(2023, 5, 1),
                 oppstart_intro=date(2023, 6, 2)), R, R),
    "§ 37 b: § 34, program startet 3.6.2023": (
        ukrainer(tillatelse_dato=date(2022, 5, 1), bosatt=date(2022, 6, 1), vedtak_intro=date(2023, 5, 1),
                 oppstart_intro=date(2023, 6, 3)), RP, R),
    "§ 43 h: ingen nye rettigheter": (flyktning(**FRA_34, **I_PROGRAM), INGEN, INGEN),
}  # fmt: skip


@pytest.mark.parametrize(("person", "kartlegging", "karriere"), KARTLEGGING.values(), ids=KARTLEGGING.keys())
def test_kartlegging_og_karriereveiledning(
    person: Grunnlag, kartlegging: Rettsstilling, karriere: Rettsstilling
) -> None:
    assert kompetansekartlegging(person, REGLER, I_DAG).svar is kartlegging
    assert karriereveiledning(person, REGLER, I_DAG).svar is karriere


def fritak(kode: str, fag: Fag = Fag.NORSK, **annet: bool) -> dict[str, Any]:
    return {"fritak": (Fritak(kode=Fritakskode(kode), fag=fag, **annet),)}


NORSK_I_GANG = {"vedtak_norsk": date(2026, 4, 1), "oppstart_norsk": date(2026, 4, 10)}
# norsk, samfunnskunnskap, prøve i norsk, prøve i samfunnskunnskap
NORSK: dict[str, tuple[Grunnlag, tuple[Rettsstilling, ...]]] = {
    "§ 27: flyktning": (flyktning(), (RP, RP, P, P)),
    "§ 27: annen tillatelse": (flyktning(tillatelse="27"), (RP, RP, P, P)),
    "§ 28: bare plikt": (flyktning(tillatelse="28"), (P, P, INGEN, INGEN)),
    "§ 37 d: § 34 bosatt etter avtale": (ukrainer(), (R, INGEN, R, INGEN)),
    "§ 26 andre ledd: § 34 uten avtale": (ukrainer(etter_avtale=False), (INGEN, INGEN, INGEN, INGEN)),
    "§ 26 andre ledd: 9d før første fornyelse": (
        flyktning(tillatelse="9d", foerste_fornyelse=date(2026, 9, 2)), (INGEN, INGEN, INGEN, INGEN)),
    "§ 26 andre ledd: 9d etter første fornyelse": (
        flyktning(tillatelse="9d", foerste_fornyelse=date(2026, 9, 1)), (RP, RP, P, P)),
    "§ 26: 17 år da tillatelsen ble gitt": (flyktning(foedt=date(2008, 2, 3)), (INGEN,) * 4),
    "§ 26: 66 år da tillatelsen ble gitt": (flyktning(foedt=date(1959, 9, 2)), (RP, RP, P, P)),
    "§ 26 femte ledd: fyller 67 i dag": (flyktning(foedt=date(1959, 9, 1)), (INGEN,) * 4),
    "§ 26: 67 år da tillatelsen ble gitt": (flyktning(foedt=date(1959, 2, 2)), (INGEN,) * 4),
    "§ 26: ikke ankommet ennå": (flyktning(ankomst=date(2026, 10, 1)), (INGEN,) * 4),
    "§ 26 sjette ledd: norsk borger har begynt": (
        flyktning(statsborgerskap="NOR", **NORSK_I_GANG), (F, F, INGEN, INGEN)),
    "§ 26: norsk borger har ikke begynt": (flyktning(statsborgerskap="NOR"), (INGEN,) * 4),
    "§ 26 sjette ledd: fra § 27 til § 28 underveis": (
        flyktning(tillatelse="28", tidligere_tillatelser=("9a",), **NORSK_I_GANG), (RP, RP, P, P)),
    "§ 28: fra § 27 til § 28 før start": (
        flyktning(tillatelse="28", tidligere_tillatelser=("9a",)), (P, P, INGEN, INGEN)),
    "§ 43 h: gjenstående norsk": (flyktning(**FRA_34, **NORSK_I_GANG), (F, INGEN, R, INGEN)),
    "§ 43 h: uten vedtak": (flyktning(**FRA_34), (INGEN,) * 4),
    "§ 23: B1 i alle delene, retten står": (flyktning(**fritak("23a")), (R, RP, INGEN, P)),
    "§ 23 tredje ledd: retten faller bort": (
        flyktning(**fritak("23a", rett_bortfalt=True)), (INGEN, RP, INGEN, P)),
    "§ 23 tredje ledd: samisk beholder retten": (
        flyktning(**fritak("23e", rett_bortfalt=True, samisk=True)), (R, RP, INGEN, P)),
    "§ 24: bestått samfunnskunnskapsprøve": (
        flyktning(**fritak("24a", Fag.SAMFUNNSKUNNSKAP)), (RP, R, P, INGEN)),
    "§ 24 andre ledd: retten faller bort": (
        flyktning(**fritak("24a", Fag.SAMFUNNSKUNNSKAP, rett_bortfalt=True)), (RP, INGEN, P, INGEN)),
    "§ 25: helse beholder alltid retten": (
        flyktning(**fritak("25-helse", rett_bortfalt=True)), (R, RP, INGEN, P)),
    "§ 36: bare prøven": (flyktning(**fritak("25-helse", bare_proeve=True)), (RP, RP, INGEN, P)),
    "§ 29: § 28-person med fritak har ingenting": (
        flyktning(tillatelse="28", **fritak("23a")), (INGEN, P, INGEN, INGEN)),
}  # fmt: skip


@pytest.mark.parametrize(("person", "svar"), NORSK.values(), ids=NORSK.keys())
def test_norsk_samfunnskunnskap_og_proever(person: Grunnlag, svar: tuple[Rettsstilling, ...]) -> None:
    regler = (
        rett_norsk.norsk, rett_norsk.samfunnskunnskap, rett_norsk.norskproeve,
        rett_norsk.samfunnskunnskapsproeve,
    )  # fmt: skip
    assert tuple(r(person, REGLER, I_DAG).svar for r in regler) == svar


def test_34_etter_at_kapittelet_er_opphevet() -> None:
    """Fra 1.7.2028 gjelder de vanlige reglene også for § 34."""
    assert rett_norsk.norsk(ukrainer(), REGLER, date(2028, 6, 30)).svar is R
    assert rett_norsk.norsk(ukrainer(), REGLER, date(2028, 7, 1)).svar is RP


@pytest.mark.parametrize(
    ("person", "dag", "svar"),
    [
        (flyktning(), I_DAG, False),
        (flyktning(fylkets_ansvar=(Tidsrom(date(2026, 8, 17), date(2026, 9, 1)),)), I_DAG, True),
        (flyktning(fylkets_ansvar=(Tidsrom(date(2026, 8, 17), date(2026, 8, 31)),)), I_DAG, False),
        (flyktning(fylkets_ansvar=(Tidsrom(date(2026, 8, 17)),)), I_DAG, True),
        (flyktning(tillatelse="28", fylkets_ansvar=(Tidsrom(date(2026, 8, 17)),)), I_DAG, False),
        (ukrainer(fylkets_ansvar=(Tidsrom(date(2026, 8, 17)),)), I_DAG, True),
    ],
    ids=["ingen periode", "siste dag", "dagen etter", "uten sluttdato", "§ 28 blir hos kommunen", "§ 34"],
)
def test_fylket_er_ansvarlig(person: Grunnlag, dag: date, svar: bool) -> None:
    assert rett_norsk.fylket_ansvarlig(person, REGLER, dag).svar is svar


@pytest.mark.parametrize(
    ("person", "svar"),
    [
        (flyktning(), date(2026, 2, 2)),
        (flyktning(ankomst=None), date(2026, 2, 2)),
        (flyktning(tillatelse="9f", ankomst=date(2026, 5, 1)), date(2026, 5, 1)),
        (flyktning(tillatelse="9d", foerste_fornyelse=date(2027, 2, 2)), date(2027, 2, 2)),
        (ukrainer(), date(2026, 3, 1)),
        (flyktning(utsatt_oppstart=True, krav_norsk=date(2026, 8, 1)), date(2026, 8, 1)),
    ],
    ids=[
        "tillatelsen",
        "ankomst ukjent",
        "gitt i utlandet: ankomst",
        "9d: fornyelse",
        "§ 34: bosatt",
        "§ 20: krav",
    ],
)
def test_naar_retten_inntrer(person: Grunnlag, svar: date) -> None:
    assert rett_norsk.rett_norsk_fra(person, REGLER, I_DAG).svar == svar


@given(st.dates(date(1935, 1, 1), date(2008, 1, 1)), st.integers(0, 400))
def test_plikten_kommer_aldri_tilbake_etter_67(foedt: date, dager: int) -> None:
    from datetime import timedelta

    dag = pluss_aar(foedt, 67) + timedelta(dager)
    assert rett_norsk.norsk(flyktning(foedt=foedt), REGLER, dag).svar is INGEN


@given(
    st.sampled_from(["9a", "9b", "9c", "9f", "9g", "27", "28"]), st.dates(date(1950, 1, 1), date(2012, 1, 1))
)
def test_samme_spor_som_tilskuddet(tillatelse: str, foedt: date) -> None:
    """Rett her og tilskuddsår der følges ad; ellers ville penger og plikt si to ting."""
    from integrering.nir.rules.lovspor import Lovspor, lovspor

    spor = lovspor(tillatelse=tillatelse, foedt=foedt, tillatelse_dato=GITT)
    svar = rett_norsk.norsk(flyktning(tillatelse=tillatelse, foedt=foedt), REGLER, GITT).svar
    assert svar is {Lovspor.RETT_OG_PLIKT: RP, Lovspor.PLIKT: P, Lovspor.FEIL_ALDER: INGEN}[spor]


@pytest.mark.parametrize(
    ("kode", "fag", "tekst"),
    [
        ("23a", (Fag.NORSK,), "integreringsforskriften § 23 første ledd bokstav a"),
        ("24c", (Fag.SAMFUNNSKUNNSKAP,), "integreringsforskriften § 24 første ledd bokstav c"),
        ("25-helse", tuple(Fag), "integreringsforskriften § 25"),
    ],
)
def test_fritakskoder(kode: str, fag: tuple[Fag, ...], tekst: str) -> None:
    assert fagene(Fritakskode(kode)) == fag
    assert hjemmel(Fritakskode(kode)) == tekst
    assert krever_legeuttalelse(Fritakskode(kode)) is (kode == "25-helse")


def test_en_regel_kan_ogsaa_kalles_med_navn() -> None:
    assert lov.__doc__ is not None
    assert "Return the law" in lov.__doc__
