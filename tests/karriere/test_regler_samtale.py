"""Tiden og tolken: hva som må sies, og hva som ikke går an."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from integrering.grunnmur.kvartal import OSLO
from karriere.rules.samtale import feil_i_tid, feil_i_tolk, maa_ha_kvalifisert_tolk, uten_det_som_ikke_gjelder

KLOKKA = datetime(2027, 3, 10, 9, tzinfo=OSLO)


@pytest.mark.parametrize(
    ("fra", "til", "feil"),
    [(0, 1, None), (1, 1, "slutt"), (2, 1, "slutt"), (0, 11, "lengde"), (-2, -1, "fortid"), (0, 10, None)],
)
def test_tiden_maa_vaere_mulig(fra: int, til: int, feil: str | None) -> None:
    start, slutt = KLOKKA + timedelta(hours=fra), KLOKKA + timedelta(hours=til)
    assert feil_i_tid(start, slutt, KLOKKA) == feil


@pytest.mark.parametrize(
    ("tolk", "mangler"),
    [
        ("ikke_behov", ()),
        ("kvalifisert", ("tolkespraak", "tolkeform")),
        ("ikke_kvalifisert", ("tolkespraak", "tolkeform", "ikke_tolk_grunn")),
        ("uten", ("ikke_tolk_grunn",)),
    ],
)
def test_hva_som_sies_om_tolken(tolk: str, mangler: tuple[str, ...]) -> None:
    assert feil_i_tolk({"tolk": tolk}) == mangler
    alt = {"tolk": tolk, "tolkespraak": "ukr", "tolkeform": "fjern", "ikke_tolk_grunn": "annet"}
    assert feil_i_tolk(alt) == ()


def test_svar_som_ikke_gjelder_faller_bort() -> None:
    svar = {
        "tolk": "ikke_behov",
        "tolkeform": "fjern",
        "ikke_tolk_grunn": "annet",
        "form": "video",
        "sted": "Her",
    }
    rene = uten_det_som_ikke_gjelder(svar | {"videolenke": "https://x"})
    assert (rene["tolkeform"], rene["ikke_tolk_grunn"], rene["sted"]) == ("", "", "")
    assert uten_det_som_ikke_gjelder(svar | {"form": "sted", "videolenke": "https://x"})["videolenke"] == ""


def test_etter_dispensasjonen_skal_tolken_vaere_kvalifisert() -> None:
    siste, etter = date(2026, 12, 31), date(2027, 1, 1)
    assert not maa_ha_kvalifisert_tolk("uten", siste)
    assert maa_ha_kvalifisert_tolk("ikke_kvalifisert", etter)
    assert not maa_ha_kvalifisert_tolk("kvalifisert", etter)
