"""Hvilke oppgaver som følger av det som er registrert, som tabell: når de kommer, og fristen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from integrering.nir.rules.funn import Statusgrunn
from integrering.nir.rules.planvurdering import Utloeser, Vurdering
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.registreringsoppgaver import (
    Gjoeremaal,
    Permisjon,
    Permisjonsslutt,
    Personsak,
    Vedtaksspor,
    fremmed_vedtak,
    gjoeremaal,
    uten_fortsettelse,
)
from integrering.nir.rules.situasjon import Opplysning, PeriodeVersjon, Situasjon, VedtakVersjon
from integrering.nir.rules.status import Celle, Personstatus, Tilstand
from tests import fabrikk

DAG = date(2026, 11, 22)
R = Registrering
MANGLER, DELVIS = Tilstand.MANGLER, Tilstand.DELVIS
FRIST, SIDEN = date(2027, 1, 15), date(2026, 11, 15)
EN = UUID(int=1)


def sak(celler: Mapping[Registrering, Celle] | None = None, **mer: object) -> Personsak:
    """Return a person where all but these cells is registered."""
    alle = {hva: Celle(Tilstand.REGISTRERT) for hva in Registrering} | dict(celler or {})
    return Personsak(status=Personstatus(None, alle), **mer)  # type: ignore[arg-type]


def koder(funnet: tuple[Gjoeremaal, ...]) -> list[str]:
    """Return the codes."""
    return [g.kode.value for g in funnet]


@pytest.mark.parametrize(
    ("hva", "kode", "slag"),
    [
        (R.KOMPETANSEKARTLEGGING, "KARTLEGGING_MANGLER", "kompetansekartlegging"),
        (R.VEDTAK_INTRO, "INTRO_VEDTAK_FRIST", "vedtak-introduksjonsprogram"),
        (R.OPPSTART_INTRO, "REG_FRIST_2MND", "vedtak-introduksjonsprogram"),
        (R.SLUTTMAAL, "SLUTTMAAL_MANGLER", "sluttmaal"),
        (R.INTEGRERINGSPLAN, "PLAN_MANGLER", "integreringsplan"),
        (R.INTEGRERINGSKONTRAKT, "KONTRAKT_MANGLER", "integreringskontrakt"),
        (R.TILTAK_FRAVAER, "TILTAK_MANGLER", "tiltak"),
        (R.FORELDREVEILEDNING, "FORELDREVEILEDNING", "foreldreveiledning"),
        (R.LIVSMESTRING, "LIVSMESTRING", "livsmestring"),
        (R.PERMISJON, "REG_FRIST_2MND", "permisjon"),
        (R.AVSLUTNING, "AVSLUTNING_AARSAK", "avslutning"),
        (R.UTDANNINGSBAKGRUNN, "UTDANNING_MANGLER", "utdanningsbakgrunn"),
        (R.VEDTAK_NORSK, "NORSK_VEDTAK_FRIST", "vedtak"),
        (R.OPPSTART_NORSK, "REG_FRIST_2MND", "vedtak"),
        (R.NORSKMAAL, "NORSKMAAL_MANGLER", "norskmaal"),
        (R.NORSKPLAN, "NORSKPLAN_MANGLER", "norskplan"),
        (R.TIMER_SAMF, "REG_FRIST_2MND", "timer"),
        (R.FULLTID_VGO, "REG_FRIST_2MND", "fulltid-videregaaende"),
    ],
)  # fmt: skip
def test_hver_celle_som_mangler_er_en_oppgave_med_cellens_frist(hva: R, kode: str, slag: str) -> None:
    (en,) = gjoeremaal(sak({hva: Celle(MANGLER, FRIST, SIDEN)}), DAG)
    assert (en.kode, en.slag, en.frist, en.siden) == (kode, slag, FRIST, SIDEN)
    assert (en.hva is hva, en.nr == hva.value) == ((kode == "REG_FRIST_2MND"),) * 2


@pytest.mark.parametrize("hva", list(Registrering))
@pytest.mark.parametrize("tilstand", [Tilstand.REGISTRERT, Tilstand.GJELDER_IKKE, Tilstand.UKJENT])
def test_det_som_ikke_gjenstaar_gir_ingen_oppgave(hva: R, tilstand: Tilstand) -> None:
    assert gjoeremaal(sak({hva: Celle(tilstand, FRIST, SIDEN)}), DAG) == ()


@pytest.mark.parametrize("hva", list(Registrering))
@pytest.mark.parametrize("tilstand", [MANGLER, DELVIS])
def test_matrisen_og_listen_er_enige(hva: R, tilstand: Tilstand) -> None:
    """When it is time, each item that lacks is one task, and never two."""
    langt_fram = DAG + timedelta(days=4000)
    assert len(gjoeremaal(sak({hva: Celle(tilstand, FRIST, SIDEN)}), langt_fram)) == 1


def test_den_som_skal_rettes_er_den_cellen_peker_paa() -> None:
    celle = Celle(DELVIS, FRIST, SIDEN, Statusgrunn.IKKE_SIGNERT, registrering=EN)
    (en,) = gjoeremaal(sak({R.INTEGRERINGSKONTRAKT: celle}), DAG)
    assert (en.registrering, en.grunn) == (EN, "ikke_signert")


def test_fravaer_som_ikke_er_avklart_rettes_paa_fravaeret() -> None:
    celle = Celle(DELVIS, FRIST, SIDEN, Statusgrunn.FRAVAER_UAVKLART, registrering=EN)
    (en,) = gjoeremaal(sak({R.TILTAK_FRAVAER: celle}), DAG)
    assert (en.kode, en.slag, en.registrering) == ("TILTAK_MANGLER", "fravaer", EN)


@pytest.mark.parametrize(
    ("hva", "dager"), [(R.FORELDREVEILEDNING, 90), (R.LIVSMESTRING, 90), (R.TIMER_SAMF, 90)]
)
def test_det_som_skal_gjoeres_foer_programmet_slutter_kommer_naar_det_naermer_seg(hva: R, dager: int) -> None:
    celler = {hva: Celle(MANGLER, FRIST, SIDEN)}
    foerste = FRIST - timedelta(days=dager)
    assert len(gjoeremaal(sak(celler), foerste)) == 1
    assert gjoeremaal(sak(celler), foerste - timedelta(days=1)) == ()
    assert gjoeremaal(sak({hva: Celle(MANGLER)}), DAG) == (), "uten kjent slutt vet ingen når"


def test_utdanning_spoerres_det_om_fra_foerste_vedtak() -> None:
    assert gjoeremaal(sak({R.UTDANNINGSBAKGRUNN: Celle(MANGLER)}), DAG) == ()
    assert koder(gjoeremaal(sak({R.UTDANNINGSBAKGRUNN: Celle(MANGLER, date(2027, 1, 22), DAG)}), DAG)) == [
        "UTDANNING_MANGLER"
    ]


@pytest.mark.parametrize(
    ("dag", "finnes"),
    [(date(2026, 10, 16), False), (date(2026, 10, 17), True), (date(2026, 11, 30), True)],
)
def test_timer_for_august_har_frist_31_oktober(dag: date, finnes: bool) -> None:
    """The class has until the tenth (its own task); here the two months count, and two weeks before."""
    celle = Celle(MANGLER, date(2026, 9, 10), date(2026, 8, 1), Statusgrunn.MAANEDER_MANGLER)
    funnet = gjoeremaal(sak({R.TIMER_NORSK: celle}), dag)
    assert [g.frist for g in funnet] == ([date(2026, 10, 31)] if finnes else [])


@pytest.mark.parametrize(
    ("mottatt", "frist"),
    [(date(2026, 9, 1), date(2026, 12, 1)), (date(2026, 11, 30), date(2027, 2, 28))],
)
def test_en_klage_har_utfall_innen_tre_maaneder(mottatt: date, frist: date) -> None:
    celle = Celle(DELVIS, siden=mottatt, grunn=Statusgrunn.UTEN_UTFALL, registrering=EN)
    (en,) = gjoeremaal(sak({R.KLAGE: celle}), DAG)
    assert (en.kode, en.frist, en.registrering) == ("KLAGE_UTFALL", frist, EN)


# --- Det tilskuddet alt spør om ---


def _situasjon(**mer: object) -> Situasjon:
    opplysning = Opplysning(
        foedselsdato=date(1995, 6, 15), tillatelse="9a", tillatelse_dato=date(2026, 1, 10), landgruppe="H"
    )
    return Situasjon(opplysning=opplysning, foerste_bosted=date(2026, 2, 1), **mer)  # type: ignore[arg-type]


VEDTAK = VedtakVersjon(registrering=EN, registrert=fabrikk.klokken(2026, 3, 1), startdato=date(2026, 3, 1))


def test_vedtaket_tilskuddet_spoer_om_er_ikke_to_oppgaver() -> None:
    celler = {R.VEDTAK_NORSK: Celle(MANGLER, FRIST, SIDEN)}
    assert gjoeremaal(sak(celler, situasjon=_situasjon()), DAG) == ()
    assert koder(gjoeremaal(sak(celler, situasjon=_situasjon(vedtak=(VEDTAK,))), DAG)) == [
        "NORSK_VEDTAK_FRIST"
    ]


def test_perioden_tilskuddet_spoer_om_er_ikke_to_oppgaver() -> None:
    celler = {R.FULLTID_VGO: Celle(DELVIS, FRIST, SIDEN, Statusgrunn.UTEN_SLUTTDATO)}
    uten_slutt = PeriodeVersjon(
        registrering=EN, registrert=fabrikk.klokken(2026, 9, 1), fra=date(2026, 8, 20), til=None,
        timer_per_uke=Decimal(30),
    )  # fmt: skip
    spurt = _situasjon(vedtak=(VEDTAK,), perioder=(uten_slutt,))
    assert gjoeremaal(sak(celler, situasjon=spurt), DAG) == ()
    utenfor = Situasjon(perioder=(uten_slutt,))
    assert koder(gjoeremaal(sak(celler, situasjon=utenfor), DAG)) == ["REG_FRIST_2MND"]


# --- Bosetting ---


@pytest.mark.parametrize(
    ("grunn", "bosatt", "finnes"),
    [
        ("bosatt", DAG, True),
        ("foedt etter_avtale", DAG, True),
        ("foedt", DAG, False),
        ("bosatt", None, False),
        ("bosatt", date(2024, 11, 23), True),
        ("bosatt", date(2024, 11, 22), False),  # two years on the day: a decision can no longer be made
    ],
)
def test_bosettingen_spoerres_det_om_mens_vedtak_kan_fattes(
    grunn: str, bosatt: date | None, finnes: bool
) -> None:
    celler = {R.VEDTAK_INTRO: Celle(Tilstand.UKJENT, grunn=grunn)}
    assert koder(gjoeremaal(sak(celler, bosatt=bosatt), DAG)) == ["BOSETTING_MANGLER"] * finnes


def test_bosettingen_har_registreringsfrist() -> None:
    celler = {R.VEDTAK_INTRO: Celle(Tilstand.UKJENT, grunn="bosatt")}
    (en,) = gjoeremaal(sak(celler, bosatt=date(2026, 8, 31)), DAG)
    assert (en.frist, en.slag) == (date(2026, 10, 31), "bosetting")
    assert gjoeremaal(Personsak(Personstatus(None, {}), bosatt=DAG), DAG) == (), "ikke regnet ut ennå"


# --- Permisjon ---


@pytest.mark.parametrize(
    ("dag", "finnes"),
    [
        (date(2026, 11, 2), False),
        (date(2026, 11, 3), True),
        (date(2026, 12, 1), True),
        (date(2026, 12, 2), False),
    ],
)
def test_permisjon_til_1_desember_sies_fra_om_fra_3_november(dag: date, finnes: bool) -> None:
    funnet = gjoeremaal(sak(permisjoner=(Permisjonsslutt(EN, date(2026, 12, 1)),)), dag)
    assert [(g.kode, g.frist, g.registrering) for g in funnet] == (
        [("PERMISJON_SLUTT", date(2026, 11, 17), EN)] if finnes else []
    )


@pytest.mark.parametrize(("neste", "slutter"), [(2, [10]), (3, [1, 10])])
def test_en_permisjon_som_fortsetter_slutter_ikke(neste: int, slutter: list[int]) -> None:
    permisjoner = (
        Permisjon(UUID(int=1), date(2026, 11, 1), date(2026, 12, 1)),
        Permisjon(UUID(int=2), date(2026, 12, neste), date(2026, 12, 10)),
    )
    assert [p.til.day for p in uten_fortsettelse(permisjoner)] == slutter


# --- Planen ---


@pytest.mark.parametrize(
    ("dato", "finnes"),
    [(date(2026, 12, 22), True), (date(2026, 12, 23), False), (date(2026, 1, 1), True)],
)
def test_vurderingen_kommer_tretti_dager_foer(dato: date, finnes: bool) -> None:
    funnet = gjoeremaal(sak(vurdering=Vurdering(dato, Utloeser.FAST_DATO)), DAG)
    assert [(g.kode, g.frist, g.grunn) for g in funnet] == [("PLAN_REVISJON", dato, "fast_dato")] * finnes


# --- Adressen ---

HER, DER = 1, 2
FLYTTET = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("kommune", "bosatt_her", "vedtak", "ventet"),
    [
        (HER, FLYTTET, [Vedtaksspor(DER, date(2026, 1, 1))], FLYTTET),
        (HER, FLYTTET, [Vedtaksspor(HER, date(2026, 1, 1))], None),
        (HER, FLYTTET, [], None),
        (None, FLYTTET, [Vedtaksspor(DER, date(2026, 1, 1))], None),
        (HER, None, [Vedtaksspor(DER, date(2026, 1, 1))], None),
        # the new municipality has made its own decision on one of the schemes: it knows
        (HER, FLYTTET, [Vedtaksspor(DER, date(2026, 1, 1)), Vedtaksspor(HER, date(2026, 11, 1))], None),
        # ended before the move; and begun again after it was ended
        (HER, FLYTTET, [Vedtaksspor(DER, date(2026, 1, 1), date(2026, 8, 1))], None),
        (HER, FLYTTET, [Vedtaksspor(DER, date(2026, 1, 1), date(2025, 8, 1))], FLYTTET),
    ],
)
def test_folkeregistrert_i_annen_kommune_enn_vedtaket(
    kommune: int | None, bosatt_her: date | None, vedtak: list[Vedtaksspor], ventet: date | None
) -> None:
    assert fremmed_vedtak(kommune, bosatt_her, vedtak) == ventet


def test_adressen_avklares_innen_en_uke() -> None:
    (en,) = gjoeremaal(sak(fremmed_vedtak=FLYTTET), DAG)
    assert (en.kode, en.frist, en.slag) == ("ADRESSE_AVVIK", date(2026, 10, 8), "")
