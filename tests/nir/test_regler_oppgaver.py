"""What somebody should register, and when: tables of examples."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from integrering.grunnmur.kvartal import OSLO
from integrering.nir.rules.oppgaver import AapenFlytting, Behov, flyttingsfrist, funn
from integrering.nir.rules.situasjon import Opplysning, PeriodeVersjon, Situasjon, VedtakVersjon
from integrering.nir.rules.utbetaling import Mangel, mangler

REGISTRERT = datetime(2026, 1, 5, 12, tzinfo=OSLO)
I_DAG = date(2026, 11, 22)
PERIODE, VEDTAK = uuid.UUID(int=1), uuid.UUID(int=2)


def opplysning(**mer: Any) -> Opplysning:
    felt: dict[str, Any] = {
        "foedselsdato": date(1995, 6, 15), "tillatelse": "9a", "tillatelse_dato": date(2025, 10, 1),
        "landgruppe": "H",
    }  # fmt: skip
    return Opplysning(**(felt | mer))


def vedtak(start: date) -> VedtakVersjon:
    return VedtakVersjon(registrering=VEDTAK, registrert=REGISTRERT, startdato=start)


def periode(fra: date, til: date | None, *, timer: int = 30, klasse: bool = False) -> PeriodeVersjon:
    return PeriodeVersjon(
        registrering=PERIODE, registrert=REGISTRERT, fra=fra, til=til, timer_per_uke=Decimal(timer),
        kombinasjonsklasse=klasse,
    )  # fmt: skip


def bosatt(
    dag: date | None, *, v: date | None = None, p: PeriodeVersjon | None = None, **mer: Any
) -> Situasjon:
    return Situasjon(
        opplysning=opplysning(**mer),
        foerste_bosted=dag,
        vedtak=(vedtak(v),) if v else (),
        perioder=(p,) if p else (),
    )


def behov(s: Situasjon, i_dag: date = I_DAG) -> list[str]:
    return [f.behov.name for f in funn(s, i_dag)]


AUGUST = date(2026, 8, 17)

NAAR_NOE_SKAL_REGISTRERES = [
    # situasjon, det som skal gjøres
    ("ingenting mangler", bosatt(date(2026, 1, 1), v=AUGUST, p=periode(AUGUST, date(2027, 6, 18))), []),
    ("nettopp bosatt: bare vedtaket", bosatt(date(2026, 11, 1)), ["VEDTAK_UTEN_PERIODE"]),
    ("vedtak, men ingen skole", bosatt(date(2026, 1, 1), v=AUGUST), ["PERIODE"]),
    (
        "skole uten vedtak",
        bosatt(date(2026, 1, 1), p=periode(AUGUST, date(2027, 6, 18))),
        ["VEDTAK_MED_PERIODE"],
    ),
    ("skole uten slutt", bosatt(date(2026, 1, 1), v=AUGUST, p=periode(AUGUST, None)), ["SLUTTDATO"]),
    (
        "skole uten vedtak og slutt",
        bosatt(date(2026, 1, 1), p=periode(AUGUST, None)),
        ["VEDTAK_MED_PERIODE", "SLUTTDATO"],
    ),
    (
        "for få timer",
        bosatt(date(2026, 1, 1), v=AUGUST, p=periode(AUGUST, date(2027, 6, 18), timer=29)),
        ["TIMER"],
    ),
    (
        "kombinasjonsklasse uten hovedansvar",
        bosatt(date(2026, 1, 1), v=AUGUST, p=periode(AUGUST, date(2027, 6, 18), timer=20, klasse=True)),
        ["HOVEDANSVAR"],
    ),
    ("ukjent landgruppe", bosatt(date(2026, 11, 1), landgruppe=""), ["VEDTAK_UTEN_PERIODE", "LANDGRUPPE"]),
    ("ingen kommune", bosatt(None), ["BOSTED", "VEDTAK_UTEN_PERIODE"]),
    ("ingen opplysninger", Situasjon(), ["OPPLYSNINGER"]),
    ("bare plikt: ikke tilskudd", bosatt(date(2026, 1, 1), tillatelse="28"), []),
    ("17 år da tillatelsen ble gitt", bosatt(date(2026, 1, 1), foedselsdato=date(2007, 10, 2)), []),
    ("18 år samme dag", bosatt(date(2026, 1, 1), foedselsdato=date(2007, 10, 1)), ["VEDTAK_UTEN_PERIODE"]),
]


@pytest.mark.parametrize(
    ("hva", "s", "ventet"), NAAR_NOE_SKAL_REGISTRERES, ids=lambda v: v if isinstance(v, str) else ""
)
def test_hva_som_skal_registreres(hva: str, s: Situasjon, ventet: list[str]) -> None:
    assert behov(s) == ventet


@pytest.mark.parametrize(
    ("hva", "s", "_ventet"), NAAR_NOE_SKAL_REGISTRERES, ids=lambda v: v if isinstance(v, str) else ""
)
def test_aldri_noe_annet_enn_det_som_mangler_for_tilskuddet(
    hva: str, s: Situasjon, _ventet: list[str]
) -> None:
    assert {f.mangel for f in funn(s, I_DAG)} <= set(mangler(s, I_DAG))
    assert set(mangler(s, I_DAG)) - {f.mangel for f in funn(s, I_DAG)} <= {Mangel.PERIODE}


@pytest.mark.parametrize(
    ("bosatt_dag", "frist", "registreres"),
    [
        (date(2026, 1, 1), date(2026, 4, 1), date(2026, 6, 1)),
        (date(2025, 11, 30), date(2026, 2, 28), date(2026, 4, 28)),  # februar er kortere
        (date(2023, 11, 29), date(2024, 2, 29), date(2024, 4, 29)),  # skuddår
        (date(2024, 2, 29), date(2024, 5, 29), date(2024, 7, 29)),
        (date(2026, 10, 31), date(2027, 1, 31), date(2027, 3, 31)),  # over nyttår
    ],
)
def test_vedtaket_skal_vaere_paa_plass_tre_maaneder_etter_bosetting(
    bosatt_dag: date, frist: date, registreres: date
) -> None:
    s = bosatt(bosatt_dag, tillatelse_dato=date(2023, 10, 1))
    (f,) = funn(s, bosatt_dag)
    assert (f.frist, f.siden, f.registreres) == (frist, bosatt_dag, registreres)


@pytest.mark.parametrize(
    ("bosatt_dag", "skolestart", "frist"),
    [
        (date(2026, 1, 1), date(2026, 8, 17), date(2026, 6, 1)),  # tre måneder etter bosetting kom først
        (date(2026, 7, 1), date(2026, 8, 17), date(2026, 10, 17)),  # skolestart kom først
        (date(2026, 7, 1), date(2026, 8, 31), date(2026, 10, 31)),
        (date(2026, 7, 1), date(2026, 9, 30), date(2026, 11, 30)),
        (date(2025, 12, 1), date(2025, 12, 31), date(2026, 2, 28)),  # februar er kortere
    ],
)
def test_registreringsfristen_naar_skolen_har_begynt(bosatt_dag: date, skolestart: date, frist: date) -> None:
    (f,) = funn(bosatt(bosatt_dag, p=periode(skolestart, date(2027, 6, 18))), I_DAG)
    assert (f.behov, f.frist, f.siden) == (Behov.VEDTAK_MED_PERIODE, frist, skolestart)


@pytest.mark.parametrize(
    ("skolestart", "frist"),
    [
        (date(2026, 8, 17), date(2026, 10, 17)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2027, 12, 31), date(2028, 2, 29)),
    ],
)
def test_sluttdatoen_har_registreringsfrist_fra_skolestart(skolestart: date, frist: date) -> None:
    (f,) = funn(bosatt(date(2026, 7, 1), v=AUGUST, p=periode(skolestart, None)), I_DAG)
    assert (f.behov, f.frist, f.siden, f.registrering) == (Behov.SLUTTDATO, frist, skolestart, PERIODE)


def test_det_som_ikke_haster_har_ingen_frist() -> None:
    uten = [
        bosatt(date(2026, 1, 1), v=AUGUST), Situasjon(), bosatt(None, v=AUGUST),
        bosatt(date(2026, 1, 1), v=AUGUST, p=periode(AUGUST, date(2027, 6, 18), timer=29), landgruppe=""),
    ]  # fmt: skip
    assert {f.frist for s in uten for f in funn(s, I_DAG)} == {None}


@pytest.mark.parametrize(
    ("i_dag", "ventet"),
    [(date(2028, 12, 31), ["VEDTAK_UTEN_PERIODE"]), (date(2029, 1, 1), [])],
)
def test_oppgaven_blir_borte_naar_tilskuddsaarene_er_over(i_dag: date, ventet: list[str]) -> None:
    assert behov(bosatt(date(2026, 1, 1)), i_dag) == ventet


@pytest.mark.parametrize(
    ("meldt", "frist"),
    [
        (date(2026, 11, 22), date(2026, 11, 29)),
        (date(2026, 12, 28), date(2027, 1, 4)),
        (date(2028, 2, 25), date(2028, 3, 3)),
    ],
)
def test_en_flytting_skal_avgjoeres_innen_en_uke(meldt: date, frist: date) -> None:
    assert flyttingsfrist(AapenFlytting(1, meldt)) == frist
