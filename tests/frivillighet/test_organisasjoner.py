"""Organisations: who sees which, who changes what, and what the page says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.frivillighet import actions
from regionalt.frivillighet.actions import Kontaktdata
from regionalt.frivillighet.models import Dekning, Organisasjon, Organisasjonsslag
from regionalt.kodeverk import Tema
from tests.fabrikk import ORGANISASJON, STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.frivillighet.hjelp import (
    ANNEN,
    I_DAG,
    PARAPLY,
    lag_aktivitet,
    lag_avtale,
    lag_organisasjon,
    om,
    profil,
    saksbehandler,
    trondheim,
)
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn
from tests.utveksling.moeter.hjelp import inviter, lag_moete

pytestmark = pytest.mark.django_db
_PARAPLY = Organisasjonsslag.PARAPLY


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


@pytest.fixture
def organisasjonen() -> Client:
    """The browser of the organisation's own user."""
    return inn(lag_bruker(Rolle.ORGANISASJON_SOEKER))


def _side(klient: Client, nummer: str = ORGANISASJON) -> str:
    svar = klient.get(reverse("frivillighet:organisasjon", args=[nummer]))
    assert svar.status_code == 200
    return svar.content.decode()


def _krysset(klient: Client, adresse: str, verdi: str) -> bool:
    side = klient.get(adresse).content.decode()
    return re.search(rf'value="{verdi}"[^>]* checked', side) is not None


def _svar(**felt: Any) -> dict[str, Any]:
    return {
        "nummer": "099 000 011", "navn": "Fjordlaget", "slag": "lokal", "temaer": ["norsk", "helse"],
        "kommuner": [trondheim().pk], "aktiv_fra": "01.02.2020", "telefon": "99 00 00 00",
    } | felt  # fmt: skip


def test_en_ny_organisasjon_med_paraply(klient: Client, settings: Settings) -> None:
    settings.DEMO = True  # lets invented numbers in
    paraply = lag_organisasjon(PARAPLY, navn="Paraplyen", slag=_PARAPLY, hele_fylket=True)
    adresse = reverse("frivillighet:organisasjon_ny")
    assert "Paraplyen" in klient.get(adresse).content.decode()
    svar = klient.post(adresse, _svar(paraply=paraply.pk))
    assert svar["Location"] == reverse("frivillighet:organisasjon", args=[ANNEN])
    side = _side(klient, ANNEN)
    for ord_ in ("Fjordlaget", "Paraplyen", "Trondheim", "Norsk og samfunnskunnskap, Helse", "99 00 00 00"):
        assert ord_ in side
    assert "Fjordlaget" in _side(klient, PARAPLY)


def test_feil_sies_ved_feltet_og_ingenting_lagres(klient: Client) -> None:
    lag_organisasjon()
    for felt, tekst in (
        ({"nummer": ORGANISASJON}, "Organisasjonen finnes fra før: Prøvelaget."),
        ({"nummer": "123456789"}, "Organisasjonsnummeret er feil."),
        ({"navn": ""}, "Skriv navnet på organisasjonen."),
        ({"temaer": []}, "Velg temaer."),
        ({"kommuner": []}, "Velg kommunene, eller kryss av for hele fylket."),
        ({"aktiv_til": "01.01.2019"}, "Den siste dagen kan ikke være før den første."),
        ({"beskrivelse": "Kari 010190 12345"}, "Ta ut nummeret."),
        ({"telefon": "ring meg"}, "Skriv telefonnummeret med bare siffer og mellomrom."),
    ):
        svar = klient.post(reverse("frivillighet:organisasjon_ny"), _svar(**felt))
        assert svar.status_code == 422 and tekst in svar.content.decode(), felt
    with kontekst(kontekst_for(saksbehandler())):
        assert Organisasjon.objects.count() == 1


@pytest.mark.parametrize(
    ("felt", "hvor"),
    [
        ({"temaer": []}, "temaer"),
        ({"slag": _PARAPLY, "paraply": "paraplyen"}, "paraply"),
        ({"paraply": "laget"}, "paraply"),
    ],
)
def test_en_paraply_er_en_paraply(felt: dict[str, Any], hvor: str) -> None:
    paraply = lag_organisasjon(PARAPLY, navn="Paraplyen", slag=_PARAPLY)
    laget = lag_organisasjon()
    ider = {"paraplyen": paraply.pk, "laget": laget.pk}
    if "paraply" in felt:
        felt = felt | {"paraply_id": ider[felt["paraply"]]}
        del felt["paraply"]
    av = saksbehandler()
    with kontekst(kontekst_for(av)), pytest.raises(Regelbrudd) as feil:
        actions.endre_organisasjon(organisasjon=laget, versjon=1, profil=profil(**felt), av=av)
    assert hvor in feil.value.meldinger


