"""Hvilke registreringer gjelder: sjekklisten i regelverk §4.4, kolonne for kolonne, og personens forhold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from integrering.nir.rules.beregning import Utfall
from integrering.nir.rules.fritak import Fag, Fritak, Fritakskode
from integrering.nir.rules.grunnlag import Felt, Grunnlag, Tidsrom
from integrering.nir.rules.regelkoder import Grunn, Regelmangel
from integrering.nir.rules.registreringer import Krav, Registrering, gjelder, registreringer
from tests.nir.regler.personer import I_DAG, REGLER, flyktning, ukrainer

R = Registrering
NORSK: dict[str, Any] = {"vedtak_norsk": date(2026, 4, 1), "oppstart_norsk": date(2026, 4, 10)}
PROGRAM: dict[str, Any] = {"vedtak_intro": date(2026, 4, 1), "oppstart_intro": date(2026, 4, 10)}
FOER_2026: dict[str, Any] = {
    "tillatelse_dato": date(2025, 2, 1), "bosatt": date(2025, 2, 1), "vedtak_intro": date(2025, 4, 1),
    "oppstart_intro": date(2025, 4, 10), "vedtak_norsk": date(2025, 4, 1), "oppstart_norsk": date(2025,
        4, 10),
}  # fmt: skip
GAMMEL: dict[str, Any] = {"tillatelse_dato": date(2019, 1, 1), "ankomst": date(2018, 1, 1)}

FULL = flyktning(barn_under_18=True, **PROGRAM, **NORSK)
FULL_6A = ukrainer(barn_under_18=True, **PROGRAM, **NORSK)
FULL_6A_FOER = ukrainer(barn_under_18=True, **FOER_2026)
FULL_GAMMEL = flyktning(barn_under_18=True, **GAMMEL, **PROGRAM, **NORSK)

# integreringsloven, kapittel 6A før 2026, kapittel 6A i dag, introduksjonsloven.
# S skal, N når det skjer, – gjelder ikke, ? kilden sier ingenting
SJEKKLISTE = {
    R.KOMPETANSEKARTLEGGING: "SSS?",
    R.VEDTAK_INTRO: "SSSS",
    R.OPPSTART_INTRO: "SSSS",
    R.SLUTTMAAL: "SSS–",
    R.INTEGRERINGSPLAN: "S–S?",
    R.INTEGRERINGSKONTRAKT: "S–S–",
    R.TILTAK_FRAVAER: "SSSS",
    R.FORELDREVEILEDNING: "SSS?",
    R.LIVSMESTRING: "S–S?",
    R.PERMISJON: "NNN?",
    R.KLAGE: "NNN?",
    R.AVSLUTNING: "NNNN",
    R.UTDANNINGSBAKGRUNN: "S–S–",
    R.VEDTAK_NORSK: "SSSS",
    R.OPPSTART_NORSK: "SSSS",
    R.NORSKMAAL: "SSS–",
    R.NORSKPLAN: "–S–?",
    R.TIMER_NORSK: "SSSS",
    R.TIMER_SAMF: "S––S",
    R.FULLTID_VGO: "NNN–",
}


def tegn(person: Grunnlag, hva: Registrering) -> str:
    b = gjelder(person, REGLER, I_DAG, hva)
    if b.utfall is Utfall.GJELDER_IKKE:
        return "–"
    if b.mangler == (Regelmangel.KILDEN_SIER_INGENTING,):
        return "?"
    return {Krav.SKAL: "S", Krav.NAAR_DET_SKJER: "N", None: f"mangler {b.mangler}"}[b.svar]


@pytest.mark.parametrize("hva", R)
def test_sjekklisten_for_deltakere_i_program_og_norsk(hva: Registrering) -> None:
    svar = "".join(tegn(p, hva) for p in (FULL, FULL_6A_FOER, FULL_6A, FULL_GAMMEL))
    assert svar == SJEKKLISTE[hva]


def test_alle_med_en_gang() -> None:
    alle = registreringer(FULL, REGLER, I_DAG)
    assert list(alle) == list(R)
    assert all(b.steg for b in alle.values())


I_VGO = {"fylkets_ansvar": (Tidsrom(date(2026, 8, 17)),)}
FRITATT = {"fritak": (Fritak(kode=Fritakskode.B1_ALLE, fag=Fag.NORSK),)}
FRITATT_SAMF = {
    "fritak": (Fritak(kode=Fritakskode.SAMF_PROEVE, fag=Fag.SAMFUNNSKUNNSKAP, rett_bortfalt=True),)
}
S, N = Krav.SKAL, Krav.NAAR_DET_SKJER
TILFELLER: dict[str, tuple[Registrering, Grunnlag, Krav | Grunn | Felt]] = {
    "§ 12: vedtak mangler": (R.VEDTAK_INTRO, flyktning(), S),
    "§ 12: kan tilbys": (R.VEDTAK_INTRO, flyktning(etter_avtale=False), N),
    "§ 8: under 18": (R.VEDTAK_INTRO, flyktning(foedt=date(2010, 1, 1)), Grunn.UNDER_ALDER),
    "§ 8: ukjent avtale": (R.VEDTAK_INTRO, flyktning(etter_avtale=None), Felt.ETTER_AVTALE),
    "§ 43 h: ikke nytt program": (
        R.VEDTAK_INTRO, flyktning(tidligere_tillatelser=("9e",), vedtak_kap_6a=True),
            Grunn.INGEN_NYE_RETTIGHETER),
    "introduksjonsloven uten vedtak": (R.VEDTAK_INTRO, flyktning(**GAMMEL), N),
    "start er registrert, vedtak ikke": (R.VEDTAK_INTRO, flyktning(oppstart_intro=date(2026, 4, 1)), S),
    "sluttmål før vedtak": (R.SLUTTMAAL, flyktning(), Grunn.IKKE_VEDTAK),
    "§ 14 a: uten barn": (R.FORELDREVEILEDNING, flyktning(**PROGRAM), Grunn.UTEN_BARN),
    "§ 14 a: barn ukjent": (R.FORELDREVEILEDNING, flyktning(**PROGRAM, barn_under_18=None),
        Felt.BARN_UNDER_18),
    "§ 10: kartlegging": (R.KOMPETANSEKARTLEGGING, flyktning(), S),
    "§ 37 b: kartlegging er frivillig": (R.KOMPETANSEKARTLEGGING, ukrainer(), N),
    "§ 10: kartlagt før bosetting": (
        R.KOMPETANSEKARTLEGGING, flyktning(kartlagt_foer_bosetting=True), Grunn.KARTLAGT_FOER_BOSETTING),
    "§ 32: utdanning styrer varigheten": (R.UTDANNINGSBAKGRUNN, flyktning(), S),
    "§ 28 uten program: utdanning styrer ingenting": (
        R.UTDANNINGSBAKGRUNN, flyktning(tillatelse="28"), Grunn.PAR_28),
    "§ 43 g: § 34 uten program, utvidet norsk er opphevet": (
        R.UTDANNINGSBAKGRUNN, ukrainer(utvidet_norsk=True), Grunn.IKKE_UTVIDET_NORSK),
    "§ 30: vedtak mangler": (R.VEDTAK_NORSK, flyktning(), S),
    "§ 30: § 28-person": (R.VEDTAK_NORSK, flyktning(tillatelse="28"), S),
    "§ 37 d: § 34": (R.VEDTAK_NORSK, ukrainer(), S),
    "§ 23: fritatt med rett": (R.VEDTAK_NORSK, flyktning(**FRITATT), N),
    "§ 26: over 67": (R.VEDTAK_NORSK, flyktning(foedt=date(1950, 1, 1)), Grunn.FYLT_67),
    "introduksjonsloven uten norskvedtak": (R.VEDTAK_NORSK, flyktning(**GAMMEL), N),
    "norskmål før vedtak": (R.NORSKMAAL, flyktning(), Grunn.IKKE_VEDTAK),
    "§ 34: norskplan utenfor program": (R.NORSKPLAN, flyktning(**NORSK), S),
    "§ 34: fylket har ansvaret": (R.NORSKPLAN, flyktning(**NORSK, **I_VGO), Grunn.FYLKET_ANSVARLIG),
    "§ 37 d: norskplan også når fylket har ansvaret": (R.NORSKPLAN, ukrainer(**NORSK, **I_VGO), S),
    "§ 15: én plan i programmet": (R.NORSKPLAN, FULL, Grunn.SAMLET_I_INTEGRERINGSPLAN),
    "§ 33: fylket har ansvaret": (R.TIMER_SAMF, flyktning(**NORSK, **I_VGO), N),
    "§ 33: uten vedtak": (R.TIMER_SAMF, flyktning(), Grunn.IKKE_VEDTAK),
    "§ 33: § 28-person": (R.TIMER_SAMF, flyktning(tillatelse="28", **NORSK), S),
    "§ 24: fritatt, retten falt bort": (
        R.TIMER_SAMF, flyktning(**NORSK, **FRITATT_SAMF), Grunn.RETT_BORTFALT),
    "§ 30: fulltid VGO": (R.FULLTID_VGO, flyktning(), N),
    "§ 30: bare plikt blir hos kommunen": (
        R.FULLTID_VGO, flyktning(tillatelse="28"), Grunn.BARE_PLIKT_KOMMUNEN),
    "§ 30: over 67, ikke fulltid VGO": (R.FULLTID_VGO, flyktning(foedt=date(1950, 1, 1)), Grunn.FYLT_67),
}  # fmt: skip


@pytest.mark.parametrize(("hva", "person", "svar"), TILFELLER.values(), ids=TILFELLER.keys())
def test_personens_forhold(hva: Registrering, person: Grunnlag, svar: Krav | Grunn | Felt) -> None:
    b = gjelder(person, REGLER, I_DAG, hva)
    if isinstance(svar, Krav):
        assert b.svar is svar
    elif isinstance(svar, Grunn):
        assert (b.utfall, b.grunn) == (Utfall.GJELDER_IKKE, svar)
        assert b.hjemmel
    else:
        assert (b.utfall, b.mangler) == (Utfall.UKJENT, (svar,))


@pytest.mark.parametrize(
    ("utvidet", "dag", "svar"),
    [
        (True, date(2026, 6, 30), Krav.SKAL),
        (False, date(2026, 6, 30), Grunn.IKKE_UTVIDET_NORSK),
        (True, date(2026, 7, 1), Grunn.IKKE_UTVIDET_NORSK),
    ],
    ids=["§ 43 g: siste dag", "§ 43 g: ikke utvidet", "§ 43 g: opphevet 1.7.2026"],
)
def test_utdanning_for_34_ved_utvidet_norsk(utvidet: bool, dag: date, svar: Krav | Grunn) -> None:
    b = gjelder(ukrainer(utvidet_norsk=utvidet), REGLER, dag, R.UTDANNINGSBAKGRUNN)
    assert (b.svar or b.grunn) is svar


@pytest.mark.parametrize(
    ("vedtak", "kontrakt"),
    [(date(2025, 12, 31), Grunn.KAP_6A_FOER_2026), (date(2026, 1, 1), Krav.SKAL)],
    ids=["vedtak 31.12.2025: ikke kontrakt", "vedtak 1.1.2026: kontrakt"],
)
def test_kontrakt_for_34(vedtak: date, kontrakt: Krav | Grunn) -> None:
    person = ukrainer(tillatelse_dato=date(2025, 2, 1), bosatt=date(2025, 2, 1), vedtak_intro=vedtak)
    b = gjelder(person, REGLER, I_DAG, R.INTEGRERINGSKONTRAKT)
    assert (b.svar or b.grunn) is kontrakt
