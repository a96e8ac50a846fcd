"""A new person, and moves."""

from __future__ import annotations

import re
from datetime import date

import pytest

from integrering.nir.models import Bosted, Person
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir.verktoey import alle, bosatt_i_aar, logg_inn

pytestmark = pytest.mark.django_db


# --- Ny person ---

NY = {"duf": fabrikk.nytt_duf(900_001), "fornavn": "Øyvor", "etternavn": "Prøve", "foedselsdato": "010290",
      "kjoenn": "K", "statsborgerskap": "UKR", "tillatelse": "9e", "tillatelse_dato": "1.2.24",
      "fra": "2024-03-01"}  # fmt: skip


def test_ny_person_kontrolleres_og_lagres() -> None:
    klient = logg_inn()
    svar = NY | {"kommune": fabrikk.virksomhet("5001").pk}
    assert klient.get("/personer/ny/").status_code == 200
    assert klient.post("/personer/ny/", {}).status_code == 422
    tekst = klient.post("/personer/ny/", svar).content.decode()
    assert "Kontroller svarene" in tekst
    assert "01.02.1990" in tekst
    assert not alle(Person)
    assert "Øyvor" in klient.post("/personer/ny/", {**svar, "steg": "endre"}).content.decode()
    ferdig = klient.post("/personer/ny/", {**svar, "steg": "lagre"}, follow=True).content.decode()
    assert "Øyvor Prøve er registrert. Neste: registrer vedtak" in ferdig


def test_feil_kontrollsiffer_varsles_men_stopper_ikke() -> None:
    feil = NY["duf"][:-1] + str((int(NY["duf"][-1]) + 1) % 10)
    svar = {**NY, "duf": feil, "kommune": fabrikk.virksomhet("5001").pk}
    tekst = logg_inn().post("/personer/ny/", svar).content.decode()
    assert "DUF-nummer: Kontrollsifrene i DUF-nummeret stemmer ikke" in tekst


def test_ny_person_som_andre_har_roeper_ingenting() -> None:
    andres = fabrikk.lag_person(kommune="5006", fornavn="Hemmelig")
    svar = {**NY, "duf": andres.duf, "kommune": fabrikk.virksomhet("5001").pk, "steg": "lagre"}
    klient = logg_inn()
    tekst = klient.post("/personer/ny/", svar, follow=True).content.decode()
    assert "Fylkeskommunen avklarer hvor personen hører til" in tekst
    assert "Hemmelig" not in tekst
    assert "Steinkjer" not in tekst
    flyttinger = klient.get("/flyttinger/").content.decode()
    assert "Meldt av dere" in flyttinger
    assert "Hemmelig" not in flyttinger


def test_en_person_dere_har_vises_som_feil_paa_duf() -> None:
    svar = {**NY, "duf": bosatt_i_aar().duf, "kommune": fabrikk.virksomhet("5001").pk}
    svar_ = logg_inn().post("/personer/ny/", svar)
    assert svar_.status_code == 422
    assert "Søk fram personen" in svar_.content.decode()


# --- Flyttinger ---


def test_skjemaet_for_ny_person_kan_avbrytes() -> None:
    tekst = logg_inn().get("/personer/ny/").content.decode()
    assert re.search(r'href="/personer/"[^>]*>\s*Avbryt', tekst)


def test_fylket_avgjoer_en_flytting() -> None:
    person = fabrikk.lag_person(bosatt_fra=date(2023, 1, 1))
    steinkjer = logg_inn(nummer="5006")
    svar = {**NY, "duf": person.duf, "kommune": fabrikk.virksomhet("5006").pk, "steg": "lagre"}
    steinkjer.post("/personer/ny/", svar)
    fylket = logg_inn(Rolle.FYLKE_SAKSBEHANDLER)
    url = re.findall(r"/flyttinger/\d+/", fylket.get("/flyttinger/").content.decode())[0]
    assert steinkjer.get(url).status_code == 404
    assert "Amina Eksempel" in fylket.get(url).content.decode()
    assert fylket.post(url, {"avgjoerelse": ""}).status_code == 422
    assert "Skriv hvorfor" in fylket.post(url, {"avgjoerelse": "avvis"}).content.decode()
    tekst = fylket.post(url, {"avgjoerelse": "bekreft"}, follow=True).content.decode()
    assert "Flyttingen er bekreftet for Amina Eksempel" in tekst
    assert steinkjer.get(f"/personer/{person.noekkel}/").status_code == 200
    assert len(alle(Bosted)) == 3
