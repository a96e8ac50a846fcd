"""Hvilken lov: integreringsloven § 52, kapittel 6A, forskriften §§ 43 h og 72."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from integrering.nir.rules.beregning import Beregning, Stegslag, Utfall
from integrering.nir.rules.grunnlag import Felt, Grunnlag
from integrering.nir.rules.lov import Lov, lov
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.registreringer import Lovkolonne, lovkolonne
from tests.nir.regler.personer import I_DAG, REGLER, flyktning, ukrainer


@pytest.mark.parametrize(
    ("person", "dag", "svar"),
    [
        (flyktning(tillatelse_dato=date(2020, 12, 31), ankomst=date(2019, 5, 1)), I_DAG,
            Lov.INTRODUKSJONSLOVEN),
        (flyktning(tillatelse_dato=date(2021, 1, 1), ankomst=date(2019, 5, 1)), I_DAG, Lov.INTEGRERINGSLOVEN),
        (flyktning(tillatelse_dato=date(2020, 11, 1), ankomst=date(2021, 1, 1)), I_DAG,
            Lov.INTEGRERINGSLOVEN),
        (flyktning(tillatelse_dato=date(2020, 11, 1), ankomst=date(2020, 12, 31)), I_DAG,
            Lov.INTRODUKSJONSLOVEN),
        (ukrainer(tillatelse_dato=date(2022, 3, 10)), I_DAG, Lov.INTEGRERINGSLOVEN),
        (ukrainer(tillatelse_dato=date(2022, 3, 11)), I_DAG, Lov.KAP_6A),
        (ukrainer(), date(2026, 6, 30), Lov.KAP_6A),
        (ukrainer(), date(2026, 7, 1), Lov.KAP_6A),
        (ukrainer(), date(2028, 6, 30), Lov.KAP_6A),
        (ukrainer(), date(2028, 7, 1), Lov.INTEGRERINGSLOVEN),
        (flyktning(tidligere_tillatelser=("9e",), vedtak_kap_6a=True), I_DAG, Lov.OVERGANG_FRA_34),
        (flyktning(tidligere_tillatelser=("9e",), vedtak_kap_6a=False), I_DAG, Lov.INTEGRERINGSLOVEN),
        (flyktning(tidligere_tillatelser=("9e",), vedtak_kap_6a=True), date(2024, 1, 31),
            Lov.INTEGRERINGSLOVEN),
        (flyktning(tidligere_tillatelser=("9f",), vedtak_kap_6a=True), I_DAG, Lov.INTEGRERINGSLOVEN),
    ],
    ids=[
        "tillatelse før loven", "tillatelse den dagen loven trer i kraft (§ 52)",
        "gitt i utlandet før, ankommet etter (§ 72)", "gitt i utlandet før, ankommet før (§ 72)",
        "§ 34 dagen før kapittel 6A kan gjelde", "§ 34 fra 11. mars 2022", "kap. 6A dagen før fornyelsen",
        "kap. 6A gitt på nytt 1.7.2026", "kap. 6A siste dag", "kap. 6A opphevet 1.7.2028",
        "overgang fra § 34 med vedtak (§ 43 h)", "overgang fra § 34 uten vedtak",
        "overgang før § 43 h fantes", "annen tidligere tillatelse",
    ],
)  # fmt: skip
def test_lov(person: Grunnlag, dag: date, svar: Lov) -> None:
    assert lov(person, REGLER, dag).svar is svar


@pytest.mark.parametrize(
    ("annet", "mangler"),
    [
        ({"tillatelse_dato": None}, Felt.TILLATELSE_DATO),
        ({"tillatelse": None}, Felt.TILLATELSE),
        ({"tillatelse_dato": date(2020, 5, 5), "ankomst": None}, Felt.ANKOMST),
        ({"tidligere_tillatelser": ("9e",), "vedtak_kap_6a": None}, Felt.VEDTAK_KAP_6A),
    ],
    ids=["tillatelsens dag", "tillatelsens slag", "ankomst, når den avgjør", "vedtak etter kap. 6A"],
)
def test_det_som_mangler_nevnes(annet: dict[str, Any], mangler: Felt) -> None:
    svar = lov(flyktning(**annet), REGLER, I_DAG)
    assert (svar.utfall, svar.mangler, svar.svar) == (Utfall.UKJENT, (mangler,), None)


def test_ankomst_trengs_ikke_naar_den_ikke_avgjoer() -> None:
    assert lov(flyktning(ankomst=None), REGLER, I_DAG).svar is Lov.INTEGRERINGSLOVEN


def test_beregningen_viser_opplysninger_versjoner_og_hjemmel() -> None:
    b = lov(ukrainer(), REGLER, I_DAG)
    assert [(s.slag, s.navn) for s in b.steg] == [
        (Stegslag.INN, Felt.TILLATELSE_DATO),
        (Stegslag.REGEL, Regelkode.LOV),
        (Stegslag.INN, Felt.TILLATELSE),
        (Stegslag.REGEL, Regelkode.KAP_6A_TILLATELSE_FRA),
        (Stegslag.REGEL, Regelkode.KAP_6A),
    ]
    assert [r.gjelder_fra for r in b.versjoner] == [date(2021, 1, 1), date(1900, 1, 1), date(2022, 6, 15)]
    assert b.steg[1].hjemmel == "integreringsloven § 52, integreringsforskriften § 72"
    assert not b.ubekreftet
    assert b.begrunnelse is None
    overgang = lov(flyktning(tidligere_tillatelser=("9e",), vedtak_kap_6a=True), REGLER, I_DAG)
    assert overgang.begrunnelse is not None
    assert overgang.begrunnelse.navn is Grunn.INGEN_NYE_RETTIGHETER


def test_uten_verdier_sier_svaret_hvilken_regel_som_mangler() -> None:
    b: Beregning[Lov] = lov(flyktning(), Regelsett({}), I_DAG)
    assert (b.mangler, b.regler_som_mangler) == ((Regelmangel.INGEN_VERDI,), (Regelkode.LOV,))


@pytest.mark.parametrize(
    ("person", "kolonne"),
    [
        (flyktning(), Lovkolonne.INTEGRERINGSLOVEN),
        (flyktning(tillatelse_dato=date(2019, 1, 1)), Lovkolonne.INTEGRERINGSLOVEN),
        (flyktning(tillatelse_dato=date(2019, 1, 1), ankomst=date(2018, 1, 1)),
            Lovkolonne.INTRODUKSJONSLOVEN),
        (ukrainer(vedtak_intro=date(2025, 12, 31)), Lovkolonne.KAP_6A_FOER_2026),
        (ukrainer(vedtak_intro=date(2026, 1, 1)), Lovkolonne.KAP_6A),
        (ukrainer(), Lovkolonne.KAP_6A),
        (flyktning(tidligere_tillatelser=("9e",), vedtak_kap_6a=True), Lovkolonne.KAP_6A),
    ],
    ids=["flyktning", "gitt i utlandet 2019, ankommet 2025", "2019", "§ 34, vedtak 31.12.2025",
         "§ 34, vedtak 1.1.2026", "§ 34 uten vedtak", "fra § 34 til flyktning"],
)  # fmt: skip
def test_kolonnen_i_sjekklisten(person: Grunnlag, kolonne: Lovkolonne) -> None:
    assert lovkolonne(person, REGLER, I_DAG).svar is kolonne
