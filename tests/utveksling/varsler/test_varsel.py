"""The digest: to whom, when, once, and without personal data."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from integrering.grunnmur.models import Tilstand
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.varsler import brev
from integrering.utveksling.varsler.models import Varsel
from tests import fabrikk
from tests.tilgang.hjelp import inn
from tests.utveksling.varsler.hjelp import ONSDAG, TIRSDAG, lag_mottaker, meld_flytting, morgen, sendt

pytestmark = pytest.mark.django_db(transaction=False)


@time_machine.travel(TIRSDAG, tick=False)
def test_nytt_gir_en_epost_med_antall_og_lenker() -> None:
    bruker = lag_mottaker()
    meld_flytting(fabrikk.lag_person(fornavn="Hemmelig"))
    jobb = morgen()
    assert jobb.tilstand == Tilstand.FERDIG
    assert jobb.resultat == {"laget": 1, "feilet": 0, "brukere": 1}
    (epost,) = sendt()
    assert epost.to == [bruker.email]
    assert epost.subject == "Nytt i Integrering"
    assert "- Flyttinger som venter på svar: 1 (1 ny)" in epost.body
    assert "https://integrering.example.no/flyttinger/" in epost.body
    assert epost.extra_headers["List-Unsubscribe"] == "<https://integrering.example.no/varsler/>"


@time_machine.travel(TIRSDAG, tick=False)
def test_ingen_personopplysninger_i_eposten_eller_raden() -> None:
    lag_mottaker(etternavn="Mottaker")
    person = fabrikk.lag_person(fornavn="Hemmelig", etternavn="Hemmeligsen")
    meld_flytting(person)
    morgen()
    with kontekst(motor_kontekst()):
        rad = str(Varsel.objects.values().get())
    for ord_ in ("Hemmelig", person.duf, person.duf_skrevet, "1995", str(person.noekkel)):
        assert ord_ not in sendt()[0].body + sendt()[0].subject + rad


@time_machine.travel(TIRSDAG, tick=False)
def test_ingenting_nytt_gir_ingen_epost() -> None:
    lag_mottaker()
    assert morgen().resultat["laget"] == 0
    assert not sendt()


def test_det_gamle_alene_sendes_ikke_paa_nytt() -> None:
    lag_mottaker()
    with time_machine.travel(TIRSDAG - timedelta(minutes=1), tick=False):
        meld_flytting(fabrikk.lag_person())
    with time_machine.travel(TIRSDAG, tick=False):
        morgen()
    with time_machine.travel(ONSDAG, tick=False):
        morgen()
    assert len(sendt()) == 1, "saken venter fortsatt, men er ikke ny"
    with time_machine.travel(ONSDAG + timedelta(days=1), tick=False):
        meld_flytting(fabrikk.lag_person())
        morgen()
    assert "Flyttinger som venter på svar: 2 (1 ny)" in sendt()[1].body


@pytest.mark.parametrize("dager", [4, 5])
def test_ikke_i_helgen(dager: int) -> None:
    lag_mottaker()
    with time_machine.travel(TIRSDAG + timedelta(days=dager), tick=False):
        meld_flytting(fabrikk.lag_person())
        morgen()
    assert not sendt()


@time_machine.travel(TIRSDAG, tick=False)
def test_bare_det_en_selv_kan_se_telles() -> None:
    lag_mottaker(nummer="5035")
    meld_flytting(fabrikk.lag_person())
    meld_flytting(fabrikk.lag_person(kommune="5035", adressebeskyttelse="fortrolig"))
    morgen()
    assert not sendt(), "andres og skjermede personer er ikke nytt for noen uten tilgang"
    lag_mottaker(nummer="5035", skjermede=True)
    with time_machine.travel(TIRSDAG + timedelta(minutes=5), tick=False):
        morgen()
    assert [e.body.count("Flyttinger som venter på svar: 1 (1 ny)") for e in sendt()] == [1]


@time_machine.travel(TIRSDAG, tick=False)
@pytest.mark.parametrize("hvem", ["uten_adresse", "stengt", "sluttet", "forvalter"])
def test_hvem_som_ikke_faar(hvem: str) -> None:
    rolle = Rolle.KOMMUNE_ADMINISTRATOR if hvem == "forvalter" else Rolle.KOMMUNE_FLYKTNINGTJENESTE
    bruker = lag_mottaker(rolle)
    if hvem == "uten_adresse":
        Bruker.objects.filter(pk=bruker.pk).update(email="")
    if hvem == "stengt":
        Bruker.objects.filter(pk=bruker.pk).update(is_active=False)
    if hvem == "sluttet":
        with kontekst(motor_kontekst()):
            bruker.rolletildelinger.update(til=TIRSDAG.date() - timedelta(days=1))
    meld_flytting(fabrikk.lag_person())
    morgen()
    assert not sendt()


@time_machine.travel(TIRSDAG, tick=False)
def test_to_roller_er_en_epost_med_to_deler() -> None:
    bruker = lag_mottaker()
    fabrikk.gi_rolle(bruker, Rolle.KOMMUNE_FLYKTNINGTJENESTE, "5035")
    meld_flytting(fabrikk.lag_person())
    meld_flytting(fabrikk.lag_person(kommune="5035"))
    morgen()
    (epost,) = sendt()
    assert "Trondheim" in epost.body
    assert "Stjørdal" in epost.body
    assert epost.body.count(": 1 (1 ny)") == 2


@time_machine.travel(TIRSDAG, tick=False)
def test_eposten_er_paa_spraaket_brukeren_leser() -> None:
    bruker = lag_mottaker()
    Bruker.objects.filter(pk=bruker.pk).update(maalform="nn")
    meld_flytting(fabrikk.lag_person())
    sett: list[Any] = []
    registrer = brev.lag_brev

    def lag(utsending: Any) -> Any:
        svar = registrer(utsending)
        sett.append(svar)
        return svar

    with pytest.MonkeyPatch.context() as lapp:
        lapp.setitem(__import__("integrering.tilgang.epost", fromlist=["_slag"])._slag, brev.SLAG, lag)
        morgen()
    # lazy texts: the language is chosen when the e-mail is written, not when it is made
    assert not isinstance(sett[0].emne, str)
    assert not isinstance(sett[0].verdier["roller"][0]["linjer"][0]["tekst"], str)
    assert len(sendt()) == 1


def test_siden_viser_det_som_ville_staatt_i_eposten() -> None:
    klient = inn(lag_mottaker())
    meld_flytting(fabrikk.lag_person())
    side = " ".join(klient.get("/varsler/").content.decode().split())
    assert 'href="/flyttinger/">Flyttinger som venter på svar</a>: 1 (1 ny)' in side


@pytest.mark.parametrize("rolle", [Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER, Rolle.FYLKE_SAKSBEHANDLER])
def test_alle_kilder_kan_telles_i_hver_rolle(rolle: Rolle) -> None:
    side = inn(lag_mottaker(rolle)).get("/varsler/").content.decode()
    assert "Uleste meldinger" in side
    assert ("Flyttinger som venter" in side) is (rolle is Rolle.FYLKE_SAKSBEHANDLER)


@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_ADMINISTRATOR, Rolle.INNSYNSREVISOR])
def test_roller_uten_arbeid_har_ingen_varsler(rolle: Rolle) -> None:
    assert inn(lag_mottaker(rolle)).get("/varsler/").status_code == 403


def test_et_fast_antall_spoerringer(django_assert_max_num_queries: Any) -> None:
    klient = inn(lag_mottaker())
    klient.get("/varsler/")
    with django_assert_max_num_queries(20):
        klient.get("/varsler/")
