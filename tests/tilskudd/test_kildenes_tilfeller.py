"""The numbered cases of the sources that concern what is built here, one short story each, in whole kroner.

T1–T6 and T15 are what IMDi writes about the two registrations, full time and age; T10 and T11 are IMDi's own
rates for 2018; T14 is netting. T13 and T8 stand in `test_nettoppgjoer.py` and `test_eksempler.py`; T16, T17,
T19 and T20 are about grants the county gives (`tests/gitt`). T9, T12 and T18 are grants to municipalities,
which are not computed here.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.tilskudd.sak import F50, K5001, Sak, dato, kvartal, tid
from tilskudd.rules.frister import begge_registrert, registrert_for_sent, tidligste_utbetaling
from tilskudd.rules.hvorfor import Hvem, Kode, vilkaar
from tilskudd.rules.linjer import nett_ut
from tilskudd.rules.opptjening import Satsnoekkel
from tilskudd.rules.ordninger import Ordning, rett_alder
from tilskudd.satsdata import kjente_satser


def _sak(**annet: Any) -> Sak:
    sak = Sak(**annet)
    sak.bor(K5001, "01.03.2023")
    return sak


@pytest.mark.parametrize(
    ("tilfelle", "vedtak", "periode", "tidligst"),
    [
        ("T1: begge 12. februar 2024", "12.02.2024", "12.02.2024", "2024K2"),
        ("T3: vedtaket i januar, perioden i april 2025", "10.01.2025", "02.04.2025", "2025K3"),
        ("T4: perioden 15. november 2024", "02.09.2024", "15.11.2024", "2025K1"),
    ],
)
def test_tidligste_utbetaling(tilfelle: str, vedtak: str, periode: str, tidligst: str) -> None:
    sak = _sak()
    sak.vedtak("01.04.2023", registrert=vedtak)
    sak.vgo("19.08.2024", "20.06.2025", registrert=periode)
    begge = begge_registrert(sak.fakta, sak.fakta.vgo[0])
    assert begge is not None
    assert str(tidligste_utbetaling(begge)) == tidligst, tilfelle


@pytest.mark.parametrize(("har_start", "mangler"), [(True, Kode.SLUTTDATO), (False, Kode.VGO)])
def test_t2_uten_periode_eller_sluttdato_faar_fylket_null(har_start: bool, mangler: Kode) -> None:
    sak = _sak()
    sak.vedtak("01.04.2023")
    if har_start:
        sak.vgo("21.08.2023", None)
    assert sak.sum_for("2024K1", F50) == (0, 0)
    svar = vilkaar(sak.fakta, paa=dato("31.03.2024"), satser={})
    assert [v.kode for v in svar if v.hvem is Hvem.KOMMUNEN] == [mangler]


@pytest.mark.parametrize(
    ("registrert", "frist"),
    [("19.10.2024", None), ("20.10.2024", date(2024, 10, 19)), ("15.11.2024", date(2024, 10, 19))],
)
def test_t4_registrert_etter_to_maaneder_merkes_men_beloepet_staar(
    registrert: str, frist: date | None
) -> None:
    sak = _sak()
    sak.vedtak("01.04.2023")
    sak.vgo("19.08.2024", "20.06.2025", registrert=registrert)
    assert registrert_for_sent(sak.fakta.vgo[0].fra, tid(registrert)) == frist
    assert sak.sum_for("2024K4", F50)[1] > 0


@pytest.mark.parametrize(("timer", "ansvarlig"), [("30", F50), ("29", K5001)])
def test_t5_fulltid_er_30_timer(timer: str, ansvarlig: int) -> None:
    sak = _sak()
    sak.vedtak("01.03.2023")
    sak.vgo("01.10.2023", "31.12.2023", timer=timer)
    k4 = [rad[2] for rad in sak.tabell("2023K4") if rad[0] == "2023K4"]
    assert k4 == ["F50" if ansvarlig == F50 else "K5001"]


@pytest.mark.parametrize(("i_vgo", "fylket", "kommunen"), [(True, 45_000, 0), (False, 0, 45_000)])
def test_t6_hele_aaret_i_fulltid_videregaaende(i_vgo: bool, fylket: int, kommunen: int) -> None:
    """§ 37 d, 45 000 kroner (the proposal for 2023): the whole grant year goes one way."""
    sak = _sak(tillatelse="9e", innvilget="01.11.2022", landgruppe="")
    sak.vedtak("01.03.2023")
    if i_vgo:
        sak.vgo("01.03.2023", "29.02.2024")
    sats: dict[Satsnoekkel, int] = {(Ordning.P37D, 1, "", 2023): 45_000}
    assert sak.sum_for("2024K1", F50, satser=sats)[1] == fylket
    assert sak.sum_for("2024K1", K5001, satser=sats)[1] == kommunen


def test_t10_og_t11_satsene_for_2018() -> None:
    """Budget 2018: 2 × year 1 high, 1 × year 2 low, 1 × year 3 high; and one person over three years."""
    satser = {
        (s["aar_nr"], s["landgruppe"]): s["beloep"] for s in kjente_satser() if s["budsjettaar"] == 2018
    }
    assert 2 * satser[1, "H"] + satser[2, "L"] + satser[3, "H"] == 131_250
    assert [sum(satser[nr, gruppe] for nr in (1, 2, 3)) for gruppe in "HL"] == [137_550, 52_700]


def test_t14_aarene_regnes_sammen_i_en_runde() -> None:
    assert nett_ut([(K5001, -10_000), (K5001, 30_000)], {})[K5001].utbetales == 20_000


def test_t15_den_som_var_17_kommer_ikke_inn_ved_aa_bli_eldre() -> None:
    """17 years and 11 months on the day of the permit; 19 now."""
    sak = _sak(foedt="10.02.2005", innvilget="10.01.2023")
    sak.vedtak("01.03.2023")
    sak.vgo("21.08.2023", "20.06.2024")
    assert not rett_alder(dato("10.02.2005"), dato("10.01.2023"))
    assert sak.opptjent("2024K4").poster == ()
    assert kvartal("2024K4").til > dato("10.02.2024")
