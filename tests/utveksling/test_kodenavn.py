"""Subjects of messages and kinds of meeting: the county's own, closed ones, and both languages everywhere."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger import actions as meldinger
from integrering.utveksling.meldinger.models import Samtale
from integrering.utveksling.moeter import actions as moeter
from integrering.utveksling.moeter.models import FastTid, Moete
from tests.fabrikk import TRONDHEIM, aktoer, lag_aktoer, lag_bruker, virksomhet
from tests.grunnmur.kodehjelp import lag_kode, steng
from tests.lister.hjelp import csv, innhold, ta_ut
from tests.tilgang.hjelp import inn
from tests.utveksling.meldinger.post import lag_utkast, send
from tests.utveksling.moeter.hjelp import inviter, lag_moete, lag_punkt, lag_tid
from tests.utveksling.moeter.nettleser import skjema

pytestmark = pytest.mark.django_db


@pytest.fixture
def fylket() -> Aktoer:
    return aktoer(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


@pytest.fixture
def kommunen() -> Aktoer:
    return lag_aktoer()


def klient(hvem: Aktoer, spraak: str = "nb") -> Client:
    ny = inn(Bruker.objects.get(pk=hvem.bruker_id))
    ny.cookies["spraak"] = spraak
    return ny


def side(hvem: Aktoer, adresse: str, spraak: str = "nb") -> str:
    return str(klient(hvem, spraak).get(adresse).content.decode())


@pytest.fixture
def frokost(db: None) -> None:
    lag_kode("moetetype", "frokost", navn_nb="Frokostmøte", navn_nn="Frukostmøte")


# --- Meetings ---


def test_fylkets_egen_moetetype_overalt_paa_begge_maalformer(
    frokost: None, fylket: Aktoer, kommunen: Aktoer
) -> None:
    """The form, the list, its filter, the export, the page, the calendar: one word in each language."""
    web = klient(fylket)
    web.post("/moeter/nytt/", skjema(type="frokost", virksomheter=[virksomhet(TRONDHEIM).pk]))
    with kontekst(motor_kontekst()):
        moete = Moete.objects.get(type="frokost")
    lag_punkt(moete, fylket, til=kommunen.virksomhet_id)
    adresser = (
        "/moeter/nytt/", "/moeter/", "/moeter/?type=frokost&sorter=type", f"/moeter/{moete.noekkel}/",
        f"/moeter/{moete.noekkel}/moete.ics", "/moeter/kalender.ics",
    )  # fmt: skip
    for adresse in adresser:
        assert "Frokostmøte" in side(fylket, adresse), adresse
        assert "Frukostmøte" in side(fylket, adresse, "nn"), adresse
    fil, _om = csv(innhold(ta_ut(klient(fylket, "nn"), "/moeter/", liste="moeter", format="csv")))
    assert "Frukostmøte" in str(fil)
    assert "Frukostmøte" in side(kommunen, "/moeter/punkter/", "nn")


def test_punkter_fra_fylkets_egen_moetetype_blir_oppgaver(
    frokost: None, fylket: Aktoer, kommunen: Aktoer
) -> None:
    """The rule is the common one; the kind stands in what the task is about, in the reader's language."""
    moete = lag_moete(fylket, type="frokost", deltakere=inviter(TRONDHEIM))
    lag_punkt(moete, fylket, til=kommunen.virksomhet_id)
    with kontekst(motor_kontekst()):
        oppgave = Oppgave.objects.get(regel="MOETEPUNKT_ANDRE")
    assert "Frokostmøte" not in oppgave.tekst, "navnet lagres ikke"
    egen = reverse("oppgave", args=[oppgave.noekkel])
    for adresse in ("/?hvem=alle&fane=alle", "/?hvem=alle&fane=alle&sorter=gjelder", egen):
        assert f"Frokostmøte {oppgave.tekst}" in side(kommunen, adresse), adresse
        assert f"Frukostmøte {oppgave.tekst}" in side(kommunen, adresse, "nn"), adresse


def test_abonnementet_er_paa_eierens_maalform(frokost: None, fylket: Aktoer) -> None:
    """Nobody is logged in when the telephone asks: the language is the one its owner has chosen."""
    lag_moete(fylket, type="frokost")
    Bruker.objects.filter(pk=fylket.bruker_id).update(maalform="nn")
    with kontekst(kontekst_for(fylket)):
        hemmelig = moeter.nytt_abonnement(av=fylket)
    svar = Client().get(reverse("moeter_abonnement_ics", args=[hemmelig])).content.decode()
    assert "Frukostmøte" in svar


