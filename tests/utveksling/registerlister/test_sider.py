"""Sidene: last opp, velg kolonner, se avvikene, merk, avklar koder, slett."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Innsyn
from integrering.tilgang.roller import Rolle
from integrering.utveksling.registerlister.models import Kodekobling, Registerliste, Registerrad
from tests import fabrikk
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn
from tests.utveksling.registerlister import hjelp
from tests.utveksling.registerlister.hjelp import AVSLUTTEDE, avsluttetrad, felt, tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruker(db: None) -> Bruker:
    """Someone at Trondheim's refugee service."""
    return fabrikk.lag_bruker()


@pytest.fixture
def leser(bruker: Bruker) -> Client:
    """Their browser."""
    return inn(bruker)


@pytest.fixture
def liste(bruker: Bruker, person: Person) -> Registerliste:
    """Five differences: a day, a code, one only in the register, one only here, one row unreadable."""
    hjelp.avsluttet(fabrikk.lag_person(fornavn="Bare", etternavn="Hososs"))
    rader = [
        avsluttetrad(person, dato="01.06.2026", aarsak="Noe nytt"),
        avsluttetrad(fabrikk.nytt_duf()),
        "for;faa",
    ]
    return hjelp.last_opp(tekst(AVSLUTTEDE, *rader), fabrikk.aktoer(bruker))


def _send(leser: Client, innhold: str, **felter: str) -> Any:
    data: dict[str, Any] = {
        "slag": "avsluttede", "dato": "01.11.2026", "innsending": str(uuid.uuid4()),
        "fil": SimpleUploadedFile("nir liste.csv", innhold.encode("iso-8859-1")), **felter,
    }  # fmt: skip
    return leser.post(reverse("registerliste_ny"), data)


def _siste() -> Registerliste:
    with kontekst(motor_kontekst()):
        return Registerliste.objects.latest("pk")


