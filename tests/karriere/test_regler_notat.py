"""Hva notatet må ha, hvilke mål som kan anbefales, og ord som kan være følsomme."""

from __future__ import annotations

from typing import Any

import pytest

from integrering.grunnmur.kodelister import kodevalg
from karriere.rules.foelsomt import foelsomme_ord
from karriere.rules.notat import MED_VGS, UTEN_VGS, maal_aa_anbefale, mangler
from tests.karriere.hjelp import (
    NOTATET,
)


@pytest.mark.parametrize(
    ("endret", "bare_rett", "brudd"),
    [
        ({}, False, {}),
        ({"hindringer": " "}, False, {"hindringer": "tom"}),
        ({"behov": [], "behov_tekst": "Ikke aktuelt"}, False, {}),
        ({"behov": [], "behov_tekst": ""}, False, {"behov_tekst": "tom"}),
        ({"begrunnelse": ""}, False, {"begrunnelse": "uten_grunn"}),
        ({"anbefaling": "", "sluttmaal": "vgo", "begrunnelse": ""}, False, {"begrunnelse": "uten_grunn"}),
        ({"anbefaling": "", "sluttmaal": "", "begrunnelse": ""}, False, {}),
        ({"veien_videre": ""}, False, {}),
        ({"anbefaling": "", "begrunnelse": ""}, True, {}),
        ({}, True, {"anbefaling": "ikke_34", "begrunnelse": "ikke_34"}),
    ],
)
def test_hva_som_maa_staa(endret: dict[str, Any], bare_rett: bool, brudd: dict[str, str]) -> None:
    assert mangler(NOTATET | endret, bare_rett=bare_rett) == brudd


@pytest.mark.django_db
def test_maalene_er_lovens_og_de_samme_som_i_vedtaket() -> None:
    assert maal_aa_anbefale(True) == MED_VGS and maal_aa_anbefale(False) == UTEN_VGS
    assert maal_aa_anbefale(None) == MED_VGS + UTEN_VGS
    assert set(MED_VGS + UTEN_VGS) <= {kode for kode, _navn in kodevalg("sluttmaal")}


@pytest.mark.parametrize(
    ("tekst", "ord_"),
    [
        ("Hun er sykmeldt og har Angst. Angst er vanskelig.", ("sykmeldt", "angst")),
        ("Ho er sjukmeld og har traume", ("sjukmeld", "traume")),
        ("Vil bli sykepleier på sykehuset, eller sjukepleiar", ()),
        ("Snakker russisk, bor i Kristiansund", ()),
        ("Går på medisiner. Har hatt problemer med rus.", ("medisiner", "rus")),
        ("Han er kristen og var politisk aktiv", ("kristen", "politisk")),
        ("Straffet", ("straffet",)),
        ("Homofil", ("homofil",)),
    ],
)
def test_ord_som_kan_vaere_foelsomme(tekst: str, ord_: tuple[str, ...]) -> None:
    assert foelsomme_ord(tekst) == ord_
