"""Meldinger om en person: på personsiden, og når personen er skjermet."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from integrering.nir.models import Personopplysning
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Innsyn
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger.models import Overlevering
from tests.fabrikk import TRONDHEIM, aktoer, lag_bruker, lag_person, rett, virksomhet
from tests.nir.handling import Som
from tests.tilgang.hjelp import inn
from tests.utveksling.meldinger.post import send
from tests.utveksling.meldinger.sider import hent

pytestmark = pytest.mark.django_db


def test_personsiden_viser_meldinger_og_skriver_om_personen(
    som: Som, saksbehandler: Bruker, trondheim: Bruker
) -> None:
    person = lag_person(fornavn="Yasmin")
    melding = send(aktoer(saksbehandler), virksomhet(TRONDHEIM), person=person)
    de = inn(trondheim)
    side = hent(de, "person", person.noekkel)
    assert melding.samtale.saksnummer in side and "Skriv melding" in side
    skriv = hent(de, "melding_ny", sporring={"person": str(person.noekkel)})
    assert "Yasmin" in skriv and "Steinkjer" not in skriv
    assert "Yasmin" in hent(de, "samtale", melding.samtale.noekkel)
    assert "Yasmin" not in hent(de, "meldinger"), "ingen navn i listene"
    with som(aktoer(trondheim)):
        assert Innsyn.objects.filter(person_id=person.pk, hvor="melding").exists()


def test_skjermede_overleveres_for_haand(som: Som) -> None:
    person = lag_person(fornavn="Skjult", adressebeskyttelse="fortrolig")
    ser = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True)
    klient, uten = inn(ser), inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    svaret = klient.get(reverse("melding_ny"), {"person": str(person.noekkel)}, follow=True)
    assert "Overlevert for hånd" in svaret.content.decode()
    assert "overleveres for hånd" in hent(klient, "person", person.noekkel)
    hent(klient, "overlevering_ny", person.noekkel)
    felt = {
        "noekkel": str(uuid.uuid4()), "dato": "20.11.2020", "til_hvem": "Kari", "hvem": "Ola",
        "maate": "personlig", "hva": "vedtak",
    }  # fmt: skip
    adresse = reverse("overlevering_ny", args=[person.noekkel])
    assert klient.post(adresse, felt | {"dato": "01.01.2099"}).status_code == 422
    assert "Overleveringen er registrert." in klient.post(adresse, felt, follow=True).content.decode()
    klient.post(adresse, felt)
    with som(aktoer(ser)):
        rad = Overlevering.objects.get()
    retting = reverse("overlevering_rett", args=[rad.noekkel])
    hent(klient, "overlevering_rett", rad.noekkel)
    klient.post(retting, felt | {"noekkel": str(uuid.uuid4()), "aarsak": "Feil dag"})
    assert "Feil dag" in hent(klient, "overleveringer", person.noekkel)
    for navn, noekkel in (("overleveringer", person.noekkel), ("overlevering_rett", rad.noekkel)):
        hent(uten, navn, noekkel, status=404)


def test_samtalen_naar_personen_er_skjermet(saksbehandler: Bruker) -> None:
    person = lag_person()
    melding = send(aktoer(saksbehandler), virksomhet(TRONDHEIM), person=person)
    with kontekst(motor_kontekst()):
        naa = Personopplysning.objects.get(person=person)
    rett(naa, adressebeskyttelse="fortrolig")
    hent(inn(saksbehandler), "samtale", melding.samtale.noekkel, status=404)
    ser = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True))
    assert "sendes ikke flere meldinger" in hent(ser, "samtale", melding.samtale.noekkel)
