"""Reglene for personer og registreringer, som tabeller en saksbehandler kan lese."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from integrering.grunnmur.datoer import alder, pluss_maaneder
from integrering.grunnmur.kvartal import Kvartal
from integrering.nir.rules import duf_kontroll_ok, frister, utbetaling
from integrering.nir.rules import kontroll as k
from integrering.nir.rules.lovspor import Lovspor, lovspor
from integrering.nir.rules.situasjon import Opplysning, PeriodeVersjon, Situasjon, VedtakVersjon
from integrering.nir.rules.vgo import er_fulltid
from tests.fabrikk import klokken

A, B, C = (UUID(int=n) for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("duf", "riktig"),
    [
        ("200205705502", True),  # offentlige testverdier
        ("200900595509", True),
        ("201212345603", True),
        ("209999999910", True),  # kontroll 10 skrives med to sifre
        ("201258697561", False),  # eksempelet UDI trykker
    ],
)
def test_kontrollsifre(duf: str, riktig: bool) -> None:
    assert duf_kontroll_ok(duf) is riktig


@pytest.mark.parametrize(
    ("timer", "kombinasjonsklasse", "hovedansvar", "fulltid"),
    [
        ("30", False, False, True),
        ("29.9", False, False, False),
        ("29", False, True, False),  # hovedansvar teller bare i kombinasjonsklasse
        ("20", True, False, False),
        ("20", True, True, True),
        ("30", True, False, True),
    ],
)
def test_fulltid(timer: str, kombinasjonsklasse: bool, hovedansvar: bool, fulltid: bool) -> None:
    assert er_fulltid(Decimal(timer), kombinasjonsklasse, hovedansvar) is fulltid


@pytest.mark.parametrize(
    ("tillatelse", "foedt", "gitt", "spor"),
    [
        ("9a", date(1995, 6, 15), date(2023, 1, 10), Lovspor.RETT_OG_PLIKT),
        ("27", date(1995, 6, 15), date(2023, 1, 10), Lovspor.RETT_OG_PLIKT),
        ("9e", date(1995, 6, 15), date(2023, 1, 10), Lovspor.KOLLEKTIV),
        ("28", date(1995, 6, 15), date(2023, 1, 10), Lovspor.PLIKT),
        ("9a", date(2005, 1, 11), date(2023, 1, 10), Lovspor.FEIL_ALDER),  # fyller 18 dagen etter
        ("9a", date(2005, 1, 10), date(2023, 1, 10), Lovspor.RETT_OG_PLIKT),  # fyller 18 samme dag
        ("9a", date(1956, 1, 10), date(2023, 1, 10), Lovspor.FEIL_ALDER),  # fyller 67 samme dag
        ("9a", date(1956, 1, 11), date(2023, 1, 10), Lovspor.RETT_OG_PLIKT),
    ],
)
def test_lovspor(tillatelse: str, foedt: date, gitt: date, spor: Lovspor) -> None:
    assert lovspor(tillatelse=tillatelse, foedt=foedt, tillatelse_dato=gitt) is spor


def test_foedt_29_februar_fyller_aar_28_februar_i_vanlige_aar() -> None:
    assert alder(date(2004, 2, 29), date(2022, 2, 27)) == 17
    assert alder(date(2004, 2, 29), date(2022, 2, 28)) == 18


@pytest.mark.parametrize(
    ("kjent", "frist"),
    [
        (date(2026, 1, 15), date(2026, 3, 15)),
        (date(2026, 12, 31), date(2027, 2, 28)),  # februar er kortere
        (date(2027, 12, 31), date(2028, 2, 29)),
        (date(2026, 11, 30), date(2027, 1, 30)),
    ],
)
def test_registreringsfristen_er_to_maaneder(kjent: date, frist: date) -> None:
    assert frister.registreringsfrist(kjent) == frist


def test_dager_over_frist() -> None:
    assert frister.Registreringsfrist(date(2026, 1, 15), date(2026, 3, 15)).dager_over == 0
    assert frister.Registreringsfrist(date(2026, 1, 15), date(2026, 3, 23)).dager_over == 8
    assert pluss_maaneder(date(2026, 1, 31), 1) == date(2026, 2, 28)


# --- Hva som mangler, og når det tidligst utbetales ---

PERSON = Opplysning(
    foedselsdato=date(1995, 6, 15), tillatelse="9a", tillatelse_dato=date(2023, 1, 10), landgruppe="H"
)


def vedtak(
    registrert: tuple[int, int, int] = (2023, 4, 5), *, hvem: UUID = A, **mer: object
) -> VedtakVersjon:
    felter: dict[str, object] = {"startdato": date(2023, 4, 1), **mer}
    return VedtakVersjon(registrering=hvem, registrert=klokken(*registrert), **felter)  # type: ignore[arg-type]


def periode(
    registrert: tuple[int, int, int] = (2023, 9, 10), *, hvem: UUID = B, **mer: object
) -> PeriodeVersjon:
    felter: dict[str, object] = {
        "fra": date(2023, 8, 21), "til": date(2024, 6, 20), "timer_per_uke": Decimal(30), **mer,
    }  # fmt: skip
    return PeriodeVersjon(registrering=hvem, registrert=klokken(*registrert), **felter)  # type: ignore[arg-type]


def sak(*fakta: VedtakVersjon | PeriodeVersjon, **mer: object) -> Situasjon:
    felter: dict[str, object] = {"opplysning": PERSON, "foerste_bosted": date(2023, 3, 1), **mer}
    return Situasjon(
        vedtak=tuple(f for f in fakta if isinstance(f, VedtakVersjon)),
        perioder=tuple(f for f in fakta if isinstance(f, PeriodeVersjon)),
        **felter,  # type: ignore[arg-type]
    )


I_TIDE, FOR_SENT = date(2024, 1, 1), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("situasjon", "i_dag", "mangler"),
    [
        pytest.param(sak(vedtak(), periode()), I_TIDE, [], id="alt er registrert"),
        pytest.param(sak(), I_TIDE, ["vedtak", "periode"], id="ingenting er registrert"),
        pytest.param(sak(vedtak()), I_TIDE, ["periode"], id="bare vedtak"),
        pytest.param(sak(periode()), I_TIDE, ["vedtak"], id="bare periode"),
        pytest.param(sak(vedtak(), periode(til=None)), I_TIDE, ["sluttdato"], id="uten sluttdato"),
        pytest.param(sak(vedtak(), periode(timer_per_uke=Decimal(29))), I_TIDE, ["timer"], id="29 timer"),
        pytest.param(
            sak(vedtak(), periode(timer_per_uke=Decimal(20), kombinasjonsklasse=True)),
            I_TIDE,
            ["hovedansvar"],
            id="kombinasjonsklasse uten hovedansvar",
        ),
        pytest.param(sak(vedtak(gjelder=False), periode()), I_TIDE, ["vedtak"], id="vedtaket er annullert"),
        pytest.param(sak(), FOR_SENT, [], id="tilskuddsårene er over"),
        pytest.param(sak(periode()), FOR_SENT, ["vedtak"], id="over, men skolegang uten vedtak"),
        pytest.param(sak(foerste_bosted=None), FOR_SENT, ["bosted", "vedtak", "periode"], id="uten bosted"),
        pytest.param(sak(opplysning=None), I_TIDE, ["opplysninger"], id="uten opplysninger"),
    ],
)
def test_hva_som_mangler(situasjon: Situasjon, i_dag: date, mangler: list[str]) -> None:
    assert [str(m) for m in utbetaling.mangler(situasjon, i_dag)] == mangler


def med(tillatelse: str, landgruppe: str = "", foedt: date = PERSON.foedselsdato) -> Opplysning:
    return Opplysning(
        foedselsdato=foedt, tillatelse=tillatelse, tillatelse_dato=date(2023, 1, 10), landgruppe=landgruppe
    )


def test_den_som_ikke_kan_utloese_tilskudd_mangler_ingenting() -> None:
    for opplysning in (med("28"), med("9a", foedt=date(2006, 1, 1))):
        assert utbetaling.mangler(sak(opplysning=opplysning), I_TIDE) == ()
        assert sak(vedtak(), opplysning=opplysning).tilskudd_slutt is None


def test_landgruppe_trengs_bare_i_det_ordinaere_tilskuddet() -> None:
    alt = (vedtak(), periode())
    assert utbetaling.mangler(sak(*alt, opplysning=med("9a")), I_TIDE) == (utbetaling.Mangel.LANDGRUPPE,)
    assert utbetaling.mangler(sak(*alt, opplysning=med("9e")), I_TIDE) == ()


@pytest.mark.parametrize(
    ("situasjon", "kvartal"),
    [
        pytest.param(
            sak(vedtak((2025, 1, 10), startdato=date(2025, 1, 5)), periode((2025, 4, 2))),
            "2025K3",
            id="den seneste av de to avgjør",
        ),
        pytest.param(sak(vedtak((2024, 2, 12)), periode((2024, 2, 12))), "2024K2", id="begge samme dag"),
        pytest.param(sak(vedtak(), periode((2023, 9, 30))), "2023K4", id="siste dag i kvartalet"),
        pytest.param(sak(vedtak(), periode((2023, 10, 1))), "2024K1", id="første dag i neste kvartal"),
        pytest.param(sak(vedtak()), None, id="periode mangler"),
        pytest.param(sak(periode()), None, id="vedtak mangler"),
        pytest.param(sak(), None, id="begge mangler"),
        pytest.param(sak(vedtak(), periode(til=None)), None, id="sluttdato mangler"),
        pytest.param(
            sak(vedtak(), periode(til=None, gjelder=False), periode((2024, 1, 15))),
            "2024K2",
            id="sluttdato kom senere: den versjonen teller",
        ),
        pytest.param(
            sak(vedtak(), periode(gjelder=False), periode((2024, 1, 15), til=date(2024, 5, 1))),
            "2023K4",
            id="rettet sluttdato: første versjon teller",
        ),
        pytest.param(
            sak(vedtak(), periode(gjelder=False), periode((2024, 1, 15), timer_per_uke=Decimal(20))),
            None,
            id="rettet til under 30 timer",
        ),
        pytest.param(
            sak(
                vedtak(gjelder=False),
                vedtak((2023, 11, 1), gjelder=False, annullert=True),
                vedtak((2024, 2, 1), hvem=C),
                periode(),
            ),
            "2024K2",
            id="annullert vedtak teller ikke",
        ),
        pytest.param(
            sak(vedtak(gjelder=False), vedtak((2024, 2, 1), startdato=date(2023, 5, 1)), periode()),
            "2023K4",
            id="rettet vedtak: første versjon teller",
        ),
        pytest.param(
            sak(vedtak(startdato=date(2026, 3, 1)), periode()),
            None,
            id="vedtaket starter etter siste tilskuddsår",
        ),
        pytest.param(
            sak(vedtak(), periode((2024, 5, 1)), periode((2023, 9, 10), hvem=C, til=date(2023, 9, 1))),
            "2023K4",
            id="flere perioder: den første som utbetales",
        ),
    ],
)
def test_tidligste_utbetaling(situasjon: Situasjon, kvartal: str | None) -> None:
    ventet = Kvartal.parse(kvartal) if kvartal else None
    assert utbetaling.utsikt(situasjon).kvartal == ventet


def test_det_som_er_i_ferd_med_aa_registreres_erstatter_den_gamle_versjonen() -> None:
    foer = sak(vedtak(), periode(til=None))
    etter = foer.med_periode(periode((2026, 11, 12)))
    assert len(etter.gjeldende_perioder) == 1
    assert utbetaling.utsikt(etter).kvartal == Kvartal(2027, 1)
    assert utbetaling.utsikt(sak(periode()).med_vedtak(vedtak((2026, 11, 12)))).kvartal == Kvartal(2027, 1)


def test_kollektiv_beskyttelse_har_ett_aar_fra_vedtaket() -> None:
    person = sak(vedtak(startdato=date(2023, 2, 1)), opplysning=med("9e"))
    assert person.inntreden == date(2023, 2, 1)
    assert person.tilskudd_slutt == date(2024, 2, 1)
    assert sak(opplysning=med("9e")).tilskudd_slutt is None
    assert sak(opplysning=None).inntreden is None


@pytest.mark.parametrize(
    ("fra", "til", "teller"),
    [
        (date(2022, 8, 1), date(2023, 2, 28), False),  # slutter dagen før bosetting
        (date(2022, 8, 1), date(2023, 3, 1), True),
        (date(2026, 2, 28), date(2026, 6, 20), True),  # siste dag i tredje tilskuddsår
        (date(2026, 3, 1), date(2026, 6, 20), False),
        (date(2026, 3, 1), None, False),
        (date(2025, 8, 1), None, True),
    ],
)
def test_perioder_utenfor_tilskuddsaarene_gir_ikke_tilskudd(
    fra: date, til: date | None, teller: bool
) -> None:
    alt = sak(vedtak(), periode(fra=fra, til=til))
    assert alt.i_tilskuddsaar(alt.perioder[0]) is teller
    assert (utbetaling.utsikt(alt).kvartal is not None) is (teller and til is not None)
    assert sak(foerste_bosted=None).i_tilskuddsaar(alt.perioder[0]), "ukjent: sies ikke"


def test_klokken_for_det_som_mangler() -> None:
    assert frister.vedtak_burde_vaert_kjent(sak()) == date(2023, 6, 1)  # tre måneder etter bosetting
    assert frister.vedtak_burde_vaert_kjent(sak(periode(fra=date(2023, 4, 20)))) == date(2023, 4, 20)
    assert frister.vedtak_burde_vaert_kjent(sak(foerste_bosted=None)) is None
    assert frister.sluttdato_burde_vaert_kjent(sak(periode(til=None))) == date(2023, 8, 21)
    assert frister.sluttdato_burde_vaert_kjent(sak(periode())) is None


# --- Perioder og uvanlige verdier ---


@pytest.mark.parametrize(
    ("fra", "til", "treffer"),
    [
        (date(2023, 1, 1), date(2023, 8, 20), False),  # slutter dagen før
        (date(2023, 1, 1), date(2023, 8, 21), True),  # én felles dag
        (date(2024, 6, 20), None, True),
        (date(2024, 6, 21), None, False),
        (date(2023, 1, 1), None, True),
    ],
)
def test_overlapp(fra: date, til: date | None, treffer: bool) -> None:
    gammel = k.Spenn(A, date(2023, 8, 21), date(2024, 6, 20), "skolen")
    assert (k.kolliderer(k.Spenn(None, fra, til), [gammel]) == gammel) is treffer
    assert k.kolliderer(k.Spenn(A, fra, til), [gammel]) is None, "seg selv teller ikke"


def test_en_aapen_periode_treffer_alt_som_kommer_etter() -> None:
    aapen = k.Spenn(A, date(2023, 8, 21), None)
    assert aapen.overlapper(k.Spenn(B, date(2030, 1, 1), None))
    assert not aapen.overlapper(k.Spenn(B, date(2020, 1, 1), date(2023, 8, 20)))


def test_rekkefoelge() -> None:
    assert k.i_rekkefoelge(date(2023, 1, 1), date(2023, 1, 1))
    assert k.i_rekkefoelge(date(2023, 1, 1), None)
    assert not k.i_rekkefoelge(date(2023, 1, 2), date(2023, 1, 1))


def test_uvanlige_verdier() -> None:
    i_dag = date(2026, 11, 12)
    assert k.merknader_dato(date(2025, 11, 11), i_dag) == [k.Merknad.LENGE_SIDEN]
    assert k.merknader_dato(date(2025, 11, 12), i_dag) == []
    assert k.merknader_dato(date(2027, 11, 13), i_dag) == [k.Merknad.LANGT_FRAM]
    assert k.merknader_timer(Decimal("35.1")) == [k.Merknad.MANGE_TIMER]
    assert k.merknader_timer(Decimal(35)) == []
    assert k.merknader_periode(i_dag, date(2030, 11, 13), i_dag) == [k.Merknad.LANG_PERIODE]
    assert k.merknader_periode(i_dag, None, i_dag) == []
    assert k.merknader_vedtak(i_dag, date(2026, 11, 11), i_dag) == [k.Merknad.START_FOER_VEDTAK]
    assert k.merknader_vedtak(i_dag, i_dag, i_dag) == []
