"""The pages, as those who use them meet them: forms, conflicts, refusals, empty states, how many queries."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from integrering.grunnmur.visning import dato
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker, Innsyn
from integrering.tilgang.queries import aktoer_av, gyldige_roller
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.kodeverk import Punkttilstand
from integrering.utveksling.moeter.models import FastTid, Moete, Moetepunkt
from tests.fabrikk import SKOLE, TRONDHEIM, lag_bruker, lag_person, virksomhet
from tests.utveksling.moeter.hjelp import data, inviter, lag_moete, lag_punkt, lag_tid

pytestmark = pytest.mark.django_db


def _inn(rolle: Rolle = Rolle.FYLKE_SAKSBEHANDLER, nummer: str = "") -> tuple[Client, Aktoer]:
    """Return a logged-in client and who it is."""
    bruker: Bruker = lag_bruker(rolle, nummer)
    klient = Client()
    klient.force_login(bruker, "django.contrib.auth.backends.ModelBackend")
    return klient, aktoer_av(gyldige_roller(bruker.pk, timezone.localdate()).get())


@pytest.fixture
def fylke() -> tuple[Client, Aktoer]:
    """A case worker of the county."""
    return _inn()


@pytest.fixture
def kommune() -> tuple[Client, Aktoer]:
    """Someone at Trondheim's refugee service."""
    return _inn(Rolle.KOMMUNE_FLYKTNINGTJENESTE, TRONDHEIM)


def _svar(dager: int = 7, **felt: Any) -> dict[str, Any]:
    """Return a form of a meeting as it is typed."""
    dag = timezone.localdate() + timedelta(days=dager)
    grunn = {
        "innsending": str(uuid.uuid4()), "type": "team", "tittel": "Samarbeid om skolestart",
        "dato": dato(dag), "fra": "9", "til": "10.30",
    }  # fmt: skip
    return grunn | felt


def _fersk(moete: Moete) -> Moete:
    with kontekst(motor_kontekst()):
        return Moete.objects.get(pk=moete.pk)


def test_kall_inn_i_nettleseren(fylke: tuple[Client, Aktoer], kommune: tuple[Client, Aktoer]) -> None:
    """From the empty list to a meeting the invited finds in its own list; sent twice it is one."""
    klient, av = fylke
    assert "Ingen kommende møter." in klient.get("/moeter/").content.decode()
    svar = _svar(
        virksomheter=[virksomhet(TRONDHEIM).pk], brukere=[av.bruker_id], kommuner=[virksomhet(TRONDHEIM).pk],
        eksterne="Kari Prøve, NAV", videolenke="HTTPS://video.eksempel.no/rom", dagsorden="Skolestart",
    )  # fmt: skip
    adresser = {klient.post("/moeter/nytt/", svar)["Location"] for _ in range(2)}
    assert len(adresser) == 1
    side = klient.get(adresser.pop()).content.decode()
    for ord_ in (
        "Samarbeid om skolestart",
        "Kari Prøve, NAV",
        "https://video.eksempel.no/rom",
        "09.00–10.30",
    ):
        assert ord_ in side
    andre = kommune[0]
    assert "Samarbeid om skolestart" in andre.get("/moeter/?type=team&kommune=5001").content.decode()
    valgt = f"/moeter/?virksomhet={virksomhet(TRONDHEIM).pk}"
    assert "Samarbeid om skolestart" in andre.get(valgt).content.decode()
    assert "Samarbeid om skolestart" not in andre.get("/moeter/?type=forum").content.decode()
    assert "Samarbeid om skolestart" not in andre.get("/moeter/tidligere/").content.decode()


@pytest.mark.parametrize(
    ("felt", "verdi", "melding"),
    [
        ("fra", "", "Skriv klokkeslettet, for eksempel 09.30."),
        ("fra", "25", "Skriv klokkeslettet, for eksempel 09.30."),
        ("til", "8", "Møtet må slutte etter at det begynner."),
        ("videolenke", "http://x.no", "Lenken må begynne med https://."),
        ("videolenke", "javascript:alert(1)", "Lenken er ikke en nettadresse."),
        ("tittel", "Sak 01019912345", "Ikke skriv fødselsdato eller nummer"),
        ("dato", "32.01.2027", "finnes ikke i kalenderen"),
    ],
)
def test_feil_i_skjemaet(fylke: tuple[Client, Aktoer], felt: str, verdi: str, melding: str) -> None:
    """422 with a sentence that says what to do, and what was typed still there."""
    svar = fylke[0].post("/moeter/nytt/", _svar(sted="Rom 204") | {felt: verdi})
    tekst = svar.content.decode()
    assert svar.status_code == 422
    assert melding in tekst
    assert "Rom 204" in tekst


