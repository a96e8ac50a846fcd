"""Statusen for hver person holdes sann: i samme transaksjon som en endring, og om natten for alle."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import avbryt_jobb, loep
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.nir import actions
from integrering.nir.actions import registreringsstatus
from integrering.nir.actions.registreringsstatus import SLAG, regn_ut_status
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.hendelser import meld_endret
from integrering.nir.models import Person, Registreringsstatus
from integrering.nir.queries.registreringsstatus import beregn, status_paa, statuser
from integrering.nir.rules.registreringer import Lovkolonne, Registrering
from integrering.nir.rules.status import Tilstand as Celletilstand
from integrering.nir.tasks import regn_ut_status as om_natten
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir import eksempler
from tests.nir.verktoey import IDAG, bosatt_i_aar

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
MANGLER, DELVIS = Celletilstand.MANGLER, Celletilstand.DELVIS


def lagret(person: Person) -> Registreringsstatus:
    with kontekst(motor_kontekst()):
        return Registreringsstatus.objects.get(person=person)


def stemmer(person: Person) -> bool:
    """Det som er lagret, er det samme som det som regnes ut nå."""
    with kontekst(motor_kontekst()):
        return lagret(person).status == beregn([person.pk], timezone.localdate())[person.pk]


def registrer(person: Person, slug: str, av: Aktoer, **endret: Any) -> Any:
    slag = FAKTATYPER[slug]
    return actions.registrer(slag=slag, person=person, verdier=eksempler.verdier(slag) | endret, av=av)


# --- Med hver endring ---


def test_en_ny_person_faar_status_med_en_gang(av: Aktoer, som: Som) -> None:
    with som(av):
        ny = actions.registrer_person(
            duf=fabrikk.nytt_duf(), kommune=fabrikk.virksomhet(fabrikk.TRONDHEIM), fra=IDAG, av=av,
            opplysninger={
                "fornavn": "Ny", "etternavn": "Person", "foedselsdato": date(1990, 1, 1), "kjoenn": "K",
                "statsborgerskap": "SYR", "tillatelse": "9a", "tillatelse_dato": date(2026, 1, 5),
            },
        )  # fmt: skip
        assert ny is not None
        rad = Registreringsstatus.objects.get(person=ny)
    assert (rad.kolonne, rad.regnet) == (Lovkolonne.INTEGRERINGSLOVEN, IDAG)
    assert rad.status.celler[Registrering.VEDTAK_INTRO].grunn == "etter_avtale", (
        "bosetting er ikke registrert"
    )
    assert "vedtak_norsk" in rad.mangler


def test_registrere_rette_og_annullere_endrer_cellen(av: Aktoer, som: Som) -> None:
    person = bosatt_i_aar()
    with som(av):
        registrer(person, "vedtak-introduksjonsprogram", av)
        assert "sluttmaal" in lagret(person).mangler
        maal = registrer(person, "integreringsplan", av, innhold=["sluttmaal"])
        rad = lagret(person)
        celle = rad.status.celler[Registrering.INTEGRERINGSPLAN]
        assert (celle.tilstand, celle.registrering) == (DELVIS, maal.registrering_id)
        assert rad.delvise == ["integreringsplan"]
        actions.annuller(
            slag=FAKTATYPER["integreringsplan"], person=person, registrering=maal.registrering_id,
            sett=maal.pk, aarsak="Feil person", av=av,
        )  # fmt: skip
    assert "integreringsplan" in lagret(person).mangler
    assert stemmer(person)


@pytest.mark.parametrize("froe", range(3))
def test_etter_tilfeldige_registreringer_stemmer_det_lagrede(froe: int, fylket: Aktoer, som: Som) -> None:
    """Registrer, rett og annuller hva som helst: statusen er den samme som regnet ut på nytt."""
    trekk = random.Random(froe)
    personer = [bosatt_i_aar(tillatelse=kode) for kode in ("9a", "9e", "28")]
    for _nr in range(25):
        person, slag = trekk.choice(personer), trekk.choice(eksempler.REGISTRERES)
        start = IDAG - timedelta(days=trekk.randrange(20, 60))
        with som(fylket):
            finnes = list(slag.gjeldende.filter(person=person))
            try:
                if finnes and trekk.random() < 0.5:
                    rad = trekk.choice(finnes)
                    actions.annuller(
                        slag=slag, person=person, registrering=rad.registrering_id, sett=rad.pk,
                        aarsak="Tilfeldig", av=fylket,
                    )  # fmt: skip
                else:
                    verdier = eksempler.verdier(slag, start)
                    actions.registrer(slag=slag, person=person, verdier=verdier, av=fylket)
            except Regelbrudd:
                continue
        assert stemmer(person), slag.slug


def test_svaert_mange_regnes_ut_i_bakgrunnen() -> None:
    person = bosatt_i_aar()
    meld_endret(None)
    [jobb] = Jobb.objects.filter(slag=SLAG)
    assert jobb.noekkel == ""
    loep.kjoer(jobb.pk)
    assert stemmer(person)


def test_ingen_og_en_som_ikke_finnes() -> None:
    assert (regn_ut_status([]), regn_ut_status([10**9])) == (0, 0)


# --- Jobben ---


@pytest.fixture
def smaa_steg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registreringsstatus, "STEG", 1)


def test_natten_regner_ut_alle_i_steg_en_gang(smaa_steg: None) -> None:
    personer = [bosatt_i_aar() for _ in range(3)]
    om_natten()
    om_natten()
    [jobb] = Jobb.objects.filter(slag=SLAG)
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert (jobb.tilstand, jobb.resultat) == (Tilstand.FERDIG, {"personer": 3})
    assert all(stemmer(person) for person in personer)


def test_kommandoen_og_uten_personer() -> None:
    ut = StringIO()
    call_command("regn_ut_status", stdout=ut)
    call_command("regn_ut_status", stdout=ut)
    assert ut.getvalue().splitlines()[0] == "Jobben er startet."
    assert "allerede i gang" in ut.getvalue()
    [jobb] = Jobb.objects.filter(slag=SLAG)
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert jobb.resultat == {"personer": 0}


def test_den_neste_fortsetter_der_den_forrige_var(smaa_steg: None, monkeypatch: pytest.MonkeyPatch) -> None:
    personer = [bosatt_i_aar() for _ in range(3)]
    ekte, gjort = regn_ut_status, list[object]()

    def doer(ider: Any) -> int:
        gjort.append(ider)
        if len(gjort) == 2:
            raise KeyboardInterrupt  # what a killed process leaves: a step that never committed
        return ekte(ider)

    monkeypatch.setattr(registreringsstatus, "regn_ut_status", doer)
    jobb = Jobb.objects.create(slag=SLAG, tittel="Status", parametre={})
    with pytest.raises(KeyboardInterrupt):
        loep.kjoer(jobb.pk)
    Jobb.objects.filter(pk=jobb.pk).update(leie_til=jobb.opprettet)
    loep.kjoer(jobb.pk)
    assert gjort[2] == gjort[1], "det første steget gjøres ikke igjen"
    assert all(stemmer(person) for person in personer)


def test_jobben_kan_avbrytes_mellom_to_steg(smaa_steg: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        bosatt_i_aar()
    jobb = Jobb.objects.create(slag=SLAG, tittel="Status", parametre={})

    def avbryter(ider: Any) -> int:
        avbryt_jobb(jobb=jobb)
        return regn_ut_status(ider)

    monkeypatch.setattr(registreringsstatus, "regn_ut_status", avbryter)
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    with kontekst(motor_kontekst()):
        assert (jobb.tilstand, Registreringsstatus.objects.count()) == (Tilstand.AVBRUTT, 1)


def test_dagene_gaar(av: Aktoer, som: Som) -> None:
    """Ingenting registreres, men en måned tar slutt: natten finner timene som mangler."""
    person = bosatt_i_aar()
    with som(av):
        registrer(person, "vedtak", av)
    assert Registrering.TIMER_NORSK not in lagret(person).mangler
    with time_machine.travel(timezone.now() + timedelta(days=70)):
        regn_ut_status([person.pk])
    rad = lagret(person)
    assert Registrering.TIMER_NORSK in rad.mangler
    assert rad.neste_frist == min(c.frist for _h, c in rad.status.gjenstaar if c.frist)


# --- Slik det var ---


def test_status_slik_den_var_kjent_den_dagen(av: Aktoer) -> None:
    foer, etter = fabrikk.klokken(2026, 2, 10), fabrikk.klokken(2026, 4, 10)
    person = fabrikk.lag_person(
        tillatelse_dato=date(2026, 1, 5), bosatt_fra=date(2026, 1, 10), registrert=foer
    )
    vedtak = fabrikk.lag_vedtak(person, startdato=date(2026, 2, 20), registrert=etter)
    fabrikk.rett(vedtak, annullert=True)
    with kontekst(kontekst_for(av)):
        dager = {
            dag: status_paa([person.pk], dag)[person.pk] for dag in (date(2026, 2, 28), date(2026, 4, 10))
        }
    celler = [s.celler[Registrering.VEDTAK_NORSK] for s in dager.values()]
    assert [c.tilstand for c in celler] == [MANGLER, Celletilstand.REGISTRERT]
    assert dager[date(2026, 4, 10)].celler[Registrering.OPPSTART_NORSK].dato == date(2026, 2, 20)


# --- Hvem ser hva; hva databasen holder ---


def test_kommunen_ser_sine_og_ingen_skjermede_uten_aa_ha_lov() -> None:
    min_, andres = bosatt_i_aar(), bosatt_i_aar(kommune=fabrikk.STEINKJER)
    skjult = bosatt_i_aar(adressebeskyttelse="fortrolig")
    alle = [min_.pk, andres.pk, skjult.pk]
    regn_ut_status(alle)
    ser = {
        fabrikk.lag_aktoer(): [min_.pk],
        fabrikk.lag_aktoer(skjermede=True): [min_.pk, skjult.pk],
        fabrikk.lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING): [min_.pk],
        fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER): [min_.pk, andres.pk],
    }
    for av, ventet in ser.items():
        with kontekst(kontekst_for(av)):
            assert sorted(statuser(alle)) == sorted(status_paa(alle, IDAG)) == sorted(ventet)


def test_voksenopplaeringen_faar_samme_status_selv_om_noe_er_skjult(av: Aktoer, som: Som) -> None:
    """Fravær og permisjon i programmet er skjult for dem; statusen er regnet av alt."""
    person = bosatt_i_aar()
    with som(av):
        registrer(person, "vedtak-introduksjonsprogram", av)
        registrer(person, "klage", av, utfall="", utfallsdato=None, oversendt=None)
    vo = fabrikk.lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING)
    with kontekst(kontekst_for(vo)):
        assert status_paa([person.pk], IDAG) == statuser([person.pk]) == {person.pk: lagret(person).status}


def test_bare_jobbene_skriver(av: Aktoer) -> None:
    person = bosatt_i_aar()
    regn_ut_status([person.pk])
    with pytest.raises(DatabaseError, match="permission denied"), kontekst(kontekst_for(av)):
        Registreringsstatus.objects.update(kolonne="")


@pytest.mark.parametrize(
    "celler",
    [
        {}, [], "tekst", {"klage": {"t": "kanskje", "f": None, "s": None, "g": "", "d": None}},
        {"klage": {"t": "mangler", "f": "i morgen", "s": None, "g": "", "d": None}},
        {"klage": {"t": "mangler", "f": None, "s": None, "d": None}},
    ],
)  # fmt: skip
def test_databasen_nekter_celler_som_ikke_er_det(celler: Any, motor: None) -> None:
    person = bosatt_i_aar()
    with pytest.raises(DatabaseError), transaction.atomic():
        Registreringsstatus.objects.create(person=person, celler=celler, regnet=IDAG)


def test_listene_leses_av_cellene(motor: None) -> None:
    person = bosatt_i_aar()
    regn_ut_status([person.pk])
    rad = Registreringsstatus.objects.get()
    med = {
        t: sorted(h.value for h, c in rad.status.celler.items() if c.tilstand is t) for t in (MANGLER, DELVIS)
    }
    assert (rad.mangler, rad.delvise) == (med[MANGLER], med[DELVIS])
    assert str(rad) == f"{IDAG:%d.%m.%Y}"


def test_et_fast_antall_spoerringer_uansett_hvor_mange(motor: None, django_assert_num_queries: Any) -> None:
    personer = [bosatt_i_aar().pk for _ in range(5)]
    for ider in (personer[:1], personer):
        with django_assert_num_queries(2):
            beregn(ider, IDAG)
    assert connection.in_atomic_block