def test_en_stengt_moetetype_velges_ikke_men_moetene_staar(frokost: None, fylket: Aktoer) -> None:
    """A meeting that has it may be changed and keeps it; a weekly slot goes on making its meetings."""
    moete, tid = lag_moete(fylket, type="frokost"), lag_tid(fylket, type="frokost")
    steng("moetetype", "frokost")
    assert "Frokostmøte" not in side(fylket, "/moeter/nytt/")
    assert klient(fylket).post("/moeter/nytt/", skjema(type="frokost")).status_code == 422
    assert "Frokostmøte" in side(fylket, "/moeter/?type=frokost")
    assert "Frokostmøte" in side(fylket, f"/moeter/faste-tider/{tid.noekkel}/")
    endre = f"/moeter/{moete.noekkel}/endre/"
    assert '<option value="frokost" selected>Frokostmøte</option>' in side(fylket, endre)
    assert (
        klient(fylket).post(endre, skjema(type="frokost", versjon=1, tittel="Nytt navn")).status_code == 302
    )
    with kontekst(motor_kontekst()):
        assert Moete.objects.filter(type="frokost", tittel="Nytt navn").exists()
    assert moeter.lag_alle_moeter(i_dag=tid.fra) > 0


def test_en_ukjent_moetetype_avvises_i_handlingen_og_i_databasen(fylket: Aktoer) -> None:
    for lag in (lag_moete, lag_tid):
        with pytest.raises(Regelbrudd) as brudd:
            lag(fylket, type="kaffe")
        assert brudd.value.meldinger == {"type": ["Møtetypen er ikke i bruk. Velg en annen type møte."]}
    moete, tid = lag_moete(fylket), lag_tid(fylket)
    with kontekst(motor_kontekst()):
        for rader in (Moete.objects.filter(pk=moete.pk), FastTid.objects.filter(pk=tid.pk)):
            with pytest.raises(IntegrityError, match="listen moetetype"), transaction.atomic():
                rader.update(type="kaffe")


# --- Messages ---


def test_fylkets_eget_emne_overalt_paa_begge_maalformer(fylket: Aktoer, kommunen: Aktoer) -> None:
    """The form, the list and its filter, the thread, and the recipient's task; never stored with the task."""
    lag_kode("meldingsemne", "sommer", navn_nb="Sommerskole", navn_nn="Sommarskule")
    melding = send(fylket, virksomhet(TRONDHEIM), emne="sommer", krever_kvittering=True)
    samtale = reverse("samtale", args=[melding.samtale.noekkel])
    for hvem, adresser in (
        (fylket, ("/meldinger/ny/", "/meldinger/sendt/?emne=sommer", samtale)),
        (kommunen, ("/meldinger/", "/?hvem=alle&fane=alle", samtale)),
    ):
        for adresse in adresser:
            assert "Sommerskole" in side(hvem, adresse), adresse
            assert "Sommarskule" in side(hvem, adresse, "nn"), adresse
    with kontekst(motor_kontekst()):
        assert not Oppgave.objects.filter(tekst__icontains="sommer").exists()


def test_en_melding_med_tittel_heter_det_den_heter(fylket: Aktoer, kommunen: Aktoer) -> None:
    melding = send(fylket, virksomhet(TRONDHEIM), tittel="Skolestart")
    with kontekst(motor_kontekst()):
        oppgave = Oppgave.objects.get(regel="LES_MELDING")
    assert (oppgave.tekst, oppgave.emnekode) == (f"{melding.samtale.saksnummer} Skolestart", "")


def test_et_stengt_emne_sendes_ikke_men_samtalene_staar(fylket: Aktoer, kommunen: Aktoer) -> None:
    """A draft that was begun before says what to do; the thread keeps its name and takes answers."""
    melding = send(fylket, virksomhet(TRONDHEIM), emne="kartlegging")
    utkast = lag_utkast(fylket, virksomhet(TRONDHEIM), emne="kartlegging")
    steng("meldingsemne", "kartlegging")
    with kontekst(kontekst_for(fylket)), pytest.raises(Regelbrudd) as brudd:
        meldinger.send(noekkel=utkast.noekkel, versjon=utkast.versjon, av=fylket)
    assert brudd.value.meldinger["emne"] == ["Emnet er ikke i bruk lenger. Velg et annet emne."]
    assert "Kartlegging og karriereveiledning" in side(kommunen, "/meldinger/")
    with kontekst(motor_kontekst()):
        samtale = Samtale.objects.get(pk=melding.samtale_id)
    svar = lag_utkast(kommunen, samtale=samtale, mottakere=[], emne="")
    with kontekst(kontekst_for(kommunen)):
        assert (
            meldinger.send(noekkel=svar.noekkel, versjon=svar.versjon, av=kommunen).samtale_id == samtale.pk
        )


def test_databasen_tar_bare_emner_fra_listen(fylket: Aktoer) -> None:
    """Nobody changes the subject of a thread; a new one with an unknown subject is refused."""
    ny = Samtale(saksnummer="2099/1", emne="vaer", virksomhet_id=fylket.virksomhet_id)
    ny.opprettet_av_id = fylket.bruker_id
    with kontekst(kontekst_for(fylket)), pytest.raises(IntegrityError, match="listen meldingsemne"):
        ny.save(force_insert=True)
