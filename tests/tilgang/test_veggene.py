"""Who sees and writes what, asked of the real database as each role."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from integrering.nir.models import (
    Bosted,
    FulltidVgo,
    Person,
    Personopplysning,
    TidligerePerson,
    Vedtak,
)
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import Kontekst, kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import DbRolle, Rolle
from tests.fabrikk import (
    STEINKJER,
    TRONDHEIM,
    klokken,
    lag_aktoer,
    lag_person,
    lag_stans,
    lag_vedtak,
    lag_vgo,
    nytt_duf,
    registrer,
    rett,
    virksomhet,
)
from tests.tilgang.vegghjelp import ALT, FAKTA, Som, nektet, rader_om

pytestmark = pytest.mark.django_db


def _full_person(kommune: str, **valg: Any) -> Person:
    person = lag_person(kommune=kommune, **valg)
    lag_vedtak(person)
    lag_vgo(person)
    lag_stans(person, fra=date(2024, 1, 1))
    return person


def _faktum(person: Person, av: Aktoer, modell: type[Any], **felter: Any) -> Any:
    """Insert a fact the way an action does, as whoever asks."""
    standard = {"person": person, "registrering_id": uuid.uuid4()}
    standard |= {"registrert_av_id": av.bruker_id, "virksomhet_id": av.virksomhet_id}
    return modell.objects.create(**(standard | felter))


# --- Reading ---


@pytest.mark.parametrize("modell", ALT, ids=lambda m: m.__name__)
def test_uten_kontekst_ser_app_ingenting(modell: Any) -> None:
    """The login role has no privilege on anything about persons."""
    lag_person()
    with nektet("permission denied"):
        modell.objects.count()


def test_uten_kontekst_kan_app_heller_ikke_kalle_doerene() -> None:
    """The functions that pass the walls are closed for the login role."""
    for kall in (
        "nir_skjermede()",
        "nir_sett_kommune(NULL)",
        "nir_meld_flytting('209900000107', '2024-01-01')",
    ):
        with nektet("permission denied"), connection.cursor() as peker:
            peker.execute(f"SELECT {kall}")


def test_kommunen_ser_bare_sine(som: Som, trondheim: Aktoer, steinkjer: Aktoer) -> None:
    """A municipality sees its own persons and facts and no other's, in any table."""
    vaar, andres = _full_person(TRONDHEIM), _full_person(STEINKJER)
    with som(trondheim):
        assert set(Person.objects.values_list("pk", flat=True)) == {vaar.pk}
        assert not any(rader_om(andres).values())
        assert all(rader_om(vaar)[m.__name__] for m in FAKTA)
        for modell in FAKTA:
            assert set(modell.objects.values_list("person_id", flat=True)) == {vaar.pk}
    with som(steinkjer):
        assert set(Person.objects.values_list("pk", flat=True)) == {andres.pk}


def test_fylket_og_motoren_ser_alle(som: Som, fylket: Aktoer) -> None:
    """The county sees everyone; so do jobs."""
    personer = {_full_person(TRONDHEIM).pk, _full_person(STEINKJER).pk}
    with som(fylket):
        assert set(Person.objects.values_list("pk", flat=True)) == personer
        assert all(set(m.objects.values_list("person_id", flat=True)) == personer for m in FAKTA)
    with kontekst(motor_kontekst()):
        assert set(Person.objects.values_list("pk", flat=True)) == personer


@pytest.mark.parametrize("dbrolle", [DbRolle.SKOLE, DbRolle.FRIVILLIG])
def test_skole_og_frivillig_ser_ingenting(dbrolle: DbRolle) -> None:
    """Schools and voluntary organisations have no door to persons yet."""
    person = _full_person(TRONDHEIM)
    with kontekst(Kontekst(dbrolle=dbrolle, bruker_id=1, virksomhet_id=virksomhet(TRONDHEIM).pk)):
        assert not any(rader_om(person).values())


@pytest.mark.parametrize("dbrolle", [DbRolle.ENHET, DbRolle.SKOLE, DbRolle.FRIVILLIG])
def test_rolle_uten_virksomhet_ser_ingenting(dbrolle: DbRolle) -> None:
    """An empty context («», not NULL, after a local set) matches no row, nor persons without a kommune."""
    person = _full_person(TRONDHEIM)
    with kontekst(motor_kontekst()):
        uten = Person.objects.create(duf=nytt_duf())
    with kontekst(Kontekst(dbrolle=dbrolle)):
        assert not any(rader_om(person).values())
        assert not any(rader_om(uten).values())