def test_tid_som_ikke_finnes(fylke: tuple[Client, Aktoer]) -> None:
    """Half past two on the night the clock is put forward."""
    svar = fylke[0].post("/moeter/nytt/", _svar() | {"dato": "28.03.2027", "fra": "02.30", "til": "04.00"})
    assert "tiden finnes ikke" in svar.content.decode()


def test_to_som_endrer_samme_moete(fylke: tuple[Client, Aktoer]) -> None:
    """The second gets 409 with both values and their own text, and may save over."""
    klient, av = fylke
    moete = lag_moete(av, deltakere=inviter(TRONDHEIM))
    skjema = klient.get(f"/moeter/{moete.noekkel}/endre/").content.decode()
    assert 'name="versjon" value="1"' in skjema
    with kontekst(kontekst_for(av)):
        actions.endre_moete(moete=moete, versjon=1, data=data(tittel="Deres tittel"), av=av)
    mitt = _svar(versjon="1", tittel="Min tittel", dagsorden="Lang tekst jeg skrev")
    svar = klient.post(f"/moeter/{moete.noekkel}/endre/", mitt)
    tekst = svar.content.decode()
    assert svar.status_code == 409
    for ord_ in ("Deres tittel", "Min tittel", "Lang tekst jeg skrev", av.navn, 'name="versjon" value="2"'):
        assert ord_ in tekst
    assert klient.post(f"/moeter/{moete.noekkel}/endre/", mitt | {"versjon": "2"}).status_code == 302
    assert _fersk(moete).tittel == "Min tittel"


def test_to_som_skriver_referat(fylke: tuple[Client, Aktoer]) -> None:
    """The second sees the first's minutes beside their own."""
    klient, av = fylke
    moete = lag_moete(av, -1)
    adresse = f"/moeter/{moete.noekkel}/referat/"
    assert klient.post(adresse, {"versjon": 1, "referat": "Deres referat"}).status_code == 302
    svar = klient.post(adresse, {"versjon": 1, "referat": "Mitt referat"})
    assert svar.status_code == 409
    assert "Deres referat" in svar.content.decode()
    assert "Mitt referat" in svar.content.decode()


def test_referat_godkjennes_og_rettes(fylke: tuple[Client, Aktoer]) -> None:
    """From held to locked to corrected; the history shows what stood."""
    klient, av = fylke
    moete = lag_moete(av, -1)
    side = f"/moeter/{moete.noekkel}/"
    assert klient.post(f"{side}avholdt/", {"versjon": 1}).status_code == 302
    assert klient.post(f"{side}avholdt/", {}).status_code == 302
    klient.post(f"{side}referat/", {"versjon": 2, "referat": "Vi ble enige."})
    assert "Vi ble enige." in klient.get(f"{side}godkjenn/").content.decode()
    klient.post(f"{side}godkjenn/", {"versjon": 3})
    assert klient.post(f"{side}endre/", _svar(versjon="4")).status_code == 422
    rettes = {"versjon": 4, "referat": "Vi ble nesten enige.", "aarsak": "Feil gjengitt"}
    assert klient.post(f"{side}referat/", rettes | {"aarsak": ""}).status_code == 422
    klient.post(f"{side}referat/", rettes)
    tekst = klient.get(side).content.decode()
    for ord_ in ("Vi ble nesten enige.", "Vi ble enige.", "Feil gjengitt", "Møtet er låst"):
        assert ord_ in tekst


def test_for_tidlig_avholdt_sies_fra(fylke: tuple[Client, Aktoer]) -> None:
    """A meeting that has not begun is not held."""
    klient, av = fylke
    side = f"/moeter/{lag_moete(av).noekkel}/"
    assert "ikke begynt" in klient.post(f"{side}avholdt/", {"versjon": 1}, follow=True).content.decode()


def test_avlysning_i_nettleseren(fylke: tuple[Client, Aktoer]) -> None:
    """The page and the calendar say so."""
    klient, av = fylke
    side = f"/moeter/{lag_moete(av).noekkel}/"
    assert klient.post(f"{side}avlys/", {"versjon": 1, "grunn": ""}).status_code == 422
    klient.post(f"{side}avlys/", {"versjon": 1, "grunn": "Snøvær"})
    assert "Møtet er avlyst: Snøvær" in klient.get(side).content.decode()
    assert b"STATUS:CANCELLED" in klient.get(f"{side}moete.ics").content
    assert b"STATUS:CANCELLED" in klient.get("/moeter/kalender.ics").content


# --- Points ---