def test_en_paraply_med_medlemmer_blir_ikke_lokal() -> None:
    paraply = lag_organisasjon(PARAPLY, navn="Paraplyen", slag=_PARAPLY)
    lag_organisasjon(paraply_id=paraply.pk)
    av = saksbehandler()
    with kontekst(kontekst_for(av)), pytest.raises(Regelbrudd) as feil:
        actions.endre_organisasjon(organisasjon=paraply, versjon=1, profil=profil(), av=av)
    assert "slag" in feil.value.meldinger


def test_profilen_endres_og_den_andre_faar_vite_det(klient: Client) -> None:
    lag_organisasjon()
    adresse = reverse("frivillighet:organisasjon_endre", args=[ORGANISASJON])
    assert _krysset(klient, adresse, "norsk")
    svar = _svar(versjon=1, kommuner=[], hele_fylket="on", temaer=["arbeid"], beskrivelse="Vi hjelper til.")
    assert klient.post(adresse, svar).status_code == 302
    side = _side(klient)
    assert "Hele fylket" in side and "Arbeid og kompetansebehov" in side and "Vi hjelper til." in side
    assert klient.post(adresse, svar).status_code == 409


def test_organisasjonen_holder_kontakten_sin_ved_like(organisasjonen: Client) -> None:
    """Its own page only, and only how one reaches it."""
    lag_organisasjon()
    lag_organisasjon(ANNEN, navn="Fjordlaget", hele_fylket=True)
    assert organisasjonen.get(reverse("frivillighet:organisasjoner"))["Location"].endswith(f"{ORGANISASJON}/")
    side = _side(organisasjonen)
    assert "Endre kontakten" in side and "Endre organisasjonen" not in side and "Ny avtale" not in side
    adresse = reverse("frivillighet:organisasjon_kontakt", args=[ORGANISASJON])
    svar = {"versjon": 1, "kontaktperson": "Ola Prøve", "epost": "ola@example.org", "nettside": "example.org"}
    assert organisasjonen.post(adresse, svar).status_code == 302
    side = _side(organisasjonen)
    assert "Ola Prøve" in side and "https://example.org" in side
    assert organisasjonen.post(adresse, svar).status_code == 409
    assert organisasjonen.post(adresse, svar | {"kontaktperson": "2099 000001 12"}).status_code == 422
    for navn in ("organisasjon", "organisasjon_kontakt"):
        assert organisasjonen.get(reverse(f"frivillighet:{navn}", args=[ANNEN])).status_code == 404
    assert (
        organisasjonen.get(reverse("frivillighet:organisasjon_endre", args=[ORGANISASJON])).status_code == 403
    )


def test_en_organisasjon_som_ikke_er_med_faar_vite_det(organisasjonen: Client) -> None:
    svar = organisasjonen.get(reverse("frivillighet:organisasjoner"))
    assert "ikke ført dere opp" in svar.content.decode()


def test_databasen_holder_det_samme() -> None:
    """The organisation changes only its own contact; nobody deletes; the writer is the one who asks."""
    laget, av = lag_organisasjon(), lag_aktoer(Rolle.ORGANISASJON_SOEKER)
    mitt = Organisasjon.objects.filter(pk=laget.pk)
    with kontekst(kontekst_for(av)):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            mitt.update(beskrivelse="Endret", endret_av_id=av.bruker_id)
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            mitt.update(telefon="1", endret_av_id=saksbehandler().bruker_id)
    fylket = saksbehandler()
    with kontekst(kontekst_for(fylket)):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            Dekning.objects.filter(organisasjon=laget).delete()
            mitt.delete()
        with pytest.raises(IkkeTilgang):
            actions.endre_kontakt(
                organisasjon=laget, versjon=1, kontakt=Kontaktdata(), av=replace(av, virksomhet_id=0)
            )
        with pytest.raises(Konflikt):
            actions.endre_kontakt(organisasjon=laget, versjon=7, kontakt=Kontaktdata(), av=fylket)


def test_kommunen_ser_dem_som_arbeider_der() -> None:
    """Those in the municipality and those of the whole county; activities there or in all; never files."""
    her = lag_organisasjon()
    hele = lag_organisasjon(ANNEN, navn="Fjordlaget", hele_fylket=True)
    lag_avtale(her)
    lag_aktivitet(her, tittel="Kafé i byen", kommune_id=trondheim().pk)
    lag_aktivitet(hele, tittel="Turdag i fylket")
    lag_aktivitet(hele, tittel="Bydag", kommune_id=trondheim().pk)
    byen, andre = inn(lag_bruker(nummer=TRONDHEIM)), inn(lag_bruker(nummer=STEINKJER))
    liste = reverse("frivillighet:organisasjoner")
    assert "Prøvelaget" in byen.get(liste).content.decode()
    i_andre = andre.get(liste).content.decode()
    assert "Prøvelaget" not in i_andre and "Fjordlaget" in i_andre
    assert andre.get(reverse("frivillighet:organisasjon", args=[ORGANISASJON])).status_code == 404
    assert "Samarbeid om språkkafé" in _side(byen) and "Kafé i byen" in _side(byen)
    side = _side(andre, ANNEN)
    assert "Turdag i fylket" in side and "Bydag" not in side and "Endre" not in side


