"""Fylket melder, kommunen får det én gang, og kvitterer."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.lister.utvalg import Utvalg
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger import actions as meldingshandlinger
from integrering.utveksling.meldinger.actions import Enkeltmelding, send_mange
from integrering.utveksling.meldinger.models import Melding, Mottak
from opplaering.actions.melding import Sendt, meld_til_kommunen
from opplaering.lister_meldinger import AVSTEMMING
from opplaering.models import Kommunemelding
from opplaering.oppgavekilder_meldinger import opplaering_endret, registreringer_endret
from tests import fabrikk
from tests.fabrikk import STEINKJER
from tests.opplaering.hjelp import (
    I_DAG,
    kommunen,
    koordinator,
    lag_hovedansvar,
    lag_klasse,
    lag_skolegang,
    skolekontakt,
)
from tests.opplaering.meldingshjelp import lag_fravaer, lag_resultat, meld, umeldte

pytestmark = pytest.mark.django_db


@pytest.fixture
def elev() -> Person:
    person = fabrikk.lag_person()
    lag_skolegang(person)
    return person


def oppgaver(nummer: str = fabrikk.TRONDHEIM) -> list[str]:
    """Return the codes of the open tasks about what is told, or about messages."""
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(virksomhet=fabrikk.virksomhet(nummer), lukket__isnull=True)
        koder = ("_IKKE_", "_MELDING", "PURR", "_AVVIK", "_UKJENT")
        return sorted(r.regel for r in rader if any(kode in r.regel for kode in koder))


def test_meldingen_baerer_det_som_er_meldt_og_ber_om_kvittering(elev: Person) -> None:
    [rad] = meld([elev])
    assert (rad.slag, rad.kommune, rad.noekkel) == ("start", elev.kommune, rad.melding.idempotens)
    melding, samtale = rad.melding, rad.melding.samtale
    assert (samtale.tittel, samtale.emne, samtale.person_id) == ("Start på skolen", "opplaering", elev.pk)
    assert "Første skoledag: " in melding.tekst
    assert "Timer per uke: 30" in melding.tekst
    assert elev.etternavn not in melding.tekst
    assert (melding.krever_kvittering, melding.kvitteringsfrist) == (True, I_DAG + timedelta(days=7))
    with kontekst(motor_kontekst()):
        [mottak] = Mottak.objects.filter(melding=melding)
    assert mottak.virksomhet == elev.kommune


def test_det_samme_meldes_aldri_to_ganger(elev: Person) -> None:
    """To som sender det samme: den andre sender ingenting."""
    [rad], av = umeldte([elev]), koordinator()
    with kontekst(kontekst_for(av)):
        assert meld_til_kommunen(noekler=[rad.noekkel], av=av) == Sendt(1, 0)
        assert meld_til_kommunen(noekler=[rad.noekkel], av=av) == Sendt(0, 0)
        assert Kommunemelding.objects.count() == Melding.objects.count() == 1


def test_bare_fylket_melder(elev: Person) -> None:
    [rad] = umeldte([elev])
    for av in (skolekontakt(), kommunen(), fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)):
        with kontekst(kontekst_for(av)), pytest.raises(IkkeTilgang):
            meld_til_kommunen(noekler=[rad.noekkel], av=av)


def test_skjermede_overleveres_for_haand() -> None:
    """Ingenting sendes om dem, og den som ikke har tilgangen, finner dem ikke."""
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    lag_skolegang(skjermet)
    [rad] = umeldte([skjermet])
    for av, ventet in ((koordinator(skjermede=True), Sendt(0, 1)), (koordinator(), Sendt(0, 0))):
        with kontekst(kontekst_for(av)):
            assert meld_til_kommunen(noekler=[rad.noekkel], av=av) == ventet
            assert Melding.objects.count() == 0
    oppdater_kilde("umeldt")
    assert oppgaver(fabrikk.FYLKET) == []


def test_kommunen_har_en_oppgave_for_hver_melding_og_ingen_to(elev: Person) -> None:
    lag_fravaer(elev)
    lag_resultat(elev)
    rader = meld([elev])
    assert oppgaver() == ["FRAVAER_IKKE_KVITTERT", "PROEVE_IKKE_REGISTRERT", "START_IKKE_REGISTRERT"]
    for navn in ("meldinger", "kommunemelding"):
        oppdater_kilde(navn)
    assert len(oppgaver()) == 3
    # acknowledged where messages are read: the task is gone when it is computed again
    av = kommunen()
    with kontekst(kontekst_for(av)):
        meldingshandlinger.kvitter(melding=rader[0].melding, av=av)
    oppdater_kilde("kommunemelding")
    assert len(oppgaver()) == 2


def test_fylket_har_oppgaver_for_det_som_ikke_er_meldt(elev: Person) -> None:
    nabo = fabrikk.lag_person(kommune=STEINKJER)
    lag_fravaer(nabo)
    lag_fravaer(elev)
    lag_resultat(elev)
    oppdater_kilde("umeldt")
    alle = ["FRAVAER_IKKE_SENDT", "FRAVAER_IKKE_SENDT", "PROEVE_IKKE_SENDT", "START_IKKE_SENDT"]
    assert oppgaver(fabrikk.FYLKET) == alle
    meld([elev])
    assert oppgaver(fabrikk.FYLKET) == ["FRAVAER_IKKE_SENDT"]


def test_avvik_blir_oppgave_naar_ingen_melding_venter() -> None:
    """Regelen i NIR kan ikke vite det; der en melding venter, er den oppgaven."""
    person = fabrikk.lag_person()
    fabrikk.lag_vedtak(person)
    fra = lag_skolegang(person, til=I_DAG).fra
    fabrikk.lag_vgo(person, fra=fra - timedelta(days=1), til=I_DAG)
    oppdater_kilde("avstemming")
    assert oppgaver() == ["FULLTID_VGO_AVVIK"]
    meld([person])
    oppdater_kilde("avstemming", [person.pk])
    assert oppgaver() == ["START_IKKE_REGISTRERT"]


def test_perioder_bare_kommunen_har_er_en_oppgave_per_kommune() -> None:
    """De som varer; skolegangen registrert her lukker den."""
    personer = [fabrikk.lag_person() for _ in range(2)]
    for person in personer:
        fabrikk.lag_vgo(person, fra=I_DAG - timedelta(days=30), til=I_DAG)
    fabrikk.lag_vgo(fabrikk.lag_person(), fra=I_DAG - timedelta(days=30), til=I_DAG - timedelta(days=1))
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    fabrikk.lag_vgo(skjermet, fra=I_DAG - timedelta(days=30), til=None)
    oppdater_kilde("opplaering_ukjent")
    assert oppgaver(fabrikk.FYLKET) == ["SKOLEGANG_UKJENT"]
    with kontekst(motor_kontekst()):
        [oppgave] = Oppgave.objects.filter(regel="SKOLEGANG_UKJENT")
    assert oppgave.verdier == {"antall": "2"}
    av = koordinator()
    with kontekst(kontekst_for(av)):
        sporring = QueryDict(oppgave.url.partition("?")[2])
        assert Utvalg(AVSTEMMING, av, sporring).alle().count() == 2
    for person in personer:
        lag_skolegang(person, fra=I_DAG - timedelta(days=30))
    opplaering_endret([person.pk for person in personer])
    assert "SKOLEGANG_UKJENT" not in oppgaver(fabrikk.FYLKET)


def test_endres_registreringer_for_svaert_mange_regnes_det_i_bakgrunnen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    startet: list[tuple[str, ...]] = []
    monkeypatch.setattr(
        "opplaering.oppgavekilder_meldinger.regn_ut_i_bakgrunnen",
        lambda kilder, noekkel: startet.append(kilder),
    )
    registreringer_endret(None)
    assert startet == [("avstemming",)]


@pytest.mark.parametrize(("ansvar", "hvem"), [("fylke", "Fylkeskommunen"), ("kommune", "Kommunen")])
def test_kombinasjonsklasse_meldes_med_hovedansvaret(ansvar: str, hvem: str) -> None:
    """Forskriften § 53 a; integreringsloven § 30 andre ledd."""
    person, klasse = fabrikk.lag_person(), lag_klasse(kombinasjonsklasse=True)
    lag_hovedansvar(klasse, ansvar)
    lag_skolegang(person, klasse=klasse, timer=24)
    [rad] = meld([person])
    assert f"Kombinasjonsklasse: Ja. {hvem} har hovedansvaret." in rad.melding.tekst


def test_like_mange_spoerringer_for_mange_som_for_faa() -> None:
    antall = []
    for mange in (2, 12):
        personer = [fabrikk.lag_person() for _ in range(mange)]
        for person in personer:
            lag_skolegang(person)
        noekler, av = [rad.noekkel for rad in umeldte(personer)], koordinator()
        with kontekst(kontekst_for(av)), CaptureQueriesContext(connection) as alle:
            assert meld_til_kommunen(noekler=noekler, av=av).antall == mange
        antall.append(len(alle))
    assert antall[0] == antall[1]


# --- Many messages at once ---


def _en(person: Person, til: str = fabrikk.TRONDHEIM, **felt: str) -> Enkeltmelding:

    grunn = {"emne": "opplaering", "tittel": "Start", "tekst": "Skole: Prøvedal."} | felt
    return Enkeltmelding(uuid.uuid4(), person, fabrikk.virksomhet(til), **grunn)


def test_mange_meldinger_eller_ingen(elev: Person) -> None:
    """Er det noe i veien for én, sendes ingen; det som er sendt før, sendes ikke igjen."""
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    av, god = koordinator(skjermede=True), _en(elev)
    daarlige = [
        _en(skjermet),
        _en(elev, STEINKJER),
        _en(elev, tekst="12345678901"),
        _en(elev, tittel="Sak 010190"),
    ]
    with kontekst(kontekst_for(av)):
        for daarlig in daarlige:
            with pytest.raises(Regelbrudd):
                send_mange(meldinger=[god, daarlig], av=av)
        sendt = send_mange(meldinger=[god, _en(elev)], av=av)
        numre = [m.samtale.saksnummer for m in sendt.values()]
        assert len(set(numre)) == 2
        assert send_mange(meldinger=[god], av=av) == {god.noekkel: sendt[god.noekkel]}
        assert Melding.objects.count() == 2
    assert oppgaver() == ["KVITTER_MELDING", "KVITTER_MELDING"]
