"""The checks of an application against its call, as tables (tilskudd.md §3.7 and §7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilskudd.gitt.rules.beloep import fordel, prosent_av
from tilskudd.gitt.rules.kontroller import Fakta, Funn, Kontroll, Krav, kan_sendes, kontroller

KRAV = Krav(soekere=frozenset({"frivillig"}), dekker=frozenset({"aktivitet", "mat"}), frist=date(2026, 3, 1))
FAKTA = Fakta(
    slag="frivillig", beloep=60_000, kostnader={"aktivitet": 80_000, "mat": 20_000}, annet=40_000,
    sendt=date(2026, 2, 20), start=date(2026, 5, 1),
)  # fmt: skip


def funnet(kontroll: str, krav: dict[str, Any] | None = None, **fakta: Any) -> Funn | None:
    svar = kontroller(replace(KRAV, **(krav or {})), replace(FAKTA, **fakta))
    return next((f for f in svar if f.kontroll == kontroll), None)


@pytest.mark.parametrize(
    ("kontroll", "krav", "fakta", "oppfylt"),
    [
        ("soekerslag", {}, {}, True),
        ("soekerslag", {}, {"slag": "skole"}, False),
        ("frist", {}, {"sendt": date(2026, 3, 1)}, True),
        ("frist", {}, {"sendt": date(2026, 3, 2)}, False),
        ("register", {"register": True}, {"register": True}, True),
        ("register", {"register": True}, {"register": False}, False),
        ("register", {"register": True}, {"register": None}, False),
        ("demokrati", {"demokrati": True}, {"demokratisk": True}, True),
        ("demokrati", {"demokrati": True}, {"demokratisk": None}, False),
        ("rapport", {}, {}, True),
        ("rapport", {}, {"manglende_rapporter": 1}, False),
        ("vedlegg", {"vedlegg": ("budsjett",)}, {"vedlegg": frozenset({"budsjett"})}, True),
        ("vedlegg", {"vedlegg": ("budsjett", "aarsregnskap")}, {"vedlegg": frozenset({"budsjett"})}, False),
        ("budsjett", {}, {}, True),
        ("budsjett", {}, {"annet": 39_999}, False),
        ("budsjett", {}, {"beloep": None}, False),
        ("kostnader", {}, {}, True),
        ("kostnader", {}, {"kostnader": {"aktivitet": 59_999, "loenn": 40_001}}, False),
        # T19: Vestland 2023, cost 400 000: the main rule's cap is 200 000
        ("andel", {"andel": 50}, {"kostnader": {"aktivitet": 400_000}, "beloep": 200_000}, True),
        ("andel", {"andel": 50}, {"kostnader": {"aktivitet": 400_000}, "beloep": 250_000}, False),
        # T20: Møre og Romsdal, minimum 20 000
        ("minst", {"minst": 20_000}, {"beloep": 19_999}, False),
        ("minst", {"minst": 20_000}, {"beloep": 20_000}, True),
        ("mest", {"mest": 60_000}, {}, True),
        ("mest", {"mest": 59_999}, {}, False),
        ("oppstart", {"start_innen": 2}, {"seneste_start": date(2026, 5, 1)}, True),
        ("oppstart", {"start_innen": 2}, {"seneste_start": date(2026, 4, 30)}, False),
        ("oppstart", {"start_innen": 2}, {"seneste_start": date(2026, 5, 1), "start": None}, False),
    ],
)  # fmt: skip
def test_kontrollene(kontroll: str, krav: dict[str, Any], fakta: dict[str, Any], oppfylt: bool) -> None:
    funn = funnet(kontroll, krav, **fakta)
    assert funn is not None
    assert funn.oppfylt is oppfylt


def test_t19_viser_tallene_og_kan_fravikes_der_utlysningen_sier_det() -> None:
    fakta = {"kostnader": {"aktivitet": 400_000}, "beloep": 250_000}
    funn = funnet("andel", {"andel": 50, "kan_fravikes": frozenset({"andel"})}, **fakta)
    assert funn == Funn(
        Kontroll.ANDEL, False, {"soekt": 250_000, "hoeyst": 200_000, "andel": 50, "kostnader": 400_000}, True
    )
    uten = funnet("andel", {"andel": 50}, **fakta)
    assert uten is not None
    assert not uten.kan_fravikes


@pytest.mark.parametrize(
    "kontroll", ["register", "demokrati", "frist", "vedlegg", "andel", "minst", "mest", "oppstart"]
)
def test_det_utlysningen_ikke_krever_kontrolleres_ikke(kontroll: str) -> None:
    assert funnet(kontroll, {"frist": None}) is None


@pytest.mark.parametrize("kontroll", ["register", "demokrati"])
def test_skoler_og_kommuner_staar_ikke_i_frivillighetsregisteret(kontroll: str) -> None:
    assert funnet(kontroll, {"register": True, "demokrati": True}, slag="skole") is None


@pytest.mark.parametrize(
    ("krav", "fakta", "kan"),
    [
        ({}, {}, True),
        ({}, {"sendt": date(2026, 3, 2)}, False),
        ({"minst": 20_000}, {"beloep": 19_999, "annet": 80_001}, False),
        ({"andel": 50}, {}, False),
        ({"andel": 50, "kan_fravikes": frozenset({"andel"})}, {}, True),
        # the county looks these up after it is sent
        ({"register": True}, {}, True),
        ({}, {"manglende_rapporter": 2}, True),
    ],
)
def test_hva_som_stopper_en_soeknad(krav: dict[str, Any], fakta: dict[str, Any], kan: bool) -> None:
    assert kan_sendes(kontroller(replace(KRAV, **krav), replace(FAKTA, **fakta))) is kan


@pytest.mark.parametrize(
    ("beloep", "prosent", "svar"),
    [(702_897, 5, 35_145), (400_000, 50, 200_000), (1, 50, 1), (1, 49, 0), (0, 50, 0)],
)
def test_andel_i_hele_kroner(beloep: int, prosent: int, svar: int) -> None:
    """The first is T16: Eidsvoll 2023, as printed."""
    assert prosent_av(beloep, prosent) == svar


def test_t17_delt_tretti_og_sytti() -> None:
    assert fordel(132_500_000, (30, 70)) == [39_750_000, 92_750_000]


@given(st.integers(0, 10**9), st.integers(0, 100))
def test_delene_er_hele_beloepet(beloep: int, prosent: int) -> None:
    deler = fordel(beloep, (prosent, 100 - prosent))
    assert sum(deler) == beloep
    assert min(deler) >= 0
