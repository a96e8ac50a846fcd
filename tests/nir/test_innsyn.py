"""Who sees what: 404 for others, every look logged, nothing personal in addresses."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir.verktoey import IDAG, VEDTAK, alle, bosatt_i_aar, logg_inn, ny
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


# --- Hvem ser hva ---


def test_andres_personer_finnes_ikke() -> None:
    person = fabrikk.lag_person(kommune="5006")
    vedtak = fabrikk.lag_vedtak(person)
    skjult = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    klient = logg_inn()
    for noekkel in (person.noekkel, skjult.noekkel):
        for sti in ("", "historikk/", "vedtak/ny/", f"vedtak/{vedtak.registrering_id}/rett/",
                    f"vedtak/{vedtak.registrering_id}/annuller/"):  # fmt: skip
            assert klient.get(f"/personer/{noekkel}/{sti}").status_code == 404, sti
        assert klient.get(f"/personer/tidligere/{noekkel}/").status_code == 404
    assert klient.get("/flyttinger/999/").status_code == 404
    for soek in (person.duf, skjult.duf, "Eksempel", "15.06.1995"):
        assert "Ingen treff" in klient.post("/personer/", {"soek": soek}).content.decode()
    assert not alle(Innsyn)


def test_den_som_har_lov_ser_adressebeskyttelsen() -> None:
    skjult = bosatt_i_aar(adressebeskyttelse="fortrolig")
    tekst = logg_inn(skjermede=True).get(f"/personer/{skjult.noekkel}/").content.decode()
    assert "Personen har adressebeskyttelse" in tekst


def test_lesere_ser_men_registrerer_ikke() -> None:
    person = bosatt_i_aar()
    klient = logg_inn(Rolle.TILSKUDDSRAADGIVER)
    side = klient.get(f"/personer/{person.noekkel}/").content.decode()
    assert "/vedtak/ny/" not in side
    assert "/rett/" not in side
    assert klient.get(ny(person, "vedtak")).status_code == 403
    assert klient.get("/personer/tidligere/").status_code == 403


def test_hvert_oppslag_logges_en_gang() -> None:
    person, klient = bosatt_i_aar(), logg_inn()
    for sti in ("", "historikk/", "vedtak/ny/"):
        klient.get(f"/personer/{person.noekkel}/{sti}")
    assert [i.hvor for i in alle(Innsyn)] == ["person", "historikk", "skjema-vedtak"]
    assert {i.person_id for i in alle(Innsyn)} == {person.pk}


def test_administratoren_ser_og_det_logges() -> None:
    person = bosatt_i_aar()
    vedtak = fabrikk.lag_vedtak(person)
    bruker = fabrikk.lag_bruker(Rolle.ADMINISTRATOR)
    bruker.is_staff = True
    bruker.save()
    klient = inn(bruker)
    for modell in ("person", "vedtak", "bosted", "fulltidvgo", "stans", "personopplysning", "flyttesak"):
        liste = klient.get(f"/admin/nir/{modell}/")
        assert liste.status_code == 200
        assert 'name="q"' not in liste.content.decode(), "ingen søk: det ville stått i adressen"
        assert klient.get(f"/admin/nir/{modell}/add/").status_code == 403
    assert not alle(Innsyn)
    assert klient.get(f"/admin/nir/person/{person.pk}/change/").status_code == 200
    assert klient.get(f"/admin/nir/vedtak/{vedtak.pk}/change/").status_code == 200
    assert klient.post(f"/admin/nir/vedtak/{vedtak.pk}/delete/").status_code == 403
    assert [i.person_id for i in alle(Innsyn)][:2] == [person.pk, person.pk]


# --- Ingen personopplysninger i adresser; et fast antall spørringer ---


def test_ingen_adresse_baerer_personopplysninger() -> None:
    person = bosatt_i_aar(fornavn="Sjeldennavn", etternavn="Hemmelig")
    fabrikk.lag_vgo(person, fra=IDAG, til=None)
    klient = logg_inn()
    adresser: list[str] = []
    sider = ["/", "/personer/", "/personer/?mangler=vedtak", "/flyttinger/", "/personer/tidligere/",
             f"/personer/{person.noekkel}/", f"/personer/{person.noekkel}/historikk/",
             ny(person, "vedtak")]  # fmt: skip
    for side in sider:
        adresser += re.findall(r'(?:href|action|src)="([^"]*)"', klient.get(side).content.decode())
    for svar in (
        klient.post("/personer/", {"soek": "Hemmelig"}),
        klient.post(ny(person, "vedtak"), {**VEDTAK, "steg": "lagre"}),
    ):
        adresser.append(svar["Location"])
    assert len(adresser) > 50
    for adresse in adresser:
        for hemmelig in ("Sjeldennavn", "Hemmelig", person.duf, "1995"):
            assert hemmelig.lower() not in adresse.lower(), adresse


def test_listen_og_personsiden_har_et_fast_antall_spoerringer() -> None:
    klient = logg_inn()

    def antall(sti: str) -> int:
        with CaptureQueriesContext(connection) as fanget:
            assert klient.get(sti).status_code == 200
        return len(fanget)

    person = bosatt_i_aar()
    klient.get("/")
    foer = [antall("/personer/"), antall(f"/personer/{person.noekkel}/"), antall("/")]
    for nummer in range(5):
        bosatt_i_aar()
        fabrikk.lag_vedtak(person, startdato=IDAG - timedelta(days=nummer))
        fabrikk.lag_vgo(person, fra=IDAG + timedelta(days=nummer), til=IDAG + timedelta(days=nummer))
    etter = [antall("/personer/"), antall(f"/personer/{person.noekkel}/"), antall("/")]
    assert etter == foer
    assert etter[0] <= 12
    assert etter[1] <= 26
