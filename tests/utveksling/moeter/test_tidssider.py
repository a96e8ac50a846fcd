"""The pages of weekly slots and of the calendar subscription."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.visning import dato
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.moeter.models import FastTid, Moete
from tests.utveksling.moeter.nettleser import fersk

pytestmark = pytest.mark.django_db


def test_fast_tid_i_nettleseren(fylke: tuple[Client, Aktoer]) -> None:
    """Set aside, looked over, made, excepted, changed; the second of two is told."""
    klient, _ = fylke
    assert "Dere har ingen faste tider." in klient.get("/moeter/faste-tider/").content.decode()
    svar = {
        "innsending": str(uuid.uuid4()), "type": "nettverk", "tittel": "Nettverk hver uke", "ukedag": "3",
        "klokkeslett": "9", "varighet": "60", "fra": dato(timezone.localdate()), "til": "",
    }  # fmt: skip
    assert klient.post("/moeter/faste-tider/ny/", svar | {"varighet": "2"}).status_code == 422
    side = klient.post("/moeter/faste-tider/ny/", svar)["Location"]
    assert "Nettverk hver uke" in klient.get("/moeter/faste-tider/").content.decode()
    assert "Møte lages" in klient.get(side).content.decode()
    assert klient.post(f"{side}moeter/")["Location"] == side
    with kontekst(motor_kontekst()):
        moete = Moete.objects.order_by("-start")[0]
        tid = FastTid.objects.get()
    assert f"/moeter/{moete.noekkel}/" in klient.get(side).content.decode()
    dag = dato(moete.start)
    feil = klient.post(f"{side}unntak/", {"dato": dato(moete.start + timedelta(days=1)), "grunn": "Kurs"})
    assert feil.status_code == 422
    assert klient.post(f"{side}unntak/", {"dato": "", "grunn": ""}).status_code == 422
    klient.post(f"{side}unntak/", {"dato": dag, "grunn": "Kurs"})
    assert fersk(moete).avlyst
    klient.post(f"{side}unntak/", {"slett": dag})
    assert klient.post(f"{side}unntak/", {"slett": "tull"}).status_code == 404
    assert "Møtene som er laget" in klient.get(f"{side}endre/").content.decode()
    endret = svar | {"versjon": str(tid.versjon), "moetene": "foelger", "klokkeslett": "10.00"}
    assert klient.post(f"{side}endre/", endret).status_code == 302
    konflikt = klient.post(f"{side}endre/", endret | {"klokkeslett": "11"})
    assert konflikt.status_code == 409
    assert "11.00" in konflikt.content.decode()


def test_abonnement_i_nettleseren(fylke: tuple[Client, Aktoer]) -> None:
    """The address is shown once and then never again."""
    klient, _ = fylke
    tekst = klient.post("/moeter/abonnement/", {"gjoer": "lag"}).content.decode()
    adresse = tekst.split("<code>")[1].split("</code>")[0]
    assert klient.get(adresse[adresse.index("/moeter/") :]).status_code == 200
    assert "Du har en adresse" in klient.get("/moeter/abonnement/").content.decode()
    assert adresse not in klient.get("/moeter/abonnement/").content.decode()
    klient.post("/moeter/abonnement/", {"gjoer": "tilbakekall"})
    assert "Du har en adresse" not in klient.get("/moeter/abonnement/").content.decode()
