"""The pages, as those who use them meet them: forms, conflicts, refusals, empty states, how many queries."""

from __future__ import annotations

import pytest
from django.test import Client

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.utveksling.moeter import actions
from tests.fabrikk import TRONDHEIM, virksomhet
from tests.lister.hjelp import antall_spoerringer
from tests.utveksling.moeter.hjelp import data, inviter, lag_moete, lag_punkt, lag_tid
from tests.utveksling.moeter.nettleser import fersk, skjema

pytestmark = pytest.mark.django_db


def test_kall_inn_i_nettleseren(fylke: tuple[Client, Aktoer], kommune: tuple[Client, Aktoer]) -> None:
    """From the empty list to a meeting the invited finds in its own list; sent twice it is one."""
    klient, av = fylke
    assert "Ingen kommende møter." in klient.get("/moeter/").content.decode()
    svar = skjema(
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
    svar = fylke[0].post("/moeter/nytt/", skjema(sted="Rom 204") | {felt: verdi})
    tekst = svar.content.decode()
    assert svar.status_code == 422
    assert melding in tekst
    assert "Rom 204" in tekst


def test_tid_som_ikke_finnes(fylke: tuple[Client, Aktoer]) -> None:
    """Half past two on the night the clock is put forward."""
    svar = fylke[0].post("/moeter/nytt/", skjema() | {"dato": "28.03.2027", "fra": "02.30", "til": "04.00"})
    assert "tiden finnes ikke" in svar.content.decode()


def test_to_som_endrer_samme_moete(fylke: tuple[Client, Aktoer]) -> None:
    """The second gets 409 with both values and their own text, and may save over."""
    klient, av = fylke
    moete = lag_moete(av, deltakere=inviter(TRONDHEIM))
    tekst = klient.get(f"/moeter/{moete.noekkel}/endre/").content.decode()
    assert 'name="versjon" value="1"' in tekst
    with kontekst(kontekst_for(av)):
        actions.endre_moete(moete=moete, versjon=1, data=data(tittel="Deres tittel"), av=av)
    mitt = skjema(versjon="1", tittel="Min tittel", dagsorden="Lang tekst jeg skrev")
    svar = klient.post(f"/moeter/{moete.noekkel}/endre/", mitt)
    tekst = svar.content.decode()
    assert svar.status_code == 409
    for ord_ in ("Deres tittel", "Min tittel", "Lang tekst jeg skrev", av.navn, 'name="versjon" value="2"'):
        assert ord_ in tekst
    assert klient.post(f"/moeter/{moete.noekkel}/endre/", mitt | {"versjon": "2"}).status_code == 302
    assert fersk(moete).tittel == "Min tittel"


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
    assert klient.post(f"{side}endre/", skjema(versjon="4")).status_code == 422
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


@pytest.mark.parametrize(
    "adresse", ["/moeter/", "/moeter/tidligere/", "/moeter/punkter/", "/moeter/faste-tider/"]
)
def test_antall_spoerringer(fylke: tuple[Client, Aktoer], adresse: str) -> None:
    """A list page asks at most ten questions however many rows it shows."""
    klient, av = fylke
    for dager in (-2, -1, 1, 2, 3):
        moete = lag_moete(av, dager, deltakere=inviter(TRONDHEIM))
        lag_punkt(moete, av)
        lag_tid(av)
    assert antall_spoerringer(klient, adresse) <= 10
