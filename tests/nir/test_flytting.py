"""Flytting: hvem som avgjør, og hva som følger."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from integrering.grunnmur.feil import IkkeTilgang
from integrering.nir import actions
from integrering.nir.actions.kommuner import oppdater_kommuner
from integrering.nir.faktatyper import BOSTED
from integrering.nir.models import (
    Bosted,
    Flyttesak,
    Person,
    Vedtak,
)
from integrering.nir.tasks import oppdater_kommuner_naa
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir.handling import NY, Som, meldinger

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(som: Som) -> Flyttesak:
    """Steinkjer has said that Trondheim's person lives there from 1 February 2024."""
    person = fabrikk.lag_person(fornavn="Samir")
    fabrikk.lag_vedtak(person)
    steinkjer = fabrikk.lag_aktoer(nummer="5006")
    with som(steinkjer):
        actions.registrer_person(
            duf=person.duf, kommune=fabrikk.virksomhet("5006"), fra=date(2024, 2, 1), opplysninger=NY,
            av=steinkjer,
        )  # fmt: skip
        return Flyttesak.objects.get()


@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER])
def test_en_bekreftet_flytting_flytter_person_og_bosted(som: Som, sak: Flyttesak, rolle: Rolle) -> None:
    avgjoer = fabrikk.lag_aktoer(rolle)
    with som(avgjoer):
        actions.avgjoer_flyttesak(sak=sak, bekreft=True, grunn="", av=avgjoer)
    with som(fabrikk.lag_aktoer(nummer="5006")):
        assert Person.objects.get().fornavn == "Samir"
        assert [(b.kommune.nummer, b.til) for b in Bosted.objects.gjeldende().order_by("fra")] == [
            ("5001", date(2024, 1, 31)),
            ("5006", None),
        ]
        assert Vedtak.objects.count() == 1, "den nye kommunen ser registreringene"
        assert Flyttesak.objects.get().tilstand == "bekreftet"


def test_en_avvist_flytting_trenger_begrunnelse(som: Som, sak: Flyttesak, fylket: Aktoer) -> None:
    with som(fylket):
        assert "grunn" in meldinger(
            lambda: actions.avgjoer_flyttesak(sak=sak, bekreft=False, grunn="", av=fylket)
        )
        actions.avgjoer_flyttesak(sak=sak, bekreft=False, grunn="Bor i Trondheim", av=fylket)
        assert "alt avgjort" in str(
            meldinger(lambda: actions.avgjoer_flyttesak(sak=sak, bekreft=True, grunn="", av=fylket))
        )
        assert Bosted.objects.count() == 1


def test_den_som_melder_avgjoer_ikke_selv(som: Som, sak: Flyttesak) -> None:
    steinkjer = fabrikk.lag_aktoer(nummer="5006")
    with som(steinkjer), pytest.raises(IkkeTilgang):
        actions.avgjoer_flyttesak(sak=sak, bekreft=True, grunn="", av=steinkjer)


def test_et_senere_bosted_maa_rettes_foerst(som: Som, sak: Flyttesak, fylket: Aktoer) -> None:
    with som(fylket):
        person = Person.objects.get()
        actions.registrer_bosted(
            person=person, kommune=fabrikk.virksomhet("5001"), fra=date(2024, 5, 1), av=fylket
        )
        feil = meldinger(lambda: actions.avgjoer_flyttesak(sak=sak, bekreft=True, grunn="", av=fylket))
        assert "Trondheim fra 01.05.2024" in feil[""][0]
        sak.refresh_from_db()
        assert sak.tilstand == "aapen", "ingenting er halvveis"


def test_et_bosted_som_dekker_flyttedagen_avsluttes_ogsaa_naar_det_har_slutt(
    som: Som, sak: Flyttesak, fylket: Aktoer
) -> None:
    with som(fylket):
        bosted = Bosted.objects.get()
    fabrikk.rett(bosted, til=date(2025, 1, 1))
    with som(fylket):
        actions.avgjoer_flyttesak(sak=sak, bekreft=True, grunn="", av=fylket)
        assert Bosted.objects.gjeldende().order_by("fra")[0].til == date(2024, 1, 31)


# --- Dagene går ---


def test_en_flytting_fram_i_tid_venter_til_dagen_kommer(motor: None) -> None:
    person = fabrikk.lag_person()
    fabrikk.rett(Bosted.objects.get(), til=date(2097, 12, 31))
    fabrikk.lag_bosted(person, kommune="5006", fra=date(2098, 1, 1))
    assert oppdater_kommuner() == 0
    oppdater_kommuner_naa()
    person.refresh_from_db()
    assert str(person.kommune) == "Trondheim"


def test_slag_med_bosted_kan_registreres_generelt(som: Som, av: Aktoer) -> None:
    person = fabrikk.lag_person(bosatt_til=date(2023, 12, 31))
    with som(av):
        verdier = {"kommune": fabrikk.virksomhet("5001"), "fra": date(2024, 3, 1), "til": None}
        actions.registrer(slag=BOSTED, person=person, verdier=verdier, av=av)
        assert Bosted.objects.gjeldende().count() == 2


def test_samme_person_to_ganger_i_databasen_er_umulig(motor: None) -> None:
    duf = fabrikk.lag_person().duf
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(duf=duf)


def test_et_avsluttet_bosted_roeres_ikke_av_flyttingen(som: Som, sak: Flyttesak, fylket: Aktoer) -> None:
    with som(fylket):
        bosted = Bosted.objects.get()
    fabrikk.rett(bosted, til=date(2023, 10, 31))
    with som(fylket):
        actions.avgjoer_flyttesak(sak=sak, bekreft=True, grunn="", av=fylket)
        assert [b.til for b in Bosted.objects.gjeldende().order_by("fra")] == [date(2023, 10, 31), None]