def test_konteksten_slutter_med_blokken(som: Som, trondheim: Aktoer) -> None:
    """What held before holds again, also after an error inside the block."""
    lag_person()
    with pytest.raises(ZeroDivisionError), som(trondheim):
        assert Person.objects.count() == 1
        raise ZeroDivisionError
    with nektet("permission denied"):
        Person.objects.count()
    with som(trondheim):
        with kontekst(motor_kontekst()):
            pass
        with connection.cursor() as peker:
            peker.execute("SELECT current_user, current_setting('app.virksomhet')")
            assert peker.fetchone() == ("app_enhet", str(trondheim.virksomhet_id))


# --- After a move ---


def _flyttet(trondheim: Aktoer) -> Person:
    """A person of Trondheim with a vedtak from there, who then moved and got more registrations."""
    person = lag_person(kommune=TRONDHEIM, fornavn="Gammelt", registrert=klokken(2024, 1, 1))
    registrer(Vedtak, person, registrert=klokken(2024, 2, 1), for_=TRONDHEIM,
              startdato=date(2024, 1, 15), vedtaksdato=date(2024, 1, 15))  # fmt: skip
    opplysning, bosted = Personopplysning.objects, Bosted.objects
    with kontekst(motor_kontekst()):
        gammel, bodde = opplysning.get(person=person), bosted.get(person=person)
    rett(bodde, naar=klokken(2024, 6, 1), til=date(2024, 5, 31))
    registrer(Bosted, person, registrert=klokken(2024, 6, 1), for_=STEINKJER,
              kommune=virksomhet(STEINKJER), fra=date(2024, 6, 1), til=None)  # fmt: skip
    rett(gammel, naar=klokken(2024, 7, 1), fornavn="Nytt", virksomhet_id=virksomhet(STEINKJER).pk)
    registrer(FulltidVgo, person, registrert=klokken(2024, 9, 1), for_=STEINKJER, fylke=virksomhet("50"),
              skole="Prøve vgs", fra=date(2024, 8, 20), til=None, timer_per_uke=30)  # fmt: skip
    return person


def test_etter_flytting(som: Som, trondheim: Aktoer, steinkjer: Aktoer) -> None:
    """The new municipality sees everything; the old one what it registered, and nothing newer."""
    person = _flyttet(trondheim)
    with som(steinkjer):
        assert Person.objects.get().pk == person.pk
        assert Vedtak.objects.filter(person=person).exists()
        assert FulltidVgo.objects.filter(person=person).exists()
        assert not TidligerePerson.objects.exists()
    with som(trondheim):
        assert not Person.objects.exists()
        assert Vedtak.objects.get().virksomhet_id == trondheim.virksomhet_id
        assert not FulltidVgo.objects.exists()
        assert set(Bosted.objects.values_list("virksomhet_id", flat=True)) == {trondheim.virksomhet_id}
        assert set(Personopplysning.objects.values_list("fornavn", flat=True)) == {"Gammelt"}
        tidligere = TidligerePerson.objects.get()
        assert (tidligere.pk, tidligere.fornavn) == (person.pk, "Gammelt")


def test_gammel_kommune_skriver_ikke(som: Som, trondheim: Aktoer) -> None:
    """Whoever moved away is not written about any more, nor are the old facts closed."""
    person = _flyttet(trondheim)
    with som(trondheim):
        with nektet("row-level security"):
            _faktum(person, trondheim, Vedtak, startdato=date(2025, 1, 1), vedtaksdato=date(2025, 1, 1))
        assert Vedtak.objects.filter(person=person).update(erstattet=timezone.now()) == 0


# --- Writing ---


def test_kommunen_registrerer_i_eget_navn(som: Som, trondheim: Aktoer) -> None:
    """The way it should be: one's own person, one's own name; the database sets the clock."""
    person = lag_person()
    with som(trondheim):
        vedtak = _faktum(person, trondheim, Vedtak, startdato=date(2024, 1, 1), vedtaksdato=date(2024, 1, 1))
        vedtak.refresh_from_db()
        assert vedtak.erstattet is None


def test_kommunen_skriver_ikke_om_andres_personer(som: Som, trondheim: Aktoer) -> None:
    """Neither facts nor a place to live: taking over goes through a case."""
    person = lag_person(kommune=STEINKJER)
    with som(trondheim):
        with nektet("row-level security"):
            _faktum(person, trondheim, Vedtak, startdato=date(2024, 1, 1), vedtaksdato=date(2024, 1, 1))
        with nektet("row-level security"):
            _faktum(person, trondheim, Bosted, kommune_id=trondheim.virksomhet_id, fra=date(2024, 1, 1))
        with nektet("row-level security"):
            Person.objects.create(duf=nytt_duf(), kommune=virksomhet(STEINKJER))