def test_punkter_paa_siden(fylke: tuple[Client, Aktoer], kommune: tuple[Client, Aktoer]) -> None:
    """Agreed on by the owner, done by who has it, without JavaScript; the typed text survives an error."""
    klient, av = fylke
    andre, kari = kommune
    moete = lag_moete(av, deltakere=inviter(TRONDHEIM))
    side = f"/moeter/{moete.noekkel}/"
    assert klient.get(f"{side}punkter/nytt/")["Location"] == f"{side}#nytt-punkt"
    feil = klient.post(f"{side}punkter/nytt/", {"tekst": "Sjekk skoleplass", "ansvarlig": ""})
    assert feil.status_code == 422
    assert "Sjekk skoleplass" in feil.content.decode()
    nummer = klient.post(
        f"{side}punkter/nytt/", {"tekst": "DUF 2099 000001 03", "ansvarlig": f"{av.virksomhet_id}-"}
    )
    assert nummer.status_code == 422
    svar = {
        "innsending": str(uuid.uuid4()), "tekst": "Sjekk skoleplass", "ansvarlig": f"{kari.virksomhet_id}-",
        "frist": "01.12.2099",
    }  # fmt: skip
    for _ in range(2):
        assert klient.post(f"{side}punkter/nytt/", svar).status_code == 302
    with kontekst(motor_kontekst()):
        punkt = Moetepunkt.objects.get()
    assert "Sjekk skoleplass" in andre.get("/moeter/punkter/").content.decode()
    assert "Ingen åpne punkter" in klient.get("/moeter/punkter/").content.decode()
    egen = f"/moeter/punkter/{punkt.noekkel}/"
    assert klient.post(egen, svar | {"versjon": "1", "tekst": "Sjekk to"}).status_code == 302
    konflikt = klient.post(egen, svar | {"versjon": "1", "tekst": "Sjekk tre"})
    assert konflikt.status_code == 409
    assert "Sjekk to" in konflikt.content.decode()
    assert andre.post(f"{egen}avslutt/", {"versjon": 1, "tilstand": "gjort"}).status_code == 409
    assert andre.post(f"{egen}avslutt/", {"versjon": 2, "tilstand": "utgaar"}).status_code == 422
    assert andre.post(f"{egen}avslutt/", {"versjon": 2, "tilstand": "gjort"}).status_code == 302
    assert "Gjort" in klient.get(side).content.decode()
    assert andre.post(f"{egen}gjenaapne/", {"versjon": 1}, follow=True).status_code == 200
    assert andre.post(f"{egen}gjenaapne/", {"versjon": 3}).status_code == 302
    with kontekst(motor_kontekst()):
        punkt.refresh_from_db()
    assert punkt.aapen


# --- The next meeting ---


def test_lag_neste_moete(fylke: tuple[Client, Aktoer]) -> None:
    """The form proposes next week and the same participants; the open points are there."""
    klient, av = fylke
    moete = lag_moete(av, -1, deltakere=inviter(TRONDHEIM))
    lag_punkt(moete, av, tekst="Følges opp")
    side = f"/moeter/{moete.noekkel}/neste/"
    skjema = klient.get(side).content.decode()
    assert dato(timezone.localdate() + timedelta(days=6)) in skjema
    svar = klient.post(side, _svar(viderefoer="on", virksomheter=[virksomhet(TRONDHEIM).pk]))
    assert "Følges opp" in klient.get(svar["Location"]).content.decode()
    assert klient.post(side, _svar()).status_code == 422
    assert "Neste møte:" in klient.get(f"/moeter/{moete.noekkel}/").content.decode()


def test_viderefoering_til_moete_av_fast_tid(fylke: tuple[Client, Aktoer]) -> None:
    """Where a slot has made the next meeting, the page asks and carries over."""
    klient, av = fylke
    tid = lag_tid(av)
    with kontekst(kontekst_for(av)):
        actions.lag_moeter(tid=tid, i_dag=timezone.localdate(), av=av)
        foerste, neste = Moete.objects.filter(fast_tid=tid).order_by("start")[:2]
    lag_punkt(foerste, av, tekst="Følges opp")
    side = f"/moeter/{foerste.noekkel}/neste/"
    assert "Åpne punkter" in klient.get(side).content.decode()
    assert klient.post(side)["Location"] == f"/moeter/{neste.noekkel}/"
    assert "Følges opp" in klient.get(f"/moeter/{neste.noekkel}/").content.decode()
    kari = virksomhet(TRONDHEIM).pk
    with kontekst(kontekst_for(av)):
        actions.endre_moete(moete=foerste, versjon=1, data=data(1, deltakere=inviter(TRONDHEIM)), av=av)
        foerste.refresh_from_db()
    lag_punkt(foerste, av, til=kari)
    assert klient.post(side).status_code == 422


