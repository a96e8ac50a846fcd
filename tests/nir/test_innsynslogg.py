"""The pages of the look-up log: for the auditor and the administrator, who are in it themselves."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn, registrer_innsyn_i_mange
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, aktoer, lag_aktoer, lag_bruker, lag_person, virksomhet
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def revisor() -> Client:
    """The auditor's browser."""
    return inn(lag_bruker(Rolle.INNSYNSREVISOR, fornavn="Rita", etternavn="Revisor"))


@pytest.fixture
def amina() -> Person:
    """Someone who is looked at."""
    return lag_person(fornavn="Hemmelignavn")


def se(person: Person, av: Aktoer, hvor: str = "person", grunn: str = "") -> None:
    with kontekst(motor_kontekst()):
        registrer_innsyn(person_id=person.pk, av=av, hvor=hvor, grunn=grunn)


def ola(nummer: str = TRONDHEIM) -> Aktoer:
    return aktoer(lag_bruker(nummer=nummer, fornavn="Ola", etternavn="Oppslag"))


def antall(svar: Any) -> int:
    return len(svar.context["liste"].objekter)


def test_hvem_naar_hvor_grunn_uten_navn_paa_personen(revisor: Client, amina: Person) -> None:
    """Newest first; the person is a key that leads on."""
    se(amina, ola(), grunn="Klage på vedtak")
    side = revisor.get("/innsynslogg/").content.decode()
    for tekst in ("Ola Oppslag", "Trondheim", "Personsiden", "Klage på vedtak", str(amina.noekkel)[:8]):
        assert tekst in side
    assert "Hemmelignavn" not in side and amina.duf not in side
    assert f"/innsynslogg/person/{amina.noekkel}/" in side
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.count() == 1


def test_om_en_person_og_revisoren_selv_staar_der(revisor: Client, amina: Person) -> None:
    """Who saw this person, with the name; that the auditor asked is the newest line."""
    se(amina, ola())
    se(lag_person(), ola(STEINKJER))
    svar = revisor.get(f"/innsynslogg/person/{amina.noekkel}/")
    side = svar.content.decode()
    assert "Hemmelignavn" in side and antall(svar) == 2
    assert svar.context["liste"].objekter[0].bruker.last_name == "Revisor"
    assert svar.context["liste"].objekter[0].hvor == "innsynslogg"
    assert "Steinkjer" not in side


def test_stedet_er_en_kode_i_loggen_og_ord_paa_leserens_spraak(revisor: Client, amina: Person) -> None:
    """Page, filter and file say it in the reader's language; what stood there before stands as it is."""
    se(amina, ola(), hvor="skjema-vedtak")
    se(amina, ola(), hvor="eksport-personer")
    with kontekst(motor_kontekst()):
        forrige = Innsyn.objects.first()
        assert forrige
        Innsyn.objects.create(
            person_id=amina.pk, bruker_id=forrige.bruker_id, virksomhet_id=forrige.virksomhet_id,
            hvor="tilskudd/linje",
        )  # fmt: skip
    for spraak, ordene in (
        ("nb", ("Skjema: vedtak om norskopplæring", "Eksport: Personer", "tilskudd/linje")),
        ("nn", ("Skjema: vedtak om norskopplæring", "Eksport: Personar", "tilskudd/linje")),
    ):
        revisor.cookies["spraak"] = spraak
        side = revisor.get("/innsynslogg/").content.decode()
        for ord_ in ordene:
            assert f">{ord_}</td>" in side
            assert f">{ord_}</option>" in side
    svar = revisor.post(
        "/eksporter/ny/",
        {"liste": "innsynslogg", "sti": "/innsynslogg/", "sporring": "", "format": "csv", "noekkel": uuid4()},
    )
    with zipfile.ZipFile(io.BytesIO(b"".join(svar.streaming_content))) as pakke:  # type: ignore[attr-defined]
        fil = "".join(pakke.read(navn).decode("utf-8-sig") for navn in pakke.namelist())
    assert "Eksport: Personar" in fil and "eksport-personer" not in fil


def test_et_sted_ingen_har_ord_for_kommer_ikke_i_loggen(amina: Person) -> None:
    """The log cannot be corrected afterwards."""
    with pytest.raises(LookupError, match="finnes-ikke"):
        se(amina, ola(), hvor="finnes-ikke")
    with pytest.raises(LookupError, match="finnes-ikke"), kontekst(motor_kontekst()):
        registrer_innsyn_i_mange(person_ider=[amina.pk], av=ola(), hvor="finnes-ikke")


@pytest.mark.parametrize("rolle", sorted(set(Rolle) - {Rolle.INNSYNSREVISOR, Rolle.ADMINISTRATOR}))
def test_for_andre_er_den_stengt(rolle: Rolle, amina: Person) -> None:
    """By link and by search."""
    klient = inn(lag_bruker(rolle))
    for adresse in ("/innsynslogg/", f"/innsynslogg/person/{amina.noekkel}/"):
        assert klient.get(adresse).status_code == 403
    assert klient.post("/innsynslogg/", {"soek": amina.duf}).status_code == 403


