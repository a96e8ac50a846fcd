"""Retten til videregående: en tabell med eksempler, hver med paragraf og dagene rundt grensene."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from opplaering.rules.vgorett import (
    Opplysning,
    Realkompetanse,
    Rett,
    Soekerfakta,
    Valg,
    rettsversjon,
    skoleaar,
    vurder_rett,
)

# Fyller 19 i 2025 og 24 i 2030.
FOEDT = date(2006, 7, 1)
UNG = Soekerfakta(
    foedselsdato=FOEDT, voksen=False, grunnskole=True, utland_vgo=False, kompetanse=False, rekvalifisert=False
)
VOKSEN = replace(UNG, voksen=True)
# Har studie- eller yrkeskompetanse, og ønsker et (nytt) yrke.
FERDIG = replace(VOKSEN, kompetanse=True, yrkesmaal=True)


@pytest.mark.parametrize(
    ("dag", "aar"),
    [
        (date(2025, 7, 31), 2024),
        (date(2025, 8, 1), 2025),
        (date(2025, 12, 31), 2025),
        (date(2026, 1, 1), 2025),
    ],
)
def test_skoleaaret_begynner_1_august(dag: date, aar: int) -> None:
    assert skoleaar(dag) == aar


@pytest.mark.parametrize(
    ("hva", "fakta", "aar", "rett"),
    [
        # § 5-1: fullført grunnskole, til og med skoleåret som starter det året de fyller 24
        ("ungdom med grunnskole", UNG, 2024, Rett.UNGDOM),
        ("ungdom, siste skoleår: fyller 24", UNG, 2030, Rett.UNGDOM),
        ("ungdom, året etter: fyller 25", UNG, 2031, Rett.VOKSEN),
        ("født 31.12: fyller 24 i året", replace(UNG, foedselsdato=date(2006, 12, 31)), 2030, Rett.UNGDOM),
        ("født 1.1.: fyller 24 i året", replace(UNG, foedselsdato=date(2006, 1, 1)), 2030, Rett.UNGDOM),
        ("født dagen før: fyller 25", replace(UNG, foedselsdato=date(2005, 12, 31)), 2030, Rett.VOKSEN),
        # § 5-1: videregående fra utlandet som ikke er godkjent
        (
            "videregående fra utlandet uten grunnskole her",
            replace(UNG, grunnskole=None, utland_vgo=True),
            2026,
            Rett.UNGDOM,
        ),
        ("samme, over 24", replace(UNG, grunnskole=None, utland_vgo=True), 2031, Rett.VOKSEN),
        # §§ 5-1 og 18-3: kan velge opplæring for voksne fra skoleåret de fyller 19
        ("velger voksen, fyller 18", VOKSEN, 2024, Rett.UNGDOM),
        ("velger voksen, fyller 19", VOKSEN, 2025, Rett.VOKSEN),
        ("velger voksen, fyller 24", VOKSEN, 2030, Rett.VOKSEN),
        ("voksen langt over", VOKSEN, 2060, Rett.VOKSEN),
        # § 18-4: én ny yrkeskompetanse
        ("har kompetanse, ønsker nytt yrke", FERDIG, 2026, Rett.REKVALIFISERING),
        ("samme, fyller 19", FERDIG, 2025, Rett.REKVALIFISERING),
        ("samme, fyller 18", FERDIG, 2024, Rett.UTEN),
        ("har kompetanse, søker som ungdom", replace(FERDIG, voksen=False), 2026, Rett.REKVALIFISERING),
        ("har kompetanse, ønsker studiekompetanse", replace(FERDIG, yrkesmaal=False), 2026, Rett.UTEN),
        # § 18-5: kan tas inn uten rett
        ("har brukt retten etter § 18-4", replace(FERDIG, rekvalifisert=True), 2026, Rett.UTEN),
        ("har ikke grunnskole", replace(VOKSEN, grunnskole=False), 2026, Rett.UTEN),
        ("har ikke grunnskole, ungdom", replace(UNG, grunnskole=False), 2026, Rett.UTEN),
    ],
)
def test_rett(hva: str, fakta: Soekerfakta, aar: int, rett: Rett) -> None:
    assert vurder_rett(fakta, aar).rett is rett, hva


@pytest.mark.parametrize(
    ("hva", "fakta", "mangler"),
    [
        (
            "ingenting er kjent",
            Soekerfakta(voksen=True),
            (Opplysning.KOMPETANSE, Opplysning.FOEDSELSDATO),
        ),
        ("bare kompetansen er ukjent", replace(VOKSEN, kompetanse=None), (Opplysning.KOMPETANSE,)),
        (
            "verken grunnskole eller utland er kjent",
            replace(VOKSEN, grunnskole=None, utland_vgo=None, foedselsdato=None),
            (Opplysning.GRUNNSKOLE, Opplysning.UTLAND_VGO, Opplysning.FOEDSELSDATO),
        ),
        (
            "ikke grunnskole, utland ukjent",
            replace(VOKSEN, grunnskole=False, utland_vgo=None),
            (Opplysning.UTLAND_VGO,),
        ),
        ("fødselsdato ukjent", replace(VOKSEN, foedselsdato=None), (Opplysning.FOEDSELSDATO,)),
        (
            "har kompetanse, ukjent om § 18-4 er brukt",
            replace(FERDIG, rekvalifisert=None),
            (Opplysning.REKVALIFISERT,),
        ),
        (
            "har kompetanse, fødselsdato ukjent",
            replace(FERDIG, foedselsdato=None),
            (Opplysning.FOEDSELSDATO,),
        ),
    ],
)
def test_ukjent_sier_hva_som_mangler(hva: str, fakta: Soekerfakta, mangler: tuple[Opplysning, ...]) -> None:
    svar = vurder_rett(fakta, 2026)
    assert (svar.rett, svar.mangler) == (Rett.UKJENT, mangler), hva
    assert (svar.realkompetanse, svar.rekkefoelge) == (Realkompetanse.UKJENT, None)


def test_det_som_ikke_trengs_spoerres_det_ikke_om() -> None:
    """Grunnskole er nok (§ 5-1); den som har brukt § 18-4, har ingen rett uansett alder."""
    assert vurder_rett(replace(VOKSEN, utland_vgo=None, rekvalifisert=None), 2026).rett is Rett.VOKSEN
    assert vurder_rett(replace(FERDIG, rekvalifisert=True, foedselsdato=None), 2026).rett is Rett.UTEN


def test_for_skoleaaret_2024_har_vi_ingen_regel() -> None:
    assert rettsversjon(2023) is None
    svar = vurder_rett(VOKSEN, 2023)
    assert (svar.rett, svar.versjon, svar.mangler) == (Rett.UKJENT, None, (Opplysning.REGEL,))
    assert vurder_rett(VOKSEN, 2024).versjon == 2024


@pytest.mark.parametrize(
    ("hva", "fakta", "aar", "svar"),
    [
        # § 18-8: rett for dem som har rett til opplæring for voksne; andre på anbefaling
        ("§ 18-3", VOKSEN, 2026, Realkompetanse.RETT),
        ("§ 18-4", FERDIG, 2026, Realkompetanse.RETT),
        ("§ 5-1, fyller 18", UNG, 2024, Realkompetanse.ANBEFALING),
        ("§ 5-1, fyller 19: kan velge voksen", UNG, 2025, Realkompetanse.RETT),
        ("§ 5-1, utland, fyller 18", replace(UNG, utland_vgo=True), 2024, Realkompetanse.RETT),
        ("§ 18-5", replace(VOKSEN, grunnskole=False), 2026, Realkompetanse.ANBEFALING),
    ],
)
def test_rett_til_realkompetansevurdering(
    hva: str, fakta: Soekerfakta, aar: int, svar: Realkompetanse
) -> None:
    assert vurder_rett(fakta, aar).realkompetanse is svar, hva


@pytest.mark.parametrize(
    ("fakta", "plass"),
    [(VOKSEN, 1), (FERDIG, 2), (replace(VOKSEN, grunnskole=False), 4), (UNG, None)],
)
def test_rekkefoelgen_i_inntaket(fakta: Soekerfakta, plass: int | None) -> None:
    """Opplæringsforskrifta § 13-4: §§ 18-3 og 18-6, § 18-4, § 18-7, uten rett."""
    assert vurder_rett(fakta, 2026).rekkefoelge == plass


def test_regnestykket_viser_opplysninger_og_paragrafer() -> None:
    steg = vurder_rett(VOKSEN, 2025).steg
    assert [(s.hva, s.verdi) for s in steg] == [
        (Opplysning.KOMPETANSE, False),
        (Opplysning.GRUNNSKOLE, True),
        (Opplysning.UTLAND_VGO, False),
        (Valg.HAR_GRUNNLAG, True),
        (Opplysning.FOEDSELSDATO, FOEDT),
        (Valg.FYLLER, 19),
        (Opplysning.VOKSEN, True),
        (Valg.VOKSENRETT, True),
    ]
    assert steg[-1].hjemmel == "opplæringslova § 18-3"
    # den som er for ung til å velge voksen, får vite det
    for_ung = vurder_rett(VOKSEN, 2024).steg
    assert Valg.FOR_UNG in {s.hva for s in for_ung}
    assert Valg.FOR_UNG not in {s.hva for s in vurder_rett(replace(VOKSEN, utland_vgo=True), 2024).steg}
    # hvert steg står én gang, også når alderen leses to ganger
    ung = vurder_rett(UNG, 2025).steg
    assert len(set(ung)) == len(ung)


def test_alderen_i_18_4_er_vaar_lesning() -> None:
    assert vurder_rett(FERDIG, 2026).ubekreftet
    assert vurder_rett(FERDIG, 2024).ubekreftet
    assert not vurder_rett(VOKSEN, 2024).ubekreftet
