"""Who comes, about whom, and which files: the pages of a meeting beside its form."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests.fabrikk import SKOLE, TRONDHEIM, lag_person
from tests.utveksling.moeter.hjelp import inviter, lag_moete, lag_punkt
from tests.utveksling.moeter.nettleser import logg_inn, skjema

pytestmark = pytest.mark.django_db


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
        assert Innsyn.objects.filter(person_id=person.pk, bruker_id=av.bruker_id, hvor="moete").count() == 1
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
    svar = klient.post(f"/moeter/nytt/?person={person.noekkel}", skjema())
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


def test_skolen_ser_moetet_uten_personer(fylke: tuple[Client, Aktoer]) -> None:
    """A school finds its meeting, its points, and no person, nor a button that is not for it."""
    skole, hvem = logg_inn(Rolle.SKOLEKONTAKT)
    moete = lag_moete(fylke[1], deltakere=inviter(SKOLE), personer=[lag_person(fornavn="Hemmelig")])
    punkt = lag_punkt(moete, fylke[1], til=hvem.virksomhet_id)
    tekst = skole.get(f"/moeter/{moete.noekkel}/").content.decode()
    assert "Personer møtet gjelder" not in tekst
    assert "Hemmelig" not in tekst
    assert "Endre møtet" not in tekst
    avsluttes = f"/moeter/punkter/{punkt.noekkel}/avslutt/"
    svar = {"versjon": 1, "tilstand": Punkttilstand.GJORT.value}
    assert skole.post(avsluttes, svar).status_code == 302
