"""What the database itself holds about codes, and about the tables that store them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, transaction

from integrering.grunnmur.kodelister import vokt_kode
from integrering.grunnmur.models import Kode
from integrering.tilgang.kontekst import Kontekst, kontekst
from integrering.tilgang.roller import FYLKETS_DBROLLER, DbRolle
from tests import klynge as kl
from tests.grunnmur.kodehjelp import lag_kode

DAG = date(2030, 1, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("felt", "skranke"),
    [
        ({"liste": "Møte typer"}, "grunnmur_kode_liste"),
        ({"kode": "æ b"}, "grunnmur_kode_kode"),
        ({"kode": ""}, "grunnmur_kode_kode"),
        ({"navn_nb": ""}, "begge_maalformer"),
        ({"navn_nn": ""}, "begge_maalformer"),
        ({"kilde": ""}, "har_kilde"),
        ({"sikkerhet": "kanskje"}, "kjent_sikkerhet"),
        ({"gyldig_til": date(2019, 12, 31)}, "til_etter_fra"),
        ({"kode": "team"}, "en_i_listen"),
    ],
)
def test_skrankene(felt: dict[str, Any], skranke: str) -> None:
    verdier = {"liste": "moetetype", "kode": "ny", "navn_nb": "Ny", "navn_nn": "Ny"} | felt
    with pytest.raises(IntegrityError, match=skranke), transaction.atomic():
        lag_kode(**verdier)


@pytest.mark.django_db
def test_endagskode_er_lov() -> None:
    assert lag_kode("moetetype", "endag", gyldig_til=date(2020, 1, 1)).pk


@pytest.mark.django_db
@pytest.mark.parametrize("rolle", sorted(set(DbRolle) - FYLKETS_DBROLLER))
def test_bare_fylket_skriver_og_alle_leser(rolle: DbRolle) -> None:
    with kontekst(Kontekst(rolle)):
        assert Kode.objects.filter(liste="moetetype", kode="team").exists()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Kode.objects.create(
                liste="moetetype", kode="x", navn_nb="x", navn_nn="x", gyldig_fra="2020-01-01"
            )
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Kode.objects.filter(kode="team").update(navn_nb="x")


@pytest.mark.django_db
@pytest.mark.parametrize("felt", [{"kode": "y"}, {"liste": "y"}, {"fast": True}, {"levert": {}}])
def test_fylket_endrer_ikke_det_fakta_bygger_paa(felt: dict[str, Any]) -> None:
    lag_kode("moetetype", "x")
    with kontekst(Kontekst(DbRolle.FYLKE)):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Kode.objects.filter(liste="moetetype", kode="x").update(**felt)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Kode.objects.filter(liste="moetetype", kode="x").delete()


@pytest.mark.django_db
def test_faste_koder_lages_og_stenges_ikke_av_fylket() -> None:
    with pytest.raises(IntegrityError, match="faste koder kommer med programmet"), transaction.atomic():
        lag_kode("moetetype", "x", fast=True)
    with kontekst(Kontekst(DbRolle.FYLKE)):
        team = Kode.objects.filter(liste="moetetype", kode="team")
        assert team.update(navn_nb="Teamet", navn_nn="Teamet", rekkefolge=3) == 1
        for felt in ({"gyldig_til": DAG}, {"gyldig_fra": DAG}):
            with pytest.raises(IntegrityError, match="kan ikke stenges"), transaction.atomic():
                team.update(**felt)
        assert (
            Kode.objects.filter(liste="ventegrunn", kode="permisjon").update(gyldig_til=date(2030, 1, 1)) == 1
        )


@pytest.fixture
def eier(klynge: dict[str, Any], egen_database: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection as the schema's owner, which nothing but triggers and constraints stop."""
    with psycopg.connect(kl.dsn(klynge, egen_database, "eier")) as kobling:
        yield kobling
        kobling.rollback()


def test_heller_ikke_eieren_sletter_eller_bytter_navn(eier: psycopg.Connection[Any]) -> None:
    for setning, tekst in (
        ("DELETE FROM grunnmur_kode", "slettes aldri"),
        ("TRUNCATE grunnmur_kode CASCADE", "slettes aldri"),
        ("UPDATE grunnmur_kode SET kode = kode || 'x'", "bytter aldri"),
        ("UPDATE grunnmur_kode SET liste = 'x'", "bytter aldri"),
    ):
        with pytest.raises(psycopg.errors.CheckViolation, match=tekst), eier.transaction():
            eier.execute(setning)
    eier.execute("UPDATE grunnmur_kode SET gyldig_til = '2030-01-01' WHERE fast")


@pytest.fixture
def tabell(eier: psycopg.Connection[Any]) -> psycopg.Connection[Any]:
    """A table of facts with a dated code and one without a day."""
    eier.execute("CREATE TABLE prove (id int, slag text, fra date, grunn text NOT NULL DEFAULT '')")
    eier.execute(vokt_kode("prove", "slag", "moetetype", dag="fra").encode())
    eier.execute(vokt_kode("prove", "grunn", "ventegrunn").encode())
    eier.execute("INSERT INTO prove VALUES (1, 'dialog', '2027-03-01', 'skole'), (2, NULL, NULL, '')")
    return eier


@pytest.mark.parametrize(
    "setning",
    [
        "INSERT INTO prove VALUES (3, 'ukjent', '2027-03-01', '')",
        "INSERT INTO prove VALUES (3, 'skole', '2027-03-01', '')",
        "INSERT INTO prove VALUES (3, 'dialog', '1999-12-31', '')",
        "INSERT INTO prove (id, grunn) VALUES (3, 'dialog')",
        "UPDATE prove SET slag = 'ukjent'",
        "UPDATE prove SET fra = '1999-12-31' WHERE id = 1",
        "UPDATE prove SET grunn = 'ukjent'",
    ],
)
def test_tabellen_tar_bare_koder_fra_listen(setning: str, tabell: psycopg.Connection[Any]) -> None:
    with pytest.raises(psycopg.errors.CheckViolation, match="tar bare koder fra listen"):
        tabell.execute(setning.encode())


def test_raden_staar_naar_koden_stenges(tabell: psycopg.Connection[Any]) -> None:
    """What was written stands and may change otherwise; a dated fact cannot begin after the last day."""
    tabell.execute("UPDATE grunnmur_kode SET gyldig_til = '2027-03-31' WHERE kode IN ('dialog', 'skole')")
    tabell.execute("UPDATE prove SET id = id + 10, slag = slag, grunn = grunn, fra = fra")
    tabell.execute("UPDATE prove SET fra = '2027-03-31' WHERE id = 11")
    tabell.execute("INSERT INTO prove VALUES (5, 'dialog', '2027-03-15', 'skole')")
    with pytest.raises(psycopg.errors.CheckViolation, match=r"prove\.slag"):
        tabell.execute("INSERT INTO prove VALUES (6, 'dialog', '2027-04-01', '')")
