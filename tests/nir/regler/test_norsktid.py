"""Hvor lenge og hvor mange timer: integreringsloven §§ 32, 33, 37, 37 d, forskriften §§ 73, 74."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.nir.rules import norsktid as nt
from integrering.nir.rules.beregning import Utfall
from integrering.nir.rules.grunnlag import Felt, Grunnlag, Tidsrom
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from tests.nir.regler.personer import I_DAG, REGLER, flyktning, ukrainer

TILBUD = date(2026, 4, 1)
BEGYNT: dict[str, Any] = {"tilbud_oppstart_norsk": TILBUD}
FRA_34: dict[str, Any] = {"tidligere_tillatelser": ("9e",), "vedtak_kap_6a": True}


@pytest.mark.parametrize(
    ("person", "svar"),
    [
        (flyktning(**BEGYNT), date(2029, 4, 1)),
        (flyktning(**BEGYNT, har_vgs=True),
         date(2027, 10, 1)),
        (flyktning(tilbud_oppstart_norsk=date(2028, 2, 29)), date(2031, 2, 28)),
        (flyktning(tilbud_oppstart_norsk=date(2026, 8, 31), har_vgs=True), date(2028, 2, 29)),
        (flyktning(**BEGYNT, permisjoner_norsk=(Tidsrom(date(2026, 5, 1), date(2026, 5, 31)),)),
            date(2029, 5, 2)),
        (flyktning(**BEGYNT, permisjoner_norsk=(Tidsrom(date(2026, 8, 31)),)), date(2029, 4, 3)),
        (flyktning(**BEGYNT, permisjoner_norsk=(Tidsrom(date(2026, 10, 1)),)), date(2029, 4, 1)),
        (ukrainer(oppstart_norsk=date(2026, 4, 1)), date(2027, 4, 1)),
        (flyktning(**FRA_34, vedtak_norsk=date(2026, 3, 1), oppstart_norsk=date(2026, 4, 1)), date(2027,
            4, 1)),
    ],
    ids=[
        "§ 32: tre år fra tilbudet", "§ 32: 18 måneder med VGS", "§ 32: tilbud på skuddag",
        "§ 32: 18 måneder fra 31. august", "§ 32: en måneds permisjon", "§ 32: permisjon som løper",
        "§ 32: permisjon som ikke har begynt", "§ 37 d: ett år fra oppstart", "§ 43 h: gjenstående norsk",
    ],
)  # fmt: skip
def test_norskens_slutt(person: Grunnlag, svar: date) -> None:
    assert nt.norsk_slutt(person, REGLER, I_DAG).svar == svar


@pytest.mark.parametrize(
    ("person", "utfall", "hva"),
    [
        (flyktning(), Utfall.UKJENT, (Felt.TILBUD_OPPSTART_NORSK,)),
        (flyktning(**BEGYNT, har_vgs=None), Utfall.UKJENT, (Felt.HAR_VGS,)),
        (ukrainer(), Utfall.UKJENT, (Felt.OPPSTART_NORSK,)),
        (flyktning(tillatelse="28"), Utfall.GJELDER_IKKE, Grunn.TIMER_IKKE_TID),
        (flyktning(foedt=date(1950, 1, 1)), Utfall.GJELDER_IKKE, Grunn.FYLT_67),
        (
            flyktning(tillatelse_dato=date(2023, 8, 1), ankomst=date(2023, 7, 1)),
            Utfall.UKJENT,
            (Regelmangel.LOVEN_NEVNER_INGEN_START,),
        ),
    ],
    ids=["tilbud", "utdanning", "oppstart for § 34", "§ 28: timer, ikke tid", "over 67",
         "§ 32 før 1.8.2023: ingen startdag"],
)  # fmt: skip
def test_norskens_slutt_uten_svar(person: Grunnlag, utfall: Utfall, hva: Any) -> None:
    b = nt.norsk_slutt(person, REGLER, I_DAG)
    assert b.utfall is utfall
    assert (b.grunn or b.mangler) == hva


def tillatt(gitt: date, ankomst: date, **annet: Any) -> Grunnlag:
    return flyktning(tillatelse_dato=gitt, ankomst=ankomst, **annet)


@pytest.mark.parametrize(
    ("gitt", "ankomst", "timer"),
    [
        (date(2020, 12, 31), date(2020, 1, 1), 50),
        (date(2021, 12, 31), date(2021, 1, 1), 50),
        (date(2022, 1, 1), date(2021, 1, 1), 75),
        (date(2021, 12, 31), date(2022, 1, 1), 75),
        (date(2021, 12, 31), date(2021, 12, 31), 50),
        (date(2020, 6, 1), date(2022, 1, 1), 75),
    ],
    ids=[
        "§ 73: introduksjonsloven", "§ 73: før 1.1.2022", "§ 73: etter 31.12.2021",
        "§ 73 fjerde ledd: ankommet 1.1.2022", "§ 73: ankommet 31.12.2021",
        "§ 73 fjerde ledd: gitt før loven, ankommet 2022",
    ],
)  # fmt: skip
def test_timer_samfunnskunnskap(gitt: date, ankomst: date, timer: int) -> None:
    assert nt.samf_timer(tillatt(gitt, ankomst), REGLER, I_DAG).svar == timer


@pytest.mark.parametrize(
    ("gitt", "ankomst", "timer"),
    [
        (date(2021, 12, 31), date(2021, 1, 1), 250),
        (date(2022, 1, 1), date(2021, 1, 1), 225),
        (date(2021, 12, 31), date(2022, 1, 1), 250),
    ],
    ids=["§ 73: 250 timer", "§ 32: 225 timer", "§ 73 fjerde ledd nevner bare samfunnskunnskap"],
)
def test_timer_norsk_bare_plikt(gitt: date, ankomst: date, timer: int) -> None:
    assert nt.norsk_timer(tillatt(gitt, ankomst, tillatelse="28"), REGLER, I_DAG).svar == timer


def test_timer_som_ikke_gjelder() -> None:
    i_vgo = flyktning(fylkets_ansvar=(Tidsrom(date(2026, 8, 17)),))
    assert nt.norsk_timer(flyktning(), REGLER, I_DAG).grunn is Grunn.PAR_27
    assert nt.samf_timer(ukrainer(), REGLER, I_DAG).grunn is Grunn.KAP_6A_IKKE_SAMF
    assert nt.samf_timer(i_vgo, REGLER, I_DAG).grunn is Grunn.FYLKET_ANSVARLIG
    assert nt.samf_timer(flyktning(fylkets_ansvar=None), REGLER, I_DAG).mangler == (Felt.FYLKETS_ANSVAR,)
    assert nt.samf_timer(flyktning(tillatelse="28"), REGLER, I_DAG).svar == 75


@pytest.mark.parametrize(
    ("person", "svar"),
    [
        (flyktning(**BEGYNT), date(2027, 4, 1)),
        (tillatt(date(2023, 8, 1), date(2023, 5, 1)), date(2024, 8, 1)),
        (tillatt(date(2023, 8, 2), date(2023, 5, 1), **BEGYNT), date(2027, 4, 1)),
        (tillatt(date(2023, 8, 1), date(2023, 8, 2), **BEGYNT), date(2027, 4, 1)),
        (tillatt(date(2023, 7, 1), date(2023, 8, 1)), date(2024, 8, 1)),
    ],
    ids=[
        "§ 33: et år fra tilbudet", "§ 74: tillatelse 1.8.2023 er ikke etter", "§ 74: tillatelse 2.8.2023",
        "§ 74: ankommet 2.8.2023", "§ 74: ankommet 1.8.2023, fra retten inntrådte",
    ],
)  # fmt: skip
def test_frist_samfunnskunnskap(person: Grunnlag, svar: date) -> None:
    assert nt.samf_frist(person, REGLER, I_DAG).svar == svar


def test_beregningen_sier_hvilken_versjon() -> None:
    b = nt.samf_frist(flyktning(**BEGYNT), REGLER, I_DAG)
    assert [(r.kode, r.gjelder_fra) for r in b.versjoner][-2:] == [
        (Regelkode.SAMF_REGNES_FRA, date(2023, 8, 1)),
        (Regelkode.SAMF_FRIST, date(2021, 1, 1)),
    ]


@given(st.dates(date(2026, 1, 1), date(2040, 1, 1)), st.integers(0, 400), st.booleans())
def test_permisjon_flytter_slutten_dag_for_dag(tilbud: date, dager: int, vgs: bool) -> None:
    uten = nt.norsk_slutt(flyktning(tilbud_oppstart_norsk=tilbud, har_vgs=vgs), REGLER, I_DAG).svar
    permisjon = (Tidsrom(tilbud, tilbud + timedelta(dager)),)
    med = nt.norsk_slutt(
        flyktning(tilbud_oppstart_norsk=tilbud, har_vgs=vgs, permisjoner_norsk=permisjon), REGLER, I_DAG
    ).svar
    assert uten is not None
    assert med == uten + timedelta(dager + 1)