def test_filtre(revisor: Client, amina: Person) -> None:
    """User, organisation, page and period; what they say can be taken away."""
    her, der = ola(), ola(STEINKJER)
    se(amina, her)
    se(amina, der, "historikk")
    i_dag = timezone.localdate()
    for sporring, ventet in (
        (f"bruker={her.bruker_id}", 1), (f"virksomhet={virksomhet(STEINKJER).pk}", 1), ("hvor=historikk", 1),
        (f"fra={i_dag}&til={i_dag}", 2), (f"fra={i_dag + timedelta(days=1)}", 0),
        (f"til={i_dag - timedelta(days=1)}", 0),
    ):  # fmt: skip
        assert antall(revisor.get(f"/innsynslogg/?{sporring}")) == ventet, sporring
    side = revisor.get(f"/innsynslogg/?bruker={her.bruker_id}")
    assert [c.tekst for c in side.context["liste"].utvalg.chips] == ["Bruker: Ola Oppslag"]
    for sporring in (
        "bruker=999999",
        "bruker=x",
        "hvor=finnes-ikke",
        "fra=2026-02-01&til=2026-01-01",
        "fra=x",
    ):
        svar = revisor.get(f"/innsynslogg/?{sporring}")
        assert svar.status_code == 422 and antall(svar) == 0, sporring


def test_soek_paa_person(revisor: Client, amina: Person) -> None:
    """By DUF number in the body; never in the address."""
    svar = revisor.post("/innsynslogg/", {"soek": f"{amina.duf[:4]} {amina.duf[4:]}"})
    assert svar["Location"] == f"/innsynslogg/person/{amina.noekkel}/"
    svar = revisor.post("/innsynslogg/", {"soek": "209999999999"})
    assert svar.status_code == 422 and "Ingen person du kan se" in svar.content.decode()


def test_soek_paa_bruker(revisor: Client) -> None:
    """One leads on, several are shown, none is said."""
    bruker = lag_bruker(brukernavn="ola.n", fornavn="Ola", etternavn="Nordmann")
    lag_bruker(fornavn="Ola", etternavn="Svensson")
    for tekst in ("OLA.N", "nordmann ola"):
        assert (
            revisor.post("/innsynslogg/", {"soek": tekst})["Location"] == f"/innsynslogg/?bruker={bruker.pk}"
        )
    side = revisor.post("/innsynslogg/", {"soek": "ola"})
    assert (
        side.status_code == 200
        and "Nordmann" in side.content.decode()
        and "Svensson" in side.content.decode()
    )
    assert (
        "Ingen bruker heter dette" in revisor.post("/innsynslogg/", {"soek": "finnes ikke"}).content.decode()
    )
    assert revisor.post("/innsynslogg/", {"soek": " "}).status_code == 422
    for nr in range(20):
        lag_bruker(fornavn="Ola", etternavn=f"Nr{nr}")
    assert "Det kan være flere" in revisor.post("/innsynslogg/", {"soek": "ola"}).content.decode()


def test_skjermede_bare_for_dem_som_har_tilgang(amina: Person) -> None:
    """Their lines and their page are not there without the scope."""
    skjermet = lag_person(fornavn="Skjermet", adressebeskyttelse="strengt_fortrolig")
    se(skjermet, lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True))
    for har in (False, True):
        klient = inn(lag_bruker(Rolle.INNSYNSREVISOR, skjermede=har))
        assert antall(klient.get("/innsynslogg/")) == (1 if har else 0)
        adresse = f"/innsynslogg/person/{skjermet.noekkel}/"
        assert klient.get(adresse).status_code == (200 if har else 404)
        svar = klient.post("/innsynslogg/", {"soek": skjermet.duf})
        assert svar.status_code == (302 if har else 422)


@pytest.mark.parametrize("adresse", ["/innsynslogg/", "/innsynslogg/?hvor=person", "om"])
def test_faa_sporringer(
    revisor: Client, amina: Person, adresse: str, django_assert_max_num_queries: Any
) -> None:
    """However long the log is; four of them are the test's own savepoint and the reader's context."""
    for _ in range(60):
        se(amina, ola() if _ == 0 else lag_aktoer())
    sti = f"/innsynslogg/person/{amina.noekkel}/" if adresse == "om" else adresse
    with django_assert_max_num_queries(13):
        revisor.get(sti)


def test_lenke_fra_personsiden(amina: Person) -> None:
    """The administrator finds the log from the person."""
    lenke = f'href="/innsynslogg/person/{amina.noekkel}/"'
    assert lenke in inn(lag_bruker(Rolle.ADMINISTRATOR)).get(f"/personer/{amina.noekkel}/").content.decode()
    raadgiver = inn(lag_bruker(Rolle.TILSKUDDSRAADGIVER))
    assert lenke not in raadgiver.get(f"/personer/{amina.noekkel}/").content.decode()


def test_planene_bruker_indeksene(amina: Person) -> None:
    """A page of the log reads an index backwards; it never sorts the log."""
    from integrering.nir.queries.innsyn import innsyn

    se(amina, ola())
    with kontekst(kontekst_for(lag_aktoer(Rolle.INNSYNSREVISOR))), connection.cursor() as peker:
        peker.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        for filter_ in (
            {},
            {"bruker_id": 1},
            {"virksomhet_id": 1},
            {"hvor": "person"},
            {"person_id": amina.pk},
        ):
            plan = innsyn().filter(**filter_).order_by("-tid", "-pk")[:51].explain()
            assert "Sort" not in plan and "tilgang_innsyn_" in plan, plan
