"""Every kind of registration keeps the same promises: registered, corrected, annulled, read, refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir import actions
from integrering.nir.faktatyper import FAKTATYPER, Faktatype, Gruppe, slag_i, tabeller
from integrering.nir.models import Person
from integrering.nir.queries.registrerte import registrerte
from integrering.tilgang.aktoer import Aktoer
from tests import fabrikk
from tests.nir.eksempler import REGISTRERES, START, som_skrevet, verdier
from tests.nir.handling import Som
from tests.nir.verktoey import alle, bosatt_i_aar, logg_inn, ny

pytestmark = pytest.mark.django_db


def test_alle_registreres_leses_rettes_og_annulleres(av: Aktoer, som: Som) -> None:
    person = bosatt_i_aar()
    with som(av):
        for slag in REGISTRERES:
            _gjennom_livet(slag, person, av)


def _gjennom_livet(slag: Faktatype, person: Person, av: Aktoer) -> None:
    rad = actions.registrer(slag=slag, person=person, verdier=verdier(slag), av=av)
    lest = registrerte([person.pk])[person.pk].siste(slag.slug)
    assert lest is not None
    assert lest.start == getattr(rad, slag.startfelt)
    assert lest.registrering == rad.registrering_id
    assert {k: v for k, v in lest.verdier.items() if k != "fylke"} == {
        k: tuple(v) if isinstance(v, list) else v for k, v in verdier(slag).items() if k != "fylke"
    }
    senere = verdier(slag, START + timedelta(days=1)) | _samme_maaned(slag)
    felles: dict[str, Any] = {"slag": slag, "person": person, "av": av, "aarsak": "Feil dag"}
    if senere != verdier(slag):
        rad = actions.rett(registrering=rad.registrering_id, sett=rad.pk, verdier=senere, **felles)
    actions.annuller(registrering=rad.registrering_id, sett=rad.pk, **felles)
    assert not registrerte([person.pk])[person.pk].har(slag.slug)


def _samme_maaned(slag: Faktatype) -> dict[str, Any]:
    return {"timer": 12} if "maaned" in slag.felter else {}


def test_den_samme_to_ganger_avvises_med_veien_ut(av: Aktoer, som: Som) -> None:
    person = bosatt_i_aar()
    with som(av):
        for slag in REGISTRERES:
            actions.registrer(slag=slag, person=person, verdier=verdier(slag), av=av)
            with pytest.raises(Regelbrudd, match=r"[Rr]ett den"):
                actions.registrer(slag=slag, person=person, verdier=verdier(slag), av=av)


def test_skjemaene_spoer_kontrollerer_og_lagrer() -> None:
    person, klient = bosatt_i_aar(), logg_inn()
    for slag in REGISTRERES:
        _gjennom_skjemaet(slag, person, klient)


def _gjennom_skjemaet(slag: Faktatype, person: Person, klient: Client) -> None:
    foer = len(alle(slag.modell))
    adresse, svar = ny(person, slag.slug), som_skrevet(verdier(slag))
    assert klient.get(adresse).status_code == 200
    assert klient.post(adresse, {"steg": "kontroller"}).status_code == 422
    kontroll = klient.post(adresse, svar)
    assert kontroll.status_code == 200, kontroll.content.decode()
    assert "Kontroller svarene" in kontroll.content.decode()
    side = klient.post(adresse, {**svar, "steg": "lagre"}, follow=True)
    assert f"{slag.registrert} for Amina Eksempel" in side.content.decode()
    assert len(alle(slag.modell)) == foer + 1


def test_datoer_som_har_skjedd_kan_ikke_ligge_fram(av: Aktoer, som: Som) -> None:
    person, fram = bosatt_i_aar(), date.today() + timedelta(days=40)
    for slag, felt in [(s, f) for s in REGISTRERES for f in s.fortid]:
        framtid = verdier(slag) | {felt: fram.replace(day=1) if felt == "maaned" else fram}
        with som(av), pytest.raises(Regelbrudd) as feil:
            actions.registrer(slag=slag, person=person, verdier=framtid, av=av)
        assert "fram i tid" in str(feil.value.meldinger[felt])


def test_basen_tar_bare_koder_fra_listen() -> None:
    person = bosatt_i_aar()
    kodekolonner = [(s, f) for s in REGISTRERES for n in s.felter if isinstance(f := s.felt(n), Kodekolonne)]
    for slag, felt in kodekolonner:
        galt = verdier(slag) | {felt.name: "finnes-ikke"} | dict(slag.faste)
        with pytest.raises(IntegrityError, match="kodelister"), transaction.atomic():
            fabrikk.registrer(slag.modell, person, registrert=None, **galt)


def test_hvert_slag_staar_paa_en_side_og_har_hjemmel() -> None:
    alle_slag = [slag for gruppe in Gruppe for slag in slag_i(gruppe)]
    assert alle_slag == list(FAKTATYPER.values())
    assert all("§" in slag.hjemmel for slag in alle_slag)


def test_alle_tabellene_er_vernet_med_to_klokker_og_radtilgang() -> None:
    with connection.cursor() as peker:
        for tabell in tabeller():
            peker.execute(
                "SELECT c.relrowsecurity AND c.relforcerowsecurity,"
                " (SELECT count(*) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname IN"
                " ('a_registrert', 'b_kun_erstattet', 'c_aldri_slettet', 'd_aldri_toemt', 'd_kjede'))"
                " FROM pg_class c WHERE c.relname = %s",
                [tabell],
            )
            assert peker.fetchone() == (True, 5), tabell


def test_delene_av_personsiden_viser_sine_registreringer(av: Aktoer, som: Som) -> None:
    person, klient = bosatt_i_aar(), logg_inn()
    with som(av):
        for slag in REGISTRERES:
            actions.registrer(slag=slag, person=person, verdier=verdier(slag), av=av)
    for gruppe in (Gruppe.INTRO, Gruppe.OPPLAERING, Gruppe.KOMPETANSE):
        side = klient.get(reverse("person_gruppe", args=[person.noekkel, gruppe])).content.decode()
        assert "Ikke registrert" not in side
        assert side.count(">Rett<") == len(slag_i(gruppe))
    assert klient.get(reverse("person_gruppe", args=[person.noekkel, "finnes-ikke"])).status_code == 404
    assert klient.get(reverse("person_gruppe", args=[person.noekkel, "oversikt"])).status_code == 404
    assert klient.get(reverse("person_historikk", args=[person.noekkel])).status_code == 200
