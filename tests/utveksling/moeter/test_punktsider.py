"""The pages of points, and what the next meeting takes over."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.visning import dato
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.models import Moete, Moetepunkt
from tests.fabrikk import TRONDHEIM, virksomhet
from tests.utveksling.moeter.hjelp import data, inviter, lag_moete, lag_punkt, lag_tid
from tests.utveksling.moeter.nettleser import skjema

pytestmark = pytest.mark.django_db


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


def test_lag_neste_moete(fylke: tuple[Client, Aktoer]) -> None:
    """The form proposes next week and the same participants; the open points are there."""
    klient, av = fylke
    moete = lag_moete(av, -1, deltakere=inviter(TRONDHEIM))
    lag_punkt(moete, av, tekst="Følges opp")
    side = f"/moeter/{moete.noekkel}/neste/"
    tekst = klient.get(side).content.decode()
    assert dato(timezone.localdate() + timedelta(days=6)) in tekst
    svar = klient.post(side, skjema(viderefoer="on", virksomheter=[virksomhet(TRONDHEIM).pk]))
    assert "Følges opp" in klient.get(svar["Location"]).content.decode()
    assert klient.post(side, skjema()).status_code == 422
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


def test_en_passert_frist_avvises_men_kan_bli_staaende(fylke: tuple[Client, Aktoer]) -> None:
    """A new point is to be done; one that is late already can still have its text changed."""
    klient, av = fylke
    moete = lag_moete(av, -1)
    i_gaar = timezone.localdate() - timedelta(days=1)
    svar = {
        "innsending": str(uuid.uuid4()), "tekst": "Ring", "ansvarlig": f"{av.virksomhet_id}-",
        "frist": dato(i_gaar),
    }  # fmt: skip
    ny = klient.post(f"/moeter/{moete.noekkel}/punkter/nytt/", svar)
    assert ny.status_code == 422
    assert "Fristen kan ikke være passert." in ny.content.decode()
    with kontekst(kontekst_for(av)):
        punkt = lag_punkt(moete, av)
    with kontekst(motor_kontekst()):
        Moetepunkt.objects.filter(pk=punkt.pk).update(frist=i_gaar)
    endre = f"/moeter/punkter/{punkt.noekkel}/"
    assert klient.post(endre, svar | {"versjon": "1"}).status_code == 302
    for_gammel = svar | {"versjon": "2", "frist": dato(i_gaar - timedelta(days=1))}
    assert klient.post(endre, for_gammel).status_code == 422


def test_referatet_tilbys_ikke_foer_moetet_har_begynt(fylke: tuple[Client, Aktoer]) -> None:
    klient, av = fylke
    moete = lag_moete(av, 1)
    assert "Skriv referat" not in klient.get(f"/moeter/{moete.noekkel}/").content.decode()
    svar = klient.get(f"/moeter/{moete.noekkel}/referat/", follow=True)
    assert "Møtet har ikke begynt ennå." in svar.content.decode()
    assert svar.request["PATH_INFO"] == f"/moeter/{moete.noekkel}/"