# --- Participants, persons, files ---


def test_paamelding_i_nettleseren(fylke: tuple[Client, Aktoer], kommune: tuple[Client, Aktoer]) -> None:
    """The invited ticks its own; nobody ticked is an answer too."""
    andre, kari = kommune
    side = f"/moeter/{lag_moete(fylke[1], deltakere=inviter(TRONDHEIM)).noekkel}/paamelding/"
    assert f'name="brukere" value="{fylke[1].bruker_id}"' not in andre.get(side).content.decode()
    assert andre.post(side, {"brukere": [kari.bruker_id]}).status_code == 302
    assert "checked" in andre.get(side).content.decode()
    assert andre.post(side, {}).status_code == 302
    assert "checked" not in andre.get(side).content.decode()
    assert andre.post(side, {"brukere": [fylke[1].bruker_id]}).status_code == 422


def test_personer_soekes_opp_og_legges_til(
    fylke: tuple[Client, Aktoer], kommune: tuple[Client, Aktoer]
) -> None:
    """By POST; found, ticked, added, shown with a look-up in the log, and taken out."""
    klient, av = fylke
    person = lag_person(kommune="5006", etternavn="Finnmeg")
    moete = lag_moete(av, deltakere=inviter(TRONDHEIM))
    side = f"/moeter/{moete.noekkel}/personer/"
    assert klient.post(side, {"soek": ""}).status_code == 422
    assert "Ingen nye treff" in klient.post(side, {"soek": "Ukjentnavn"}).content.decode()
    assert "Finnmeg" in klient.post(side, {"soek": "finnmeg"}).content.decode()
    tomt = klient.post(side, {"valgt": ["tull"]})
    assert tomt.status_code == 422
    assert "Velg minst én rad." in tomt.content.decode()
    assert klient.post(side, {"valgt": [str(person.noekkel)]}).status_code == 302
    assert "Finnmeg" in klient.get(f"/moeter/{moete.noekkel}/").content.decode()
    assert "Finnmeg" not in kommune[0].get(f"/moeter/{moete.noekkel}/").content.decode()
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(person_id=person.pk, bruker_id=av.bruker_id, hvor="møte").count() == 1
    assert "Samarbeid" not in klient.get(f"/personer/{person.noekkel}/").content.decode()
    panel = klient.get(f"/personer/{person.noekkel}/").content.decode()
    assert f"/moeter/{moete.noekkel}/" in panel
    assert f"/moeter/nytt/?person={person.noekkel}" in panel
    klient.post(side, {"slett": str(person.noekkel)})
    assert "Finnmeg" not in klient.get(f"/moeter/{moete.noekkel}/").content.decode()


def test_moete_om_en_person_fra_personsiden(fylke: tuple[Client, Aktoer]) -> None:
    """The link of the person page begins with the person; a key of nobody begins without."""
    klient, _ = fylke
    person = lag_person()
    assert person.navn in klient.get(f"/moeter/nytt/?person={person.noekkel}").content.decode()
    assert klient.get("/moeter/nytt/?person=tull").status_code == 200
    svar = klient.post(f"/moeter/nytt/?person={person.noekkel}", _svar())
    assert person.navn in klient.get(svar["Location"]).content.decode()


def test_vedlegg_i_nettleseren(fylke: tuple[Client, Aktoer]) -> None:
    """Attached, shown, deleted after a question; a program is refused with its reason."""
    klient, av = fylke
    moete = lag_moete(av)
    side = f"/moeter/{moete.noekkel}/"
    assert klient.post(f"{side}vedlegg/", {}).status_code == 422
    program = SimpleUploadedFile("spill.exe", b"MZ\x00")
    assert klient.post(f"{side}vedlegg/", {"vedlegg": program}).status_code == 422
    klient.post(f"{side}vedlegg/", {"vedlegg": SimpleUploadedFile("saksliste.txt", b"Sak 1")})
    assert "saksliste.txt" in klient.get(side).content.decode()
    with kontekst(motor_kontekst()):
        slett = f"{side}vedlegg/{moete.vedlegg.get().vedlegg.noekkel}/slett/"
    assert "saksliste.txt" in klient.get(slett).content.decode()
    assert klient.post(slett, {"bekreft": "ja"}).status_code == 302
    assert "saksliste.txt" not in klient.get(side).content.decode()
    assert klient.get(slett).status_code == 404


# --- Weekly slots ---


