"""Flytting meldt av kommunen personen flytter fra, og bekreftet av den som tar imot."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang
from integrering.nir import actions
from integrering.nir.models import Bosted, Flyttesak, Person, Tiltak
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.klasser.hjelp import lag_klasse
from tests.nir.handling import NY, Som, meldinger
from tests.nir.verktoey import logg_inn

pytestmark = pytest.mark.django_db
DAG = date(2024, 2, 1)


@pytest.fixture
def person(db: None) -> Person:
    """Someone in Trondheim with a decision and a tiltak that runs."""
    hvem = fabrikk.lag_person(fornavn="Samir")
    fabrikk.lag_vedtak(hvem)
    fabrikk.registrer(Tiltak, hvem, registrert=None, tiltak="praksis", fra=date(2023, 5, 1), timer_per_uke=15)
    return hvem


@pytest.fixture
def steinkjer(db: None) -> Aktoer:
    """The refugee service of Steinkjer."""
    return fabrikk.lag_aktoer(nummer="5006")


def meld(person: Person, av: Aktoer, til: str = "5006") -> Flyttesak:
    return actions.meld_utflytting(person=person, til_kommune=fabrikk.virksomhet(til), fra=DAG, av=av)


def _tekst(svar: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", svar.content.decode()).split())


def _aapne(regel: str) -> list[str]:
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(lukket__isnull=True, regel=regel)
        return [o.virksomhet.nummer for o in rader.select_related("virksomhet")]


@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER])
def test_den_som_har_personen_melder_og_den_nye_bekrefter(
    person: Person, steinkjer: Aktoer, som: Som, rolle: Rolle
) -> None:
    melder = fabrikk.lag_aktoer(rolle)
    with som(melder):
        sak = meld(person, melder)
    assert _aapne("FLYTTING_MOTTAK") == ["5006"]
    with som(steinkjer):
        assert [b.til for b in Bosted.objects.gjeldende().order_by("fra")] == [date(2024, 1, 31), None]
        actions.motta_flytting(sak=sak, av=steinkjer)
        actions.motta_flytting(sak=sak, av=steinkjer)
        mottatt = Flyttesak.objects.get()
        assert mottatt.fra_kommune == fabrikk.virksomhet("5001")
        assert mottatt.mottatt_av_id == steinkjer.bruker_id
    assert _aapne("FLYTTING_MOTTAK") == []


def test_den_gamle_ser_saken_men_ikke_personen(person: Person, av: Aktoer, som: Som) -> None:
    with som(av):
        sak = meld(person, av)
        assert Flyttesak.objects.get() == sak
        assert not Person.objects.exists()
        with pytest.raises(IkkeTilgang):
            actions.motta_flytting(sak=sak, av=av)
    with som(fabrikk.lag_aktoer(nummer="5007")):
        assert not Flyttesak.objects.exists()


def test_det_som_ikke_kan_meldes(person: Person, av: Aktoer, steinkjer: Aktoer, som: Som) -> None:
    with som(av):
        assert "til_kommune" in meldinger(lambda: meld(person, av, "5001"))
    raadgiver = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with som(raadgiver), pytest.raises(IkkeTilgang):
        meld(person, raadgiver)
    with som(steinkjer):
        actions.registrer_person(
            duf=person.duf, kommune=fabrikk.virksomhet("5006"), fra=DAG, opplysninger=NY, av=steinkjer
        )
    with som(av):
        assert "Avgjør den saken" in str(meldinger(lambda: meld(person, av)))


def test_databasen_slipper_ingen_til_med_andres_person(person: Person, steinkjer: Aktoer, som: Som) -> None:
    with som(steinkjer), pytest.raises(ProgrammingError), transaction.atomic():
        meld(person, steinkjer)


def test_en_bekreftet_flytting_sier_hvor_personen_kom_fra(
    person: Person, av: Aktoer, steinkjer: Aktoer, som: Som
) -> None:
    with som(steinkjer):
        actions.registrer_person(
            duf=person.duf, kommune=fabrikk.virksomhet("5006"), fra=DAG, opplysninger=NY, av=steinkjer
        )
    with som(av):
        actions.avgjoer_flyttesak(sak=Flyttesak.objects.get(), bekreft=True, grunn="", av=av)
    with som(steinkjer):
        assert Flyttesak.objects.get().fra_kommune == fabrikk.virksomhet("5001")
    assert _aapne("FLYTTING_MOTTAK") == ["5006"]


# --- Sidene ---


def _adresse(person: Person) -> str:
    return reverse("person_flytting", args=[person.noekkel])


def test_begge_kommuner_paa_sidene(person: Person) -> None:
    trondheim, steinkjer = logg_inn(), logg_inn(nummer="5006")
    side = _tekst(trondheim.get(_adresse(person)))
    assert "Avslutt tiltaket «Praksis på arbeidsplass»" in side
    assert "Registrer at norskopplæringen er avsluttet" in side
    assert "Gjenstår Vedtak om norskopplæring" in side
    assert trondheim.post(_adresse(person), {}).status_code == 422
    assert steinkjer.get(_adresse(person)).status_code == 404
    til = fabrikk.virksomhet("5006").pk
    svar = trondheim.post(_adresse(person), {"til_kommune": til, "fra": "01.02.2024"}, follow=True)
    assert "Steinkjer skal bekrefte at de har tatt over" in _tekst(svar)
    assert "Flyttet fra dere" in _tekst(svar)
    assert trondheim.get(_adresse(person)).status_code == 404

    mottak = steinkjer.get(_adresse(person))
    assert "Flyttet til dere 01.02.2024 fra Trondheim" in _tekst(mottak)
    assert "Venter på den nye kommunen" in _tekst(mottak)
    fylket = logg_inn(Rolle.FYLKE_SAKSBEHANDLER)
    assert "Samir" in _tekst(fylket.get("/flyttinger/?tilstand=venter_mottak"))
    [motta] = re.findall(r"/flyttinger/\d+/motta/", mottak.content.decode())
    assert trondheim.post(motta).status_code == 404
    assert fylket.post(motta).status_code == 404
    assert "Dere har bekreftet at dere har tatt over Samir" in _tekst(steinkjer.post(motta, follow=True))
    assert "Samir" not in _tekst(fylket.get("/flyttinger/?tilstand=venter_mottak"))
    assert "Bekreft at vi har tatt over" not in _tekst(steinkjer.get(_adresse(person)))


def test_klassen_personen_gaar_i_staar_paa_listen(person: Person, av: Aktoer) -> None:
    lag_klasse(av, [person])
    assert "Avslutt deltakelsen i klassen «Spor 2 dagtid»" in _tekst(logg_inn().get(_adresse(person)))


def test_avgjoerelsen_viser_hva_som_foelger_og_kan_avbrytes(
    person: Person, steinkjer: Aktoer, som: Som
) -> None:
    with som(steinkjer):
        actions.registrer_person(
            duf=person.duf, kommune=fabrikk.virksomhet("5006"), fra=DAG, opplysninger=NY, av=steinkjer
        )
    trondheim = logg_inn()
    side = trondheim.get(_adresse(person)).content.decode()
    [sak] = set(re.findall(r"/flyttinger/\d+/", side))
    avgjoer = trondheim.get(sak)
    assert "Avslutt tiltaket" in _tekst(avgjoer)
    assert re.search(r'href="/flyttinger/"[^>]*>\s*Avbryt', avgjoer.content.decode())


def test_den_som_ikke_registrerer_kan_bare_se(person: Person) -> None:
    raadgiver = logg_inn(Rolle.TILSKUDDSRAADGIVER)
    assert "Registrer en flytting" not in _tekst(raadgiver.get(_adresse(person)))
    til = fabrikk.virksomhet("5006").pk
    assert raadgiver.post(_adresse(person), {"til_kommune": til, "fra": "01.02.2024"}).status_code == 403
