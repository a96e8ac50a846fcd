"""Hvem ser hva i en liste. Databasen holder det."""

from __future__ import annotations

import pytest

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.registerlister.models import Registerliste, Registerrad
from tests import fabrikk
from tests.nir.handling import Som
from tests.tilgang.hjelp import inn
from tests.utveksling.registerlister import hjelp
from tests.utveksling.registerlister.hjelp import AVSLUTTEDE, avsluttetrad, tekst, utfall

pytestmark = pytest.mark.django_db


def test_andres_person_ser_ut_som_en_ukjent(trondheim: Aktoer) -> None:
    """The number of someone in another municipality and one that is nobody's: the same answer."""
    andres, ingens = fabrikk.lag_person(kommune="5006").duf, fabrikk.nytt_duf()
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(andres), avsluttetrad(ingens)), trondheim)
    svar = utfall(liste, trondheim)
    assert svar[andres] == svar[ingens]
    assert svar[andres]["person"] == "bare_register"


def test_en_skjermet_person_ser_ut_som_en_ukjent_for_den_som_lastet_opp_og_finnes_ikke_for_andre(
    trondheim: Aktoer,
) -> None:
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig").duf
    ingens = fabrikk.nytt_duf()
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(skjermet), avsluttetrad(ingens)), trondheim)
    svar = utfall(liste, trondheim)
    assert svar[skjermet] == svar[ingens]
    assert set(utfall(liste, fabrikk.lag_aktoer())) == {ingens}
    assert set(utfall(liste, fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER))) == {ingens}
    assert set(utfall(liste, fabrikk.lag_aktoer(skjermede=True))) == {skjermet, ingens}


def test_den_som_er_klarert_sammenligner_og_bare_klarerte_ser_det(som: Som) -> None:
    klarert = fabrikk.lag_aktoer(skjermede=True)
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    hjelp.avsluttet(skjermet)
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(skjermet)), klarert)
    assert utfall(liste, klarert)[skjermet.duf]["avslutningsdato"] == "likt"
    assert utfall(liste, fabrikk.lag_aktoer()) == {}


def test_kommunen_ser_sine_egne_i_fylkets_liste(fylket: Aktoer, trondheim: Aktoer, person: Person) -> None:
    der = fabrikk.lag_person(kommune="5006")
    rader = [avsluttetrad(person), avsluttetrad(der), avsluttetrad(fabrikk.nytt_duf())]
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, *rader), fylket)
    assert set(utfall(liste, trondheim)) == {person.duf}
    assert set(utfall(liste, fabrikk.lag_aktoer(nummer="5006"))) == {der.duf}
    assert len(utfall(liste, fylket)) == 3


def test_kommunens_liste_er_dens_egen_og_fylkets(fylket: Aktoer, trondheim: Aktoer, person: Person) -> None:
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person)), trondheim)
    steinkjer = fabrikk.lag_aktoer(nummer="5006")
    assert utfall(liste, steinkjer) == {}
    assert set(utfall(liste, fylket)) == {person.duf}


def test_voksenopplaeringen_har_ikke_noe_program_aa_sammenligne(trondheim: Aktoer, person: Person) -> None:
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person)), trondheim)
    skolen = fabrikk.lag_bruker(Rolle.KOMMUNE_VOKSENOPPLAERING)
    assert utfall(liste, fabrikk.aktoer(skolen)) == {}
    assert inn(skolen).get("/registerlister/").status_code == 403


def test_etter_flytting_ser_den_gamle_kommunen_ikke_raden(
    trondheim: Aktoer, person: Person, som: Som
) -> None:
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(person)), trondheim)
    with kontekst(motor_kontekst()):
        bosted = person.bosteder.get(erstattet=None)
    fabrikk.rett(bosted, kommune_id=fabrikk.virksomhet("5006").pk)
    assert utfall(liste, trondheim) == {}
    with som(fabrikk.lag_aktoer(nummer="5006")):
        assert not Registerliste.objects.exists()
        assert Registerrad.objects.count() == 1, "den nye ser raden om sin person"


def test_eksporten_har_ikke_nummeret_til_en_som_ikke_staar_hos_oss() -> None:
    """A protected person in one's own file is no exception: the file one takes out says only the line."""
    bruker = fabrikk.lag_bruker()
    av = fabrikk.aktoer(bruker)
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig", fornavn="Hemmelig")
    liste = hjelp.last_opp(tekst(AVSLUTTEDE, avsluttetrad(skjermet, navn="Hemmelig, Person")), av)
    adresse = f"/registerlister/{liste.noekkel}/"
    svar = inn(bruker).get(adresse).content.decode()
    assert "Linje 2 i listen" in svar
    assert "Hemmelig" not in svar
