"""The pages: what is read, and what is done through them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.test import Client

from integrering.nir.models import Personopplysning
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.innbetalinger.verden import Verden
from tests.tilskudd.sideverden import klient, les, rader, som_rolle
from tilskudd.innbetalinger.models import Innbetalingsfil, Krav, Post
from tilskudd.oversiktstall import alle_tall

pytestmark = pytest.mark.django_db
AVSTEMMING = "/tilskudd/avstemming/"


@pytest.fixture
def verden() -> Verden:
    """E1 is paid for 2023K3 and not for 2023K4; an unknown number is paid; and something else."""
    v = Verden()
    v.importer(
        f"{v.e1.duf};P-AR1-H;2023K3;4089,40;06.10.2023;a",
        f"{fabrikk.nytt_duf()};P-AR1-H;2023K4;10,50;09.01.2024;a",
        ";AR-1;2023K4;777;09.01.2024;a",
    )
    return v


@pytest.fixture
def raadgiver(verden: Verden) -> Client:
    return klient(verden.runder.raadgiver)


def post(verden: Verden) -> Post:
    with kontekst(motor_kontekst()):
        return Post.objects.get(person=verden.e1, utfall="mangler")


def test_oversikten_gaar_opp(verden: Verden, raadgiver: Client) -> None:
    verden.runder.bokfoer("2024K1")
    svar = raadgiver.get(AVSTEMMING)
    assert rader(svar, "Forventet og mottatt")[1:] == [
        "1. kvartal 2024 Ingen innbetaling er importert 37 631 kr – – –",
        "4. kvartal 2023 P-AR1-H 9 174 kr 10,50 kr −9 163,50 kr 2 avvik i 4. kvartal 2023, P-AR1-H",
        "4. kvartal 2023 Sum 9 174 kr 10,50 kr −9 163,50 kr 2",
        "3. kvartal 2023 P-AR1-H 4 089 kr 4 089,40 kr 0,40 kr 0",
        "3. kvartal 2023 Sum 4 089 kr 4 089,40 kr 0,40 kr 0",
    ]
    assert rader(svar, "Innbetalt som ikke er")[1:] == ["AR-1 777 kr"]
    assert "Ny : 2" in les(svar).replace("Ny:", "Ny :")


def test_tom_oversikt_sier_hva_som_kommer() -> None:
    assert "ingen innbetaling er importert ennå" in les(som_rolle(Rolle.TILSKUDDSRAADGIVER).get(AVSTEMMING))
    assert "Ingen krav er laget" in les(som_rolle(Rolle.TILSKUDDSRAADGIVER).get(f"{AVSTEMMING}krav/"))
    assert "Ingen innbetalinger er importert" in les(
        som_rolle(Rolle.TILSKUDDSGODKJENNER).get(f"{AVSTEMMING}filer/")
    )
    assert "Ingen avvik" in les(som_rolle(Rolle.TILSKUDDSGODKJENNER).get(f"{AVSTEMMING}avvik/"))


def test_listen_filtreres_og_viser_hvem(verden: Verden, raadgiver: Client) -> None:
    alle = rader(raadgiver.get(f"{AVSTEMMING}avvik/"), "Avvik i innbetalingene")
    assert len(alle) == 3
    [_hode, rad] = rader(raadgiver.get(f"{AVSTEMMING}avvik/?utfall=mangler"), "Avvik i innbetalingene")
    assert "Først" in rad and "9 174 kr 0 kr −9 174 kr Mangler hos IMDi Ny" in rad
    for filter_ in ("kvartal=2023K3", "kode=P37D-AR1", "status=meldt"):
        svar = raadgiver.get(f"{AVSTEMMING}avvik/?{filter_}")
        assert svar.status_code in (200, 422)


def test_ett_avvik_forklares_og_faar_status(verden: Verden, raadgiver: Client) -> None:
    p = post(verden)
    adresse = f"{AVSTEMMING}avvik/{p.pk}/"
    tekst = les(raadgiver.get(adresse))
    assert "P-AR1-H i 4. kvartal 2023 Mangler hos IMDi" in tekst
    assert "4. kvartal 2023 92 36 500 kr 9 174 kr Forklar" in tekst
    assert "IMDi har ikke betalt noe for dette" in tekst
    assert f"/tilskudd/person/{verden.e1.noekkel}/" in raadgiver.get(adresse).content.decode()
    assert "Skriv kort" in les(raadgiver.post(adresse, {"status": "forklart", "notat": ""}), 422)
    assert raadgiver.post(adresse, {"status": "forklart", "notat": "Kommer i april"}).status_code == 302
    assert "Kommer i april" in les(raadgiver.get(adresse))
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(hvor="innbetaling-avvik", person_id=verden.e1.pk).exists()


def test_godkjenneren_ser_men_endrer_ikke(verden: Verden) -> None:
    godkjenner = klient(verden.runder.godkjenner)
    adresse = f"{AVSTEMMING}avvik/{post(verden).pk}/"
    assert "Lagre status" not in les(godkjenner.get(adresse))
    assert godkjenner.post(adresse, {"status": "undersoekes"}).status_code == 403
    assert godkjenner.get(f"{AVSTEMMING}avvik/0/").status_code == 404


def test_status_paa_flere(verden: Verden, raadgiver: Client) -> None:
    with kontekst(motor_kontekst()):
        ider = [str(p.pk) for p in Post.objects.exclude(utfall="stemmer")]
    adresse = f"{AVSTEMMING}avvik/valgte/"
    assert raadgiver.post(adresse, {"hva": "status"}).status_code == 302
    assert "Avvikene som får status" in les(raadgiver.post(adresse, {"hva": "status", "valgt": ider}))
    skjema = {"valgt": ",".join(ider), "bekreft": "ja", "status": "", "notat": ""}
    assert "Velg status" in les(raadgiver.post(adresse, skjema), 422)
    svar = raadgiver.post(adresse, skjema | {"status": "undersoekes"}, follow=True)
    assert "Status er satt på 2 avvik" in svar.content.decode()
    with kontekst(motor_kontekst()):
        assert Post.objects.filter(status="undersoekes").count() == 2


def test_et_krav_fra_listen_til_brev_og_liste(verden: Verden, raadgiver: Client) -> None:
    with kontekst(motor_kontekst()):
        ider = [str(p.pk) for p in Post.objects.exclude(utfall="stemmer")]
    tekst = les(raadgiver.post(f"{AVSTEMMING}avvik/valgte/", {"hva": "krav", "valgt": ider}))
    assert "Kravet blir på 9 174 kr" in tekst
    assert "1 av de valgte kan ikke være med" in tekst
    assert "kan ikke være med" in les(
        raadgiver.post(f"{AVSTEMMING}krav/nytt/", {"valgt": ",".join(ider)}), 422
    )
    assert "Velg minst ett" in les(raadgiver.post(f"{AVSTEMMING}krav/nytt/", {}), 422)
    svar = raadgiver.post(f"{AVSTEMMING}krav/nytt/", {"valgt": str(post(verden).pk)})
    adresse: str = svar["Location"]
    assert "Krav 9 174 kr" in les(raadgiver.get(adresse))
    assert "9 174 kr" in les(raadgiver.get(f"{AVSTEMMING}krav/"))
    assert "Meldt IMDi" in les(raadgiver.get(f"{AVSTEMMING}avvik/{post(verden).pk}/"))
    brev = {maal: raadgiver.get(f"{adresse}brev/{maal}/").content for maal in ("nb", "nn")}
    assert all(b.startswith(b"%PDF") for b in brev.values()) and brev["nb"] != brev["nn"]
    assert raadgiver.get(f"{adresse}brev/en/").status_code == 404
    bok = zipfile.ZipFile(io.BytesIO(raadgiver.post(f"{adresse}liste/").content))
    ordene = bok.read("xl/sharedStrings.xml").decode()
    assert verden.e1.duf in ordene and "DUF-nummer" in ordene and "Først" not in ordene
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(hvor="innbetaling-krav", person_id=verden.e1.pk).count() == 2


def test_et_ukjent_krav_finnes_ikke(verden: Verden, raadgiver: Client) -> None:
    tull = "00000000-0000-4000-8000-000000000000"
    assert raadgiver.get(f"{AVSTEMMING}krav/{tull}/").status_code == 404


def test_en_fil_tas_tilbake_fra_siden(verden: Verden, raadgiver: Client) -> None:
    [_hode, rad] = rader(raadgiver.get(f"{AVSTEMMING}filer/"), "Importerte filer")
    assert "3 1 4 876,90 kr Ta tilbake" in rad
    with kontekst(motor_kontekst()):
        fil = Innbetalingsfil.objects.get()
    adresse = f"{AVSTEMMING}filer/{fil.pk}/ta-tilbake/"
    assert "Ingenting slettes" in les(raadgiver.get(adresse))
    assert raadgiver.post(adresse).status_code == 302
    assert "Tatt tilbake" in les(raadgiver.get(f"{AVSTEMMING}filer/"))
    assert raadgiver.post(adresse).status_code == 404


def test_en_fil_noen_har_arbeidet_etter_sier_hvorfor_ikke(verden: Verden, raadgiver: Client) -> None:
    raadgiver.post(f"{AVSTEMMING}avvik/{post(verden).pk}/", {"status": "undersoekes", "notat": ""})
    with kontekst(motor_kontekst()):
        fil = Innbetalingsfil.objects.get()
    adresse = f"{AVSTEMMING}filer/{fil.pk}/ta-tilbake/"
    assert "kan den ikke tas tilbake" in les(raadgiver.get(adresse))
    assert "1 avvik i rundene" in les(raadgiver.post(adresse), 422)


def test_avstem_paa_nytt_fra_siden(verden: Verden, raadgiver: Client) -> None:
    svar: Any = raadgiver.post(f"{AVSTEMMING}paa-nytt/", follow=True)
    assert "avstemt på nytt" in svar.content.decode()


def test_mottatt_staar_i_oversikten_over_utbetalinger(verden: Verden) -> None:
    [tall] = [t for t in alle_tall() if t.navn == "mottatt"]
    with kontekst(motor_kontekst()):
        runder = [p.kvartal for p in Post.objects.order_by("kvartal", "pk")]
        mottatt = tall.per_kvartal(runder)
    assert {str(k): kr for k, kr in mottatt.items()} == {"2023K3": 4_089, "2023K4": 10}
    assert tall.per_kommune(runder) == {}
    assert tall.url(runder[0], "") == "/tilskudd/avstemming/avvik/?kvartal=2023K3"


def test_kravet_kan_ikke_hentes_halvt(verden: Verden, raadgiver: Client) -> None:
    raadgiver.post(f"{AVSTEMMING}krav/nytt/", {"valgt": str(post(verden).pk)})
    with kontekst(motor_kontekst()):
        krav = Krav.objects.get()
        opplysning = Personopplysning.objects.gjeldende().get(person=verden.e1)
    fabrikk.rett(opplysning, adressebeskyttelse="fortrolig")
    uten = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    adresse = f"{AVSTEMMING}krav/{krav.noekkel}/"
    assert "har fått adressebeskyttelse" in les(uten.get(adresse))
    assert uten.get(f"{adresse}brev/nb/").status_code == 403
    assert uten.post(f"{adresse}liste/").status_code == 403
