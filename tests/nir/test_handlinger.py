"""Registrere, rette, annullere: det saksbehandleren kan, og det databasen nekter."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir import actions
from integrering.nir.actions import fakta as handlinger
from integrering.nir.actions import person as personer
from integrering.nir.actions.kontroll import ved_brudd
from integrering.nir.faktatyper import OPPLYSNINGER, VEDTAK, VGO
from integrering.nir.models import (
    Bosted,
    Flyttesak,
    FulltidVgo,
    Person,
    Personopplysning,
    TidligerePerson,
    Vedtak,
)
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir.handling import FRA, Som, meldinger, ny_person

pytestmark = pytest.mark.django_db


# --- Ny person ---


def test_kommunen_registrerer_en_person_i_egen_kommune(som: Som, av: Aktoer) -> None:
    with som(av):
        person = ny_person(fabrikk.nytt_duf(), av)
        assert person is not None
        assert (person.navn, person.kommune_id) == ("Amina Eksempel", av.virksomhet_id)
        assert Bosted.objects.get().fra == FRA
        assert Personopplysning.objects.get().registrert_av_id == av.bruker_id


def test_kommunen_registrerer_ikke_i_andres_kommune(som: Som, av: Aktoer) -> None:
    with som(av):
        assert meldinger(lambda: ny_person(fabrikk.nytt_duf(), av, "5006")) == {
            "kommune": ["Dere kan bare registrere personer som bor i egen kommune."]
        }


def test_en_person_dere_har_fra_foer_sies_fra_om(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    with som(av):
        assert "alt registrert" in meldinger(lambda: ny_person(person.duf, av))["duf"][0]


def test_et_duf_nummer_andre_har_blir_en_sak_og_svaret_roeper_ingenting(
    som: Som, av: Aktoer, fylket: Aktoer
) -> None:
    andres = fabrikk.lag_person(kommune="5006")
    skjult = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    with som(av):
        assert ny_person(andres.duf, av) is None
        assert ny_person(andres.duf, av) is None  # én gang til gir ikke en sak til
        assert ny_person(skjult.duf, av) is None
        assert not Person.objects.exists()
    with som(fylket):
        sak = Flyttesak.objects.get()
        assert (sak.person_id, sak.til_kommune_id, sak.fra) == (andres.pk, av.virksomhet_id, FRA)


def test_fylket_kan_registrere_til_en_kommune(som: Som, fylket: Aktoer) -> None:
    duf = fabrikk.nytt_duf()
    with som(fylket):
        person = ny_person(duf, fylket, "5006")
        assert person is not None
        assert str(person.kommune) == "Steinkjer"
        assert "duf" in meldinger(lambda: ny_person(duf, fylket, "5006"))


@pytest.mark.parametrize(
    ("endret", "felt"),
    [
        ({"foedselsdato": date(2999, 1, 1)}, "foedselsdato"),
        ({"foedselsdato": date(2023, 2, 1)}, "tillatelse_dato"),
        ({"foedselsdato": date(2023, 3, 2), "tillatelse_dato": date(2023, 4, 1)}, "fra"),
        ({"adressebeskyttelse": "fortrolig"}, "adressebeskyttelse"),
    ],
)
def test_opplysninger_som_ikke_henger_sammen(som: Som, av: Aktoer, endret: dict[str, Any], felt: str) -> None:
    with som(av):
        assert list(meldinger(lambda: ny_person(fabrikk.nytt_duf(), av, **endret))) == [felt]


def test_den_som_ser_skjermede_kan_registrere_adressebeskyttelse(som: Som) -> None:
    betrodd = fabrikk.lag_aktoer(skjermede=True)
    with som(betrodd):
        person = ny_person(fabrikk.nytt_duf(), betrodd, adressebeskyttelse="strengt_fortrolig")
        assert person is not None
        assert person.skjermet
    with som(fabrikk.lag_aktoer()):
        assert not Person.objects.exists()


# --- Registrere ---


def test_vedtak_og_periode(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    with som(av):
        vedtak = actions.registrer_vedtak(
            person=person, vedtaksdato=date(2023, 3, 15), startdato=date(2023, 4, 1), av=av
        )
        assert vedtak.virksomhet_id == av.virksomhet_id
        periode = actions.registrer_vgo_periode(
            person=person, fylke=fabrikk.virksomhet("50"), skole="Skolen", fra=date(2023, 8, 21),
            til=date(2024, 6, 20), timer_per_uke=Decimal(30), av=av,
        )  # fmt: skip
        assert periode.registrering_id != vedtak.registrering_id
        stans = actions.registrer_stans(person=person, fra=date(2024, 1, 1), varighet="permanent", av=av)
        assert stans.annullert is False
        assert meldinger(
            lambda: actions.registrer_vedtak(
                person=person, vedtaksdato=date(2023, 3, 15), startdato=date(2023, 4, 1), av=av
            )
        ) == {
            "startdato": [
                "Det er alt registrert vedtak om norskopplæring med startdato 01.04.2023. "
                "Rett den registreringen i stedet."
            ]
        }
        assert "fra" in meldinger(
            lambda: actions.registrer_stans(
                person=person, fra=date(2024, 1, 1), varighet="midlertidig", av=av
            )
        )


@pytest.mark.parametrize(
    ("endret", "felt", "melding"),
    [
        (
            {"fra": date(2024, 6, 20), "til": None},
            "fra",
            "Perioden overlapper fulltid videregående ved Prøve videregående skole 21.08.2023–20.06.2024. "
            "Endre datoene, eller rett den andre perioden først.",
        ),
        (
            {"til": date(2024, 7, 31)},
            "til",
            "Sluttdato må være samme dag eller etter startdato.",
        ),
        ({"timer_per_uke": Decimal(0)}, "timer_per_uke", "Timer per uke må være mer enn 0."),
        (
            {"fra": date(1990, 1, 1), "til": date(1990, 6, 1)},
            "fra",
            "Datoen er før fødselsdatoen 15.06.1995.",
        ),
    ],
)
def test_perioder_som_avvises(som: Som, av: Aktoer, endret: dict[str, Any], felt: str, melding: str) -> None:
    person = fabrikk.lag_person()
    fabrikk.lag_vgo(person)
    verdier = {
        "fylke": fabrikk.virksomhet("50"), "skole": "Skolen", "fra": date(2024, 8, 1),
        "til": date(2025, 6, 20), "timer_per_uke": Decimal(30), "kombinasjonsklasse": False,
        "hovedansvar_fylke": False, **endret,
    }  # fmt: skip
    with som(av):
        feil = meldinger(lambda: actions.registrer(slag=VGO, person=person, verdier=verdier, av=av))
        assert feil[felt] == [melding]
        assert FulltidVgo.objects.count() == 1


def test_vedtak_fram_i_tid_og_foer_foedsel_avvises(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    with som(av):
        feil = meldinger(
            lambda: actions.registrer_vedtak(
                person=person, vedtaksdato=date(2099, 1, 1), startdato=date(1990, 1, 1), av=av
            )
        )
        assert set(feil) == {"vedtaksdato", "startdato"}


def test_nytt_bosted_avslutter_det_aapne_dagen_foer(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    with som(av):
        actions.registrer_bosted(
            person=person, kommune=fabrikk.virksomhet("5006"), fra=date(2024, 2, 1), av=av
        )
        assert not Person.objects.exists(), "personen hører nå til Steinkjer"
        assert str(TidligerePerson.objects.get()) == "Amina Eksempel"
    with som(fabrikk.lag_aktoer(nummer="5006")):
        gammelt, nytt = Bosted.objects.gjeldende().order_by("fra")
        assert (gammelt.til, gammelt.aarsak) == (date(2024, 1, 31), "Flyttet til Steinkjer")
        assert (nytt.fra, nytt.til) == (date(2024, 2, 1), None)


def test_bosted_som_overlapper_avvises(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person(bosatt_til=date(2023, 12, 31))
    with som(av):
        feil = meldinger(
            lambda: actions.registrer_bosted(
                person=person, kommune=fabrikk.virksomhet("5001"), fra=date(2023, 1, 1), av=av
            )
        )
        assert feil["fra"][0].startswith("Perioden overlapper bosted i Trondheim 01.03.2023–31.12.2023.")


def test_bare_de_som_registrerer_slipper_til(som: Som) -> None:
    person = fabrikk.lag_person()
    for rolle in (Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER, Rolle.ADMINISTRATOR):
        leser = fabrikk.lag_aktoer(rolle)
        with som(leser), pytest.raises(IkkeTilgang):
            actions.registrer_stans(person=person, fra=FRA, varighet="permanent", av=leser)


def test_nabokommunen_kan_ikke_skrive_og_ingen_kan_skrive_i_andres_navn(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    nabo = fabrikk.lag_aktoer(nummer="5006")
    with som(nabo), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        actions.registrer_stans(person=person, fra=FRA, varighet="permanent", av=nabo)
    with som(av), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        actions.registrer_stans(person=person, fra=FRA, varighet="permanent", av=nabo)


# --- Rette og annullere ---


def rett(person: Person, vedtak: Vedtak, av: Aktoer, **endret: Any) -> Any:
    verdier = {"vedtaksdato": vedtak.vedtaksdato, "startdato": date(2023, 5, 1)}
    svar: dict[str, Any] = {"sett": vedtak.pk, "verdier": verdier, "aarsak": "Feil dato", **endret}
    return actions.rett(slag=VEDTAK, person=person, registrering=vedtak.registrering_id, av=av, **svar)


def test_en_rettelse_lukker_versjonen_og_aapner_den_neste(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    vedtak = fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    with som(av):
        ny = rett(person, vedtak, av)
        gammel = Vedtak.objects.get(pk=vedtak.pk)
        assert gammel.erstattet is not None
        ny.refresh_from_db()
        assert gammel.erstattet <= ny.registrert
        assert (ny.startdato, ny.aarsak) == (date(2023, 5, 1), "Feil dato")
        assert list(Vedtak.objects.gjeldende()) == [ny]


def test_rettelser_som_avvises(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    vedtak = fabrikk.lag_vedtak(person)
    fabrikk.lag_vedtak(person, startdato=date(2023, 9, 1))
    samme = {"vedtaksdato": vedtak.vedtaksdato, "startdato": vedtak.startdato}
    annet = {"vedtaksdato": vedtak.vedtaksdato, "startdato": date(2023, 9, 1)}
    with som(av):
        assert "aarsak" in meldinger(lambda: rett(person, vedtak, av, aarsak="  "))
        assert "Ingenting er endret" in meldinger(lambda: rett(person, vedtak, av, verdier=samme))[""][0]
        assert "startdato" in meldinger(lambda: rett(person, vedtak, av, verdier=annet))


def test_to_retter_samtidig_den_siste_faar_vite_hvem(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    vedtak = fabrikk.lag_vedtak(person)
    with som(av):
        foerste = rett(person, vedtak, av)
        with pytest.raises(actions.Konflikt) as konflikt:
            rett(person, vedtak, av, aarsak="Også jeg")
        assert konflikt.value.naa == foerste
        assert str(konflikt.value).startswith("Endret av Kari Prøve")


def test_en_annullert_registrering_gjelder_ikke_men_finnes(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    vedtak = fabrikk.lag_vedtak(person)
    felles: dict[str, Any] = {
        "slag": VEDTAK,
        "person": person,
        "registrering": vedtak.registrering_id,
        "av": av,
    }
    with som(av):
        assert "aarsak" in meldinger(lambda: actions.annuller(sett=vedtak.pk, aarsak="", **felles))
        actions.annuller(sett=vedtak.pk, aarsak="Feil person", **felles)
        assert not Vedtak.objects.gjeldende().exists()
        assert Vedtak.objects.count() == 2
        with pytest.raises(actions.Konflikt, match="gjelder ikke lenger"):
            actions.annuller(sett=vedtak.pk, aarsak="Igjen", **felles)
        # startdatoen er ledig igjen
        actions.registrer_vedtak(
            person=person, vedtaksdato=vedtak.vedtaksdato, startdato=vedtak.startdato, av=av
        )


def test_personopplysninger_rettes_men_annulleres_ikke(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    with som(av):
        rad = Personopplysning.objects.get()
        felles: dict[str, Any] = {
            "slag": OPPLYSNINGER, "person": person, "registrering": rad.registrering_id, "av": av,
        }  # fmt: skip
        verdier = {felt: getattr(rad, felt) for felt in OPPLYSNINGER.felter} | {"etternavn": "Ånes"}
        actions.rett(sett=rad.pk, verdier=verdier, aarsak="Nytt navn", **felles)
        person.refresh_from_db()
        assert person.etternavn == "Ånes"
        assert "ikke annulleres" in meldinger(lambda: actions.annuller(sett=1, aarsak="x", **felles))[""][0]


def test_databasens_nei_blir_en_melding_og_ingenting_er_halvveis(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    fabrikk.lag_vedtak(person)
    fabrikk.lag_vgo(person)
    rader: dict[str, tuple[Any, dict[str, Any]]] = {
        "nettopp er registrert": (FulltidVgo, {"fylke": fabrikk.virksomhet("50"), "skole": "S", "fra": FRA,
                                               "timer_per_uke": 30}),
        "registrerte det samme": (Vedtak, {"vedtaksdato": FRA, "startdato": date(2023, 4, 1)}),
        "henger sammen": (Vedtak, {"vedtaksdato": date(1800, 1, 1), "startdato": FRA}),
    }  # fmt: skip
    with som(av):
        for melding, (modell, felter) in rader.items():
            with pytest.raises(Regelbrudd, match=melding), ved_brudd():
                modell._default_manager.create(
                    person=person, registrering_id=uuid.uuid4(), registrert_av_id=av.bruker_id,
                    virksomhet_id=av.virksomhet_id, **felter,
                )  # fmt: skip
        assert Vedtak.objects.count() == 1


def test_den_som_kommer_som_nummer_to_til_laasen_faar_konflikt(
    som: Som, av: Aktoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = fabrikk.lag_person()
    vedtak = fabrikk.lag_vedtak(person)
    with som(av):
        foerste = rett(person, vedtak, av)
        monkeypatch.setattr(handlinger, "_den_som_ble_sett", lambda *_: vedtak)
        with pytest.raises(actions.Konflikt) as konflikt:
            rett(person, vedtak, av, verdier={"vedtaksdato": FRA, "startdato": date(2023, 6, 1)})
        assert konflikt.value.naa == foerste


def test_to_registrerer_samme_duf_samtidig(
    som: Som, av: Aktoer, fylket: Aktoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    andres = fabrikk.lag_person(kommune="5006")
    monkeypatch.setattr(personer, "kontroller_person", lambda **_: None)
    svar = iter([False, True])  # ikke i bruk da vi spurte, men da vi lagret
    monkeypatch.setattr(personer, "_meld_flytting", lambda *_: next(svar))
    with som(av):
        assert ny_person(andres.duf, av) is None
    assert next(svar, None) is None, "saken ble meldt likevel"
    with som(fylket):
        assert ny_person(andres.duf, fylket, "5001") is None


def test_bosted_rettet_til_slutt_foer_start_avvises(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person()
    with som(av):
        kommune = fabrikk.virksomhet("5001")
        feil = meldinger(
            lambda: actions.registrer_bosted(
                person=person, kommune=kommune, fra=date(2024, 1, 2), til=date(2024, 1, 1), av=av
            )
        )
        assert set(feil) == {"til"}