def test_fast_tid_i_nettleseren(fylke: tuple[Client, Aktoer]) -> None:
    """Set aside, looked over, made, excepted, changed; the second of two is told."""
    klient, _ = fylke
    assert "Dere har ingen faste tider." in klient.get("/moeter/faste-tider/").content.decode()
    svar = {
        "innsending": str(uuid.uuid4()), "type": "nettverk", "tittel": "Nettverk hver uke", "ukedag": "3",
        "klokkeslett": "9", "varighet": "60", "fra": dato(timezone.localdate()), "til": "",
    }  # fmt: skip
    assert klient.post("/moeter/faste-tider/ny/", svar | {"varighet": "2"}).status_code == 422
    side = klient.post("/moeter/faste-tider/ny/", svar)["Location"]
    assert "Nettverk hver uke" in klient.get("/moeter/faste-tider/").content.decode()
    assert "Møte lages" in klient.get(side).content.decode()
    assert klient.post(f"{side}moeter/")["Location"] == side
    with kontekst(motor_kontekst()):
        moete = Moete.objects.order_by("-start")[0]
        tid = FastTid.objects.get()
    assert f"/moeter/{moete.noekkel}/" in klient.get(side).content.decode()
    dag = dato(moete.start)
    feil = klient.post(f"{side}unntak/", {"dato": dato(moete.start + timedelta(days=1)), "grunn": "Kurs"})
    assert feil.status_code == 422
    assert klient.post(f"{side}unntak/", {"dato": "", "grunn": ""}).status_code == 422
    klient.post(f"{side}unntak/", {"dato": dag, "grunn": "Kurs"})
    assert _fersk(moete).avlyst
    klient.post(f"{side}unntak/", {"slett": dag})
    assert klient.post(f"{side}unntak/", {"slett": "tull"}).status_code == 404
    assert "Møtene som er laget" in klient.get(f"{side}endre/").content.decode()
    endret = svar | {"versjon": str(tid.versjon), "moetene": "foelger", "klokkeslett": "10.00"}
    assert klient.post(f"{side}endre/", endret).status_code == 302
    konflikt = klient.post(f"{side}endre/", endret | {"klokkeslett": "11"})
    assert konflikt.status_code == 409
    assert "11.00" in konflikt.content.decode()


def test_abonnement_i_nettleseren(fylke: tuple[Client, Aktoer]) -> None:
    """The address is shown once and then never again."""
    klient, _ = fylke
    tekst = klient.post("/moeter/abonnement/", {"gjoer": "lag"}).content.decode()
    adresse = tekst.split("<code>")[1].split("</code>")[0]
    assert klient.get(adresse[adresse.index("/moeter/") :]).status_code == 200
    assert "Du har en adresse" in klient.get("/moeter/abonnement/").content.decode()
    assert adresse not in klient.get("/moeter/abonnement/").content.decode()
    klient.post("/moeter/abonnement/", {"gjoer": "tilbakekall"})
    assert "Du har en adresse" not in klient.get("/moeter/abonnement/").content.decode()


def test_skolen_ser_moetet_uten_personer(fylke: tuple[Client, Aktoer]) -> None:
    """A school finds its meeting, its points, and no person, nor a button that is not for it."""
    skole, hvem = _inn(Rolle.SKOLEKONTAKT)
    moete = lag_moete(fylke[1], deltakere=inviter(SKOLE), personer=[lag_person(fornavn="Hemmelig")])
    punkt = lag_punkt(moete, fylke[1], til=hvem.virksomhet_id)
    tekst = skole.get(f"/moeter/{moete.noekkel}/").content.decode()
    assert "Personer møtet gjelder" not in tekst
    assert "Hemmelig" not in tekst
    assert "Endre møtet" not in tekst
    avsluttes = f"/moeter/punkter/{punkt.noekkel}/avslutt/"
    svar = {"versjon": 1, "tilstand": Punkttilstand.GJORT.value}
    assert skole.post(avsluttes, svar).status_code == 302


@pytest.mark.parametrize(
    "adresse", ["/moeter/", "/moeter/tidligere/", "/moeter/punkter/", "/moeter/faste-tider/"]
)
def test_antall_spoerringer(
    fylke: tuple[Client, Aktoer], adresse: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """A list page asks at most ten questions however many rows it shows."""
    klient, av = fylke
    for dager in (-2, -1, 1, 2, 3):
        moete = lag_moete(av, dager, deltakere=inviter(TRONDHEIM))
        lag_punkt(moete, av)
        lag_tid(av)
    klient.get(adresse)
    with django_assert_max_num_queries(10):
        assert klient.get(adresse).status_code == 200