def _tekst(svar: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", svar.content.decode()).split())


def test_fra_fil_til_avvik_i_nettleseren(leser: Client, person: Person) -> None:
    assert "Ingen registerlister er lastet opp" in _tekst(leser.get(reverse("registerlister")))
    svar = _send(leser, tekst(AVSLUTTEDE, avsluttetrad(person, dato="01.06.2026")))
    assert svar.status_code == 302
    assert "Du kan gå fra siden" in _tekst(leser.get(svar.url))
    hjelp.ferdig(_siste())
    side = _tekst(leser.get(svar.url))
    assert "Amina" in side
    assert "01.06.2026" in side
    assert "30.06.2026" in side
    assert "1 i alt: 0 uten avvik, 1 med avvik" in side
    assert "Oversikt over personer avsluttet" in _tekst(
        leser.get(reverse("registerlister") + "?slag=avsluttede")
    )


def test_siden_med_avvik_gjoer_faa_spoerringer(leser: Client, liste: Registerliste) -> None:
    assert antall_spoerringer(leser, reverse("registerliste", args=[liste.noekkel])) <= 10


def test_feil_i_skjemaet_for_opplasting(leser: Client) -> None:
    assert leser.get(reverse("registerliste_ny")).status_code == 200
    assert leser.post(reverse("registerliste_ny"), {}).status_code == 422
    assert "Filen har ingen rader" in _tekst(_send(leser, AVSLUTTEDE))
    assert _send(leser, tekst(AVSLUTTEDE, "1"), dato="01.01.2100").status_code == 422
    bilde = {"fil": SimpleUploadedFile("bilde.png", b"x")}
    assert "ikke et regneark" in _tekst(leser.post(reverse("registerliste_ny"), bilde))


def test_fylket_velger_kommune(person: Person) -> None:
    leser = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert "Hele fylket" in _tekst(leser.get(reverse("registerliste_ny")))
    kommune = str(fabrikk.virksomhet("5001").pk)
    svar = _send(leser, tekst(AVSLUTTEDE, avsluttetrad(person)), kommune=kommune)
    hjelp.ferdig(_siste())
    assert "Gjelder Trondheim" in _tekst(leser.get(svar.url))
    assert leser.get(f"{svar.url}?kommune={kommune}&felt=kategori&merke=aapne").status_code == 200


def test_kolonnene_velges_naar_overskriftene_er_ukjente(leser: Client, person: Person) -> None:
    svar: Any = leser.get(_send(leser, f"Ident;Slutt\n{person.duf};30.06.2026\n").url)
    assert svar.status_code == 302
    side = leser.get(svar.url)
    assert f"Ident ({person.duf})" in _tekst(side)
    assert leser.post(svar.url, {}).status_code == 422
    assert leser.post(svar.url, {"kolonne_duf": "0", "kolonne_avslutningsdato": "0"}).status_code == 422
    ferdig: Any = leser.post(svar.url, {"kolonne_duf": "0", "kolonne_avslutningsdato": "1"})
    hjelp.ferdig(_siste())
    assert "Ingen avvik" in _tekst(leser.get(ferdig.url))
    assert leser.get(svar.url).status_code == 302, "kolonnene er valgt"


def test_andre_ser_at_kolonnene_ikke_er_valgt(leser: Client) -> None:
    _send(leser, "Ident;Slutt\n1;2\n")
    fylket = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert "ikke valgt kolonner" in _tekst(fylket.get(reverse("registerliste", args=[_siste().noekkel])))


def test_en_liste_som_stoppet_kan_proeves_igjen(leser: Client, liste: Registerliste) -> None:
    adresse = reverse("registerliste", args=[liste.noekkel])
    with kontekst(motor_kontekst()):
        Registerliste.objects.update(tilstand="leses")
    assert "Prøv igjen" in _tekst(leser.get(adresse))
    assert leser.post(reverse("registerliste_sammenlign", args=[liste.noekkel])).status_code == 302
    assert leser.post(reverse("registerliste_sammenlign", args=[liste.noekkel])).status_code == 302
    assert "allerede i gang" in _tekst(leser.get(adresse))
    hjelp.ferdig(_siste())
    assert "Sammenlign på nytt" in _tekst(leser.get(adresse))


@pytest.mark.parametrize(
    ("filter", "ser"),
    [
        ("resultat=ulikt", "01.06.2026"),
        ("resultat=ukjent_kode", "Noe nytt"),
        ("resultat=bare_hos_oss&felt=person", "Hososs, Bare"),
        ("resultat=bare_register", "Linje 3 i listen"),
        ("resultat=ulest", "Linje 4 i listen"),
        ("resultat=likt", "Navn"),
        ("merke=gjenaapnede", "Ingenting passer"),
        ("merke=bekreftede", "Ingenting passer"),
        ("merke=stemmer", "Ingenting passer"),
    ],
)
def test_filtrene(leser: Client, liste: Registerliste, filter: str, ser: str) -> None:
    assert ser in _tekst(leser.get(f"{reverse('registerliste', args=[liste.noekkel])}?{filter}"))


def test_raden_viser_begge_sider_og_merkes(leser: Client, liste: Registerliste, person: Person) -> None:
    ulikt = felt(liste, person, "avslutningsdato")
    adresse = reverse("registerrad", args=[ulikt.rad.noekkel])
    side = leser.get(adresse)
    assert "Fullføre videregående opplæring" in _tekst(side)
    assert f"/personer/{person.noekkel}/introduksjonsprogram/" in side.content.decode()
    assert "Raden slik den sto i filen" in _tekst(side)
    merk = reverse("registeravvik_merk", args=[ulikt.noekkel])
    assert "Åpnet igjen" not in _tekst(leser.get(merk))
    assert leser.post(merk, {}).status_code == 422
    assert "Velg hvorfor det stemmer" in _tekst(leser.post(merk, {"hvor": "stemmer"}))
    svar = leser.post(merk, {"hvor": "stemmer", "grunn": "annen_kode"}, follow=True)
    assert "Kari Prøve" in _tekst(svar)
    assert "Registeret bruker en annen kode" in _tekst(svar)
    assert "Åpnet igjen" in _tekst(leser.get(merk))
    liste_side = leser.get(f"{reverse('registerliste', args=[liste.noekkel])}?merke=stemmer")
    assert "Stemmer likevel" in _tekst(liste_side)
    with kontekst(motor_kontekst()):
        assert set(Innsyn.objects.filter(person_id=person.pk).values_list("hvor", flat=True)) == {
            "registerliste"
        }


def test_raden_om_en_som_ikke_staar_hos_oss(leser: Client, liste: Registerliste) -> None:
    with kontekst(motor_kontekst()):
        ukjent = Registerrad.objects.get(liste=liste, linje=3)
        ulest = Registerrad.objects.get(liste=liste, linje=4)
    side = leser.get(reverse("registerrad", args=[ukjent.noekkel]))
    assert "Står i registeret, ikke hos oss" in _tekst(side)
    assert "/personer/ny/" in side.content.decode()
    assert "raden har 2 celler" in _tekst(leser.get(reverse("registerrad", args=[ulest.noekkel])))
    assert leser.get(reverse("registerrad", args=[uuid.uuid4()])).status_code == 404
    assert leser.get(reverse("registeravvik_merk", args=[uuid.uuid4()])).status_code == 404


def test_ukjente_koder_avklares(leser: Client, liste: Registerliste) -> None:
    assert "Avklar ukjente koder" in _tekst(leser.get(reverse("registerliste", args=[liste.noekkel])))
    assert "Noe nytt" in _tekst(leser.get(reverse("registerkoder") + "?status=ukjent&felt=avslutningsaarsak"))
    with kontekst(motor_kontekst()):
        kobling = Kodekobling.objects.get(avklart=False)
    adresse = reverse("registerkode", args=[kobling.noekkel])
    assert leser.post(adresse, {"versjon": 1, "koder": "doed", "tom": "on"}).status_code == 422
    assert leser.post(adresse, {"versjon": 1}).status_code == 422, "et tomt skjema er ikke et svar"
    assert leser.post(adresse, {"versjon": 1, "koder": "doed", "ingen": "on"}).status_code == 422
    assert leser.post(adresse, {"versjon": 1, "koder": ["doed", "annet"]}).status_code == 302
    alle = _tekst(leser.get(reverse("registerkoder") + "?status=avklart&antall=100"))
    assert "Annet, Død" in alle
    assert "Ingenting er registrert" in alle
    konflikt = leser.post(adresse, {"versjon": 1, "ingen": "on"})
    assert konflikt.status_code == 409
    assert leser.post(adresse, {"versjon": 2, "ingen": "on"}).status_code == 302
    assert "Ingen av våre koder" in _tekst(leser.get(reverse("registerkoder") + "?status=avklart&antall=100"))


def test_den_som_lastet_opp_kan_slette(leser: Client, liste: Registerliste) -> None:
    adresse = reverse("registerliste_slett", args=[liste.noekkel])
    kollega = inn(fabrikk.lag_bruker())
    siden = reverse("registerliste", args=[liste.noekkel])
    assert "Slett listen" in _tekst(leser.get(siden))
    assert "Slett listen" not in _tekst(kollega.get(siden))
    assert kollega.get(adresse).status_code == 404
    assert "Slett listen" in _tekst(leser.get(adresse))
    assert "Listen er slettet" in _tekst(leser.post(adresse, follow=True))


def test_en_liste_med_merker_slettes_ikke(leser: Client, liste: Registerliste, person: Person) -> None:
    merk = reverse("registeravvik_merk", args=[felt(liste, person, "avslutningsdato").noekkel])
    leser.post(merk, {"hvor": "hos_oss"})
    svar = leser.post(reverse("registerliste_slett", args=[liste.noekkel]), follow=True)
    assert "merket som rettet" in _tekst(svar)


def test_andres_lister_finnes_ikke(liste: Registerliste) -> None:
    steinkjer = inn(fabrikk.lag_bruker(nummer="5006"))
    assert steinkjer.get(reverse("registerliste", args=[liste.noekkel])).status_code == 404
    fylket = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert fylket.get(reverse("registerliste", args=[liste.noekkel])).status_code == 200
    assert fylket.post(reverse("registerliste_sammenlign", args=[liste.noekkel])).status_code == 404