def test_listen_filtrerer(klient: Client) -> None:
    lag_organisasjon(kommuner=[virksomhet(STEINKJER).pk, trondheim().pk])
    lag_organisasjon(ANNEN, navn="Fjordlaget", hele_fylket=True, temaer=[Tema.HELSE])
    lag_organisasjon(PARAPLY, navn="Nedlaget", slag=_PARAPLY, aktiv_til=om(-1))

    def navnene(**filter_: Any) -> set[str]:
        side = klient.get(reverse("frivillighet:organisasjoner"), filter_).content.decode()
        return {navn for navn in ("Prøvelaget", "Fjordlaget", "Nedlaget") if f">{navn}<" in side}

    side = klient.get(reverse("frivillighet:organisasjoner")).content.decode()
    assert "Steinkjer, Trondheim" in side and "Lokal organisasjon</td>" in side
    assert navnene() == {"Prøvelaget", "Fjordlaget"}
    assert navnene(nedlagt="on") == {"Prøvelaget", "Fjordlaget", "Nedlaget"}
    assert navnene(tema="helse") == {"Fjordlaget"}
    assert navnene(slag="paraply", nedlagt="on") == {"Nedlaget"}
    assert navnene(kommune=trondheim().pk) == {"Prøvelaget", "Fjordlaget"}


def test_alt_om_en_organisasjon_paa_en_side(klient: Client) -> None:
    """Agreements, meetings, activities, grants: ten queries at most."""
    laget = lag_organisasjon(kontakt=Kontaktdata(epost="post@example.org"))
    lag_avtale(laget, gjennomgang=I_DAG)
    lag_aktivitet(laget, deltakere=25, frivillige=4)
    lag_aktivitet(laget, tittel="Avlyst kafé", avlyst=True, til=om(-9))
    moete = lag_moete(saksbehandler(), deltakere=inviter(ORGANISASJON), tittel="Møte om språkkafé")
    side = _side(klient)
    for ord_ in ("post@example.org", "Samarbeid om språkkafé", moete.tittel, "25", "Avlyst", "Tilskudd fra"):
        assert ord_ in side
    assert antall_spoerringer(klient, reverse("frivillighet:organisasjon", args=[ORGANISASJON])) <= 10
    ukjent = reverse("frivillighet:organisasjon", args=["099999999"])
    assert klient.get(ukjent).status_code == 404


def test_et_nytt_moete_har_organisasjonen_valgt(klient: Client) -> None:
    laget = lag_organisasjon()
    adresse = reverse("frivillighet:organisasjon_moete", args=[ORGANISASJON])
    assert adresse in _side(klient)
    assert _krysset(klient, adresse, str(laget.virksomhet_id))
    svar: dict[str, Any] = {
        "type": "dialog", "tittel": "Høstens møte", "dato": f"{om(5):%d.%m.%Y}", "fra": "10.00",
        "til": "11.00", "virksomheter": [laget.virksomhet_id],
    }  # fmt: skip
    assert klient.post(adresse, svar | {"tittel": ""}).status_code == 422
    assert klient.post(adresse, svar).status_code == 302
    assert "Høstens møte" in _side(klient)


def test_den_finnes_i_soeket_og_fra_virksomheten(klient: Client) -> None:
    lag_organisasjon(beskrivelse="Leksehjelp på biblioteket")
    svar = klient.post(reverse("soek"), {"q": "leksehjelp"}).content.decode()
    her = reverse("frivillighet:organisasjon", args=[ORGANISASJON])
    assert her in svar
    assert her in klient.get(reverse("virksomhet", args=[ORGANISASJON])).content.decode()
    skolen = inn(lag_bruker(Rolle.SKOLEKONTAKT))
    assert her not in skolen.get(reverse("virksomhet", args=[ORGANISASJON])).content.decode()


def test_en_virksomhet_utenfor_oversikten_har_ingen_lenke(klient: Client) -> None:
    saksbehandler()
    lag_bruker(Rolle.ORGANISASJON_SOEKER)
    side = klient.get(reverse("virksomhet", args=[ORGANISASJON])).content.decode()
    assert "Avtaler, aktiviteter og møter" not in side
