"""Daterte verdier: «etter» og «fra og med», verdier som er slått av, og verdier som slutter."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.nir.regeldata import kjente_regelverdier, regelrad
from integrering.nir.rules import frister, lovspor
from integrering.nir.rules.grunnlag import Felt, Grunnlag
from integrering.nir.rules.regelkoder import Regelkode
from integrering.nir.rules.regelsett import (
    MOENSTER,
    TALLMOENSTER,
    Enhet,
    Regelrad,
    Regelsett,
    Regelstatus,
    Sammenligning,
    Styres,
)
from tests.nir.regler.personer import REGLER

FRA = date(2026, 1, 1)


def rad(verdi: str, fra: date | None, **annet: object) -> Regelrad:
    grunn = Regelrad(
        kode="X",
        verdi=verdi,
        enhet=Enhet.AAR,
        gjelder_fra=fra,
        styres_av=Styres.DAG,
        hjemmel="lov",
        kilde="lov",
    )
    return replace(grunn, **annet)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sammenligning", "dag", "verdi"),
    [
        (Sammenligning.FRA_OG_MED, date(2025, 12, 31), "1"),
        (Sammenligning.FRA_OG_MED, date(2026, 1, 1), "2"),
        (Sammenligning.ETTER, date(2026, 1, 1), "1"),
        (Sammenligning.ETTER, date(2026, 1, 2), "2"),
    ],
    ids=["dagen før", "fra og med dagen", "etter: ikke dagen selv", "etter: dagen etter"],
)
def test_foerste_dag(sammenligning: Sammenligning, dag: date, verdi: str) -> None:
    sett = Regelsett.av([rad("2", FRA, sammenligning=sammenligning), rad("1", date(2021, 1, 1))])
    funnet = sett.verdi("X", dag)
    assert funnet is not None
    assert funnet.verdi == verdi


def test_verdier_som_er_slaatt_av() -> None:
    sett = Regelsett.av(
        [
            rad("55", date(2021, 1, 1)),
            rad("60", None, status=Regelstatus.IKKE_I_KRAFT),
            rad("65", FRA, status=Regelstatus.FORSLAG),
        ]
    )
    assert [r.verdi for r in sett.rader["X"]] == ["55"]
    assert not rad("60", None).begynt(date(2100, 1, 1))


def test_en_administrator_gir_dagen_og_regelen_gjelder() -> None:
    """§ 8: 60 år fra den dagen noen fyller inn."""
    sett = Regelsett.av(
        [rad("55", date(2021, 1, 1)), rad("60", date(2027, 1, 1), status=Regelstatus.IKKE_I_KRAFT)]
    )
    assert (v := sett.verdi("X", date(2027, 1, 1))) is not None
    assert v.verdi == "60"


def test_verdi_som_slutter_uten_etterfoelger() -> None:
    sett = Regelsett.av([rad("1", date(2021, 1, 1), gjelder_til=FRA)])
    assert sett.verdi("X", FRA) is not None
    assert sett.verdi("X", FRA + timedelta(1)) is None
    assert sett.verdi("X", date(2020, 12, 31)) is None
    assert sett.verdi("UKJENT", FRA) is None
    assert sett.styres_av("UKJENT") is None
    assert sett.kommer_en_senere("X", date(2020, 1, 1))
    assert not sett.kommer_en_senere("X", FRA)


def test_verdien_leses_etter_slag() -> None:
    assert rad("12", FRA).tall == 12
    assert rad("2026-02-28", FRA).dato == date(2026, 2, 28)
    assert rad("ja", FRA).ja is True
    assert rad("nei", FRA).ja is False


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(sorted(REGLER.rader)))
def test_senere_dag_gir_aldri_eldre_versjon(dag: date, kode: str) -> None:
    naa, siden = REGLER.verdi(kode, dag), REGLER.verdi(kode, dag + timedelta(1))
    if naa and siden:
        assert naa.gjelder_fra is not None
        assert siden.gjelder_fra is not None
        assert naa.gjelder_fra <= siden.gjelder_fra


# filen


def test_filen_og_kodene_er_de_samme() -> None:
    assert {r["kode"] for r in kjente_regelverdier()} == set(Regelkode)


@pytest.mark.parametrize("felt", kjente_regelverdier(), ids=lambda f: f"{f['kode']} {f['gjelder_fra']}")
def test_radene_er_hele(felt: dict[str, object]) -> None:
    import re

    r = regelrad(felt)
    assert re.match(MOENSTER.get(r.enhet, TALLMOENSTER), r.verdi)
    assert r.hjemmel
    assert r.kilde
    assert (r.gjelder_fra is None) == (r.status in (Regelstatus.IKKE_I_KRAFT, Regelstatus.FORSLAG))
    assert bool(r.merknad) or r.status is not Regelstatus.UBEKREFTET
    assert r.styres_av is REGLER.styres_av(r.kode)
    assert all(i_bruk.enhet is r.enhet for i_bruk in REGLER.rader[r.kode])


def test_to_versjoner_begynner_aldri_samme_dag() -> None:
    for kode, rader in REGLER.rader.items():
        assert len({r.gjelder_fra for r in rader}) == len(rader), kode


def test_det_som_ogsaa_staar_i_eldre_regler_er_det_samme() -> None:
    """Tallene i lovspor og frister, som tilskuddet bygger på."""
    dag = date(2026, 9, 1)
    for kode, tall in (
        (Regelkode.NORSK_ALDER_MIN, lovspor.ALDER_FRA),
        (Regelkode.NORSK_ALDER_SLUTT, lovspor.ALDER_TIL),
        (Regelkode.NORSK_TILBUD_FRIST, frister.VEDTAKSFRIST_MAANEDER),
    ):
        funnet = REGLER.verdi(kode, dag)
        assert funnet is not None
        assert funnet.tall == tall


def test_hvert_felt_er_en_opplysning_i_grunnlaget() -> None:
    navn = {f.name for f in fields(Grunnlag)}
    assert {f.value for f in Felt} - {Felt.BARNETS_FOEDSELSDATO} <= navn
