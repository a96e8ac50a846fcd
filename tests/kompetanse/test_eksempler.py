"""Good examples: sent in, published, found."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.kompetanse import actions
from regionalt.kompetanse.models import Eksempel
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.kompetanse.hjelp import I_DAG, alle, eksempeldata, lag_eksempel, saksbehandler
from tests.lister.hjelp import antall_spoerringer
from tests.oppgaver.hjelp import oppgaver
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


@pytest.fixture
def kommuneklient() -> Client:
    """The browser of someone at Trondheim's refugee service."""
    return inn(lag_bruker())


def _side(e: Eksempel, navn: str = "eksempel") -> str:
    return reverse(f"kompetanse:{navn}", args=[e.noekkel])


def _svar(**felt: Any) -> dict[str, Any]:
    return {
        "innsending": str(uuid.uuid4()), "tittel": "Språkkafé på biblioteket", "tema": "norsk",
        "aar": str(I_DAG.year), "gjort": "Vi åpnet biblioteket hver tirsdag.",
    } | felt  # fmt: skip


def test_kommunen_sender_inn_og_fylket_publiserer(klient: Client, kommuneklient: Client) -> None:
    """The county has a task to look it over; others see it when it is published."""
    andre = inn(lag_bruker(nummer=STEINKJER))
    side = kommuneklient.post(reverse("kompetanse:eksempel_nytt"), _svar(), follow=True).content.decode()
    assert "når fylkeskommunen publiserer det" in side and "Publiser<" not in side
    (e,) = alle(Eksempel)
    assert e.kommune == virksomhet(TRONDHEIM)
    assert len(oppgaver(regel="KOMPETANSE_EKSEMPEL", lukket__isnull=True)) == 1
    assert andre.get(_side(e)).status_code == 404
    assert "Publiser<" in klient.get(_side(e)).content.decode()
    for versjon, tekst in ((9, "Noen andre"), (1, "er publisert")):
        svar = klient.post(
            _side(e, "eksempel_publiser"), {"til": "publisert", "versjon": versjon}, follow=True
        )
        assert tekst in svar.content.decode()
    assert not oppgaver(regel="KOMPETANSE_EKSEMPEL", lukket__isnull=True)
    assert "Språkkafé" in andre.get(reverse("kompetanse:eksempler")).content.decode()
    assert kommuneklient.get(_side(e, "eksempel_endre")).status_code == 403
    klient.post(_side(e, "eksempel_publiser"), {"til": "innsendt", "versjon": 2})
    assert andre.get(_side(e)).status_code == 404
    assert klient.post(_side(e, "eksempel_publiser"), {"versjon": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("felt", "tekst"),
    [
        ({"gjort": "Om 01019012345"}, "Ta ut nummeret"),
        ({"kontakt": "Kari 010190"}, "Ikke skriv fødselsdato"),
        ({"lenke": "http://x.example"}, "https://"),
        ({"tittel": ""}, "Fyll ut tittel"),
    ],
)
def test_feil_sies_ved_feltet(kommuneklient: Client, felt: dict[str, str], tekst: str) -> None:
    svar = kommuneklient.post(reverse("kompetanse:eksempel_nytt"), _svar(**felt))
    assert svar.status_code == 422 and tekst in svar.content.decode()
    assert not alle(Eksempel)


def test_endres_til_det_er_publisert(klient: Client, kommuneklient: Client) -> None:
    e = lag_eksempel(publisert=False)
    assert e.tittel in kommuneklient.get(_side(e, "eksempel_endre")).content.decode()
    for versjon, status in ((7, 409), (1, 302)):
        svar = kommuneklient.post(_side(e, "eksempel_endre"), _svar(versjon=versjon))
        assert svar.status_code == status
    kommune = virksomhet(STEINKJER).pk
    assert klient.post(_side(e, "eksempel_endre"), _svar(versjon=2, kommune=kommune)).status_code == 302
    assert [x.kommune_id for x in alle(Eksempel)] == [kommune]


def test_finnes_ved_ord_i_teksten_og_filter(kommuneklient: Client) -> None:
    """By a form of the word, in the search box; by theme, municipality and year in the list."""
    lag_eksempel(tittel="Språkkafé", gjort="Vi åpnet bibliotekene", tema="norsk")
    lag_eksempel(tittel="Fadderordning", gjort="Familier møttes", tema="frivillig", nummer=STEINKJER)
    lag_eksempel(tittel="Hemmelig", gjort="Bibliotek", publisert=False, nummer=STEINKJER)
    treff = kommuneklient.post(reverse("soek"), {"q": "bibliotek"}).content.decode()
    assert "Språkkafé" in treff and "Fadderordning" not in treff and "Hemmelig" not in treff
    liste = reverse("kompetanse:eksempler")
    for filter_, vises, skjules in (
        ({"tema": "frivillig"}, "Fadderordning", "Språkkafé"),
        ({"kommune": TRONDHEIM}, "Språkkafé", "Fadderordning"),
        ({"aar": str(I_DAG.year)}, "Språkkafé", "Hemmelig"),
    ):
        side = kommuneklient.get(liste, filter_).content.decode()
        assert vises in side and skjules not in side
    assert "Språkkafé" not in kommuneklient.get(liste, {"aar": str(I_DAG.year - 1)}).content.decode()


def test_kommunen_skriver_bare_sitt_eget() -> None:
    """Refused by the action, and again by the database, which also keeps publishing to the county."""
    av, leser = lag_aktoer(), lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    eget, andres = lag_eksempel(publisert=False), eksempeldata(nummer=STEINKJER)
    with kontekst(kontekst_for(leser)), pytest.raises(IkkeTilgang):
        actions.lag_eksempel(data=andres, innsending=uuid.uuid4(), av=leser)
    publisert = lag_eksempel()
    with kontekst(kontekst_for(av)):
        with pytest.raises(IkkeTilgang):
            actions.lag_eksempel(data=andres, innsending=uuid.uuid4(), av=av)
        with pytest.raises(IkkeTilgang):
            actions.sett_publisert(eksempel=eget, versjon=1, publisert=True, av=av)
        with pytest.raises(IkkeTilgang):
            actions.endre_eksempel(eksempel=publisert, versjon=2, data=eksempeldata(), av=av)
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Eksempel.objects.filter(pk=eget.pk).update(tilstand="publisert")
        nr = uuid.uuid4()
        to = [actions.lag_eksempel(data=eksempeldata(), innsending=nr, av=av) for _ in range(2)]
        assert to[0] == to[1]
    with (
        kontekst(kontekst_for(saksbehandler())),
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
    ):
        eget.delete()


def test_sidene_spoer_lite(klient: Client, kommuneklient: Client) -> None:
    e = lag_eksempel()
    for browser in (klient, kommuneklient):
        assert antall_spoerringer(browser, _side(e)) <= 10