@pytest.mark.parametrize("felt", ["virksomhet_id", "registrert_av_id"])
@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER])
def test_ingen_skriver_i_andres_navn(som: Som, felt: str, rolle: Rolle, steinkjer: Aktoer) -> None:
    """Neither another organisation's nor another user's."""
    person, aktoer = lag_person(), lag_aktoer(rolle)
    annen = {"virksomhet_id": steinkjer.virksomhet_id, "registrert_av_id": steinkjer.bruker_id}
    with som(aktoer), nektet("row-level security"):
        _faktum(
            person, aktoer, Vedtak, startdato=date(2024, 1, 1), vedtaksdato=date(2024, 1, 1),
            **{felt: annen[felt]},
        )  # fmt: skip


@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER])
@pytest.mark.parametrize(
    "setning",
    [
        "UPDATE nir_vedtak SET startdato = '2020-01-01'",
        "UPDATE nir_vedtak SET registrert = '2020-01-01'",
        "UPDATE nir_vedtak SET virksomhet_id = 1",
        "DELETE FROM nir_vedtak",
        "TRUNCATE nir_vedtak",
        "UPDATE nir_person SET kommune_id = 1",
        "UPDATE nir_person SET skjermet = false",
        "DELETE FROM nir_person",
        "UPDATE tilgang_innsyn SET grunn = 'x'",
        "DELETE FROM tilgang_innsyn",
        "DELETE FROM tilgang_brukerhendelse",
        "DELETE FROM tilgang_rolletildeling",
        "CREATE TEMPORARY TABLE nir_person (id int)",
        "CREATE TABLE ny (id int)",
        "ALTER TABLE nir_person DISABLE ROW LEVEL SECURITY",
        "SELECT last_value FROM nir_person_id_seq",
        "SELECT nir_sett_kommune(NULL)",
    ],
)
def test_det_rollen_ikke_har_lov_til(som: Som, rolle: Rolle, setning: str) -> None:
    """What no user's role can do, whatever the program above it says."""
    lag_vedtak(lag_person())
    with som(lag_aktoer(rolle)), nektet("permission denied|must be owner"), connection.cursor() as peker:
        peker.execute(setning)


def test_klokken_er_databasens(som: Som, trondheim: Aktoer) -> None:
    """A given `registrert` is overruled, a given `erstattet` refused, history is for the engine."""
    person = lag_person()
    felter = {"startdato": date(2024, 1, 1), "vedtaksdato": date(2024, 1, 1)}
    with som(trondheim):
        with connection.cursor() as peker:
            peker.execute("SELECT set_config('app.historisk', 'ja', true)")
        vedtak = _faktum(person, trondheim, Vedtak, registrert=klokken(2020, 1, 1), **felter)
        vedtak.refresh_from_db()
        assert vedtak.registrert > klokken(2026, 1, 1)
        with nektet("erstattet settes av databasen"):
            _faktum(person, trondheim, Vedtak, erstattet=timezone.now(), **felter)


# --- Protected persons ---


@pytest.mark.parametrize(
    "rolle", [Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER, Rolle.ADMINISTRATOR]
)
@pytest.mark.parametrize("vern", ["fortrolig", "strengt_fortrolig"])
def test_skjermede_er_usynlige_uten_tilgang(som: Som, rolle: Rolle, vern: str) -> None:
    """In every table, for every role; with the scope they are seen."""
    person = _full_person(TRONDHEIM, adressebeskyttelse=vern)
    with kontekst(motor_kontekst()):
        med = lag_aktoer(rolle, skjermede=True)
        Innsyn.objects.create(
            person_id=person.pk, bruker_id=med.bruker_id, virksomhet_id=med.virksomhet_id, hvor="person"
        )
    with som(lag_aktoer(rolle)):
        assert not any(rader_om(person).values())
    with som(med):
        sett = rader_om(person)
        assert sett["Person"] == 1 and sett["Innsyn"] == 1
        assert all(sett[m.__name__] for m in FAKTA)


def test_skjermet_etter_flytting_er_usynlig_for_gammel_kommune(som: Som, trondheim: Aktoer) -> None:
    """Also what it registered itself."""
    person = _flyttet(trondheim)
    with kontekst(motor_kontekst()):
        naa = Personopplysning.objects.get(person=person, erstattet=None)
    rett(naa, adressebeskyttelse="fortrolig")
    with som(trondheim):
        assert not any(rader_om(person).values())
