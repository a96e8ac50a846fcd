"""Statusen som helhet: lovene, cellen slik den lagres, og rekkefølgen. Eksemplene står i test_status_*.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from integrering.nir.rules.fra_registrerte import grunnlag
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.registreringer import Lovkolonne, Registrering
from integrering.nir.rules.registrert import Registrert, samle
from integrering.nir.rules.status import Celle, Tilstand, personstatus
from tests.nir.regler.personer import I_DAG, REGLER
from tests.nir.regler.saker import (
    PROGRAM,
    RETTES,
    celle,
    dag,
    fakta,
    rad,
    status,
)
from tests.nir.regler.test_status_intro import INTRO
from tests.nir.regler.test_status_opplaering import NORSKLINJER

R, T, d = Registrering, Tilstand, dag
Rader = tuple[Registrert, ...]


@pytest.mark.parametrize("hva", R)
def test_hver_registrering_har_eksempler(hva: Registrering) -> None:
    assert {linje[4] for linje in (*INTRO, *NORSKLINJER) if linje[1] is hva} >= {T.REGISTRERT}


# --- Lovene ---


def person(
    tillatelse: str, gitt: str, *rader: Registrert, paa: date = I_DAG, **opplysning: Any
) -> dict[str, str]:
    """Tilstandene til en som er bosatt etter avtale 1.3. samme år."""
    bosatt = d(gitt).replace(month=3, day=1)
    r = samle(
        [
            rad("opplysninger", d(gitt), tillatelse=tillatelse, **opplysning),
            rad("bosted", bosatt),
            rad("bosetting", bosatt, ankomst=bosatt),
            *rader,
        ]
    )
    s = personstatus(grunnlag(r), r, REGLER, paa)
    assert list(s.celler) == list(R)
    return {"kolonne": s.kolonne or ""} | {hva.value: c.tilstand.value for hva, c in s.celler.items()}


def med_vedtak(fra: str) -> Rader:
    start = d(fra)
    return (rad("vedtak-introduksjonsprogram", start), rad("vedtak", start))


def test_kollektiv_beskyttelse_foer_2026_har_ikke_kontrakt_plan_eller_livsmestring() -> None:
    s = person("9e", "1.2.2025", *med_vedtak("31.12.2025"))
    assert s["kolonne"] == Lovkolonne.KAP_6A_FOER_2026
    for hva in ("integreringskontrakt", "integreringsplan", "livsmestring", "timer_samf"):
        assert s[hva] == T.GJELDER_IKKE, hva
    assert (s["sluttmaal"], s["norskplan"]) == (T.MANGLER, T.MANGLER)


def test_kollektiv_beskyttelse_fra_2026_foelger_programmet_men_ikke_samfunnskunnskapen() -> None:
    s = person("9e", "1.2.2025", *med_vedtak("1.1.2026"))
    assert s["kolonne"] == Lovkolonne.KAP_6A
    assert (s["integreringskontrakt"], s["livsmestring"], s["timer_samf"]) == (
        T.MANGLER,
        T.MANGLER,
        T.GJELDER_IKKE,
    )


def test_introduksjonsloven_ber_om_vedtak_tiltak_og_timer() -> None:
    s = person("9a", "1.2.2019", *med_vedtak("1.5.2019"))
    assert s["kolonne"] == Lovkolonne.INTRODUKSJONSLOVEN
    assert (s["vedtak_intro"], s["tiltak_fravaer"], s["timer_norsk"]) == (T.REGISTRERT, T.MANGLER, T.MANGLER)
    assert (s["sluttmaal"], s["norskmaal"], s["fulltid_vgo"]) == (T.GJELDER_IKKE,) * 3
    assert (s["integreringsplan"], s["norskplan"]) == (T.UKJENT, T.UKJENT)


def test_uten_opplysninger_kan_ingenting_avgjoeres() -> None:
    r = samle([rad("bosted", d("1.3.2026"))])
    s = personstatus(grunnlag(r), r, REGLER, I_DAG)
    assert s.kolonne is None
    assert {(c.tilstand, c.grunn) for c in s.celler.values()} == {(T.UKJENT, "tillatelse_dato")}


def test_det_som_er_registrert_vises_ogsaa_naar_det_ikke_var_noedvendig() -> None:
    s = person("9a", "1.2.2019", *med_vedtak("1.5.2019"), rad("sluttmaal", d("1.5.2019")))
    assert s["sluttmaal"] == T.REGISTRERT


def test_erklaeringen_signeres_bare_av_deltakeren() -> None:
    """§ 16 slik den er vedtatt, fra den dagen administratoren fyller inn."""
    uten = (PROGRAM, rad("integreringskontrakt", d("1.9.2026"), kommune_signerte=False))
    rader = [r for liste in REGLER.rader.values() for r in liste]
    [kontrakt] = [r for r in rader if r.kode == "PARTSDOKUMENT"]
    nye = Regelsett.av([*rader, replace(kontrakt, verdi="integreringserklaering", gjelder_fra=d("1.8.2026"))])
    r = fakta(*uten, rad("integreringsplan", d("1.9.2026")))
    for regler, tilstand in ((REGLER, T.DELVIS), (nye, T.REGISTRERT)):
        assert personstatus(grunnlag(r), r, regler, I_DAG).celler[R.INTEGRERINGSKONTRAKT].tilstand is tilstand


# --- Cellen og personen ---


def test_det_som_rettes_og_det_som_registreres_nytt() -> None:
    plan = celle(R.INTEGRERINGSPLAN, PROGRAM, rad("integreringsplan", d("1.4.2026"), innhold=()))
    tiltak = celle(R.TILTAK_FRAVAER, PROGRAM, rad("tiltak", d("10.4.2026"), til=d("1.6.2026")))
    assert (plan.registrering, tiltak.registrering) == (RETTES, None)
    assert (plan.dato, tiltak.dato) == (d("1.4.2026"), d("10.4.2026"))


@pytest.mark.parametrize(
    "c",
    [
        Celle(T.MANGLER, d("1.6.2026"), d("1.4.2026")),
        Celle(T.DELVIS, None, d("1.4.2026"), "uten_utfall", d("1.4.2026"), RETTES),
        Celle(T.UKJENT, grunn="bosatt foedt"),
    ],
)
def test_cellen_lagres_og_leses_likt(c: Celle) -> None:
    assert Celle.fra_json(c.som_json()) == c


def test_det_som_gjenstaar_staar_etter_frist_og_det_uten_frist_sist() -> None:
    s = status(PROGRAM, rad("klage", d("1.6.2026"), utfall=""))
    gjenstaar = s.gjenstaar
    assert [c.frist for _h, c in gjenstaar if c.frist] == sorted(c.frist for _h, c in gjenstaar if c.frist)
    assert gjenstaar[-1][1].frist is None
    assert {h for h, _c in gjenstaar} == {
        h for h, c in s.celler.items() if c.tilstand in (T.MANGLER, T.DELVIS)
    }
