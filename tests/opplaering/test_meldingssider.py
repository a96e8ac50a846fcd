"""O6 og avstemmingen i nettleseren."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger.actions import Overlevert, registrer_overlevering
from opplaering.models import Kommunemelding
from tests import fabrikk
from tests.fabrikk import SKOLE, STEINKJER, TRONDHEIM
from tests.opplaering.hjelp import FRA, I_DAG, TIL, koordinator, lag_skolegang
from tests.opplaering.meldingshjelp import lag_fravaer, lag_resultat, meld, umeldte
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
UMELDT, SEND = "opplaering_umeldt", "opplaering_umeldt_send"


@pytest.fixture
def elever() -> list[Person]:
    """One in Trondheim and one in Steinkjer, both at the school."""
    personer = [
        fabrikk.lag_person(etternavn="Her"),
        fabrikk.lag_person(etternavn="Der", kommune=STEINKJER),
    ]
    for person in personer:
        lag_skolegang(person, til=TIL)
    return personer


def navn(svar: Any) -> list[str]:
    return sorted(rad.person.etternavn for rad in svar.context["liste"].objekter)


def test_velg_se_over_og_send(klient: Client, elever: list[Person]) -> None:
    assert klient.post(reverse(SEND), {"valgt": []}).status_code == 302
    valgt = {"valgt": [rad.noekkel for rad in umeldte()]}
    svar = klient.post(reverse(SEND), valgt)
    assert "Send 2 meldinger" in svar.content.decode()
    with kontekst(motor_kontekst()):
        assert Kommunemelding.objects.count() == 0
    svar = klient.post(reverse(SEND), valgt | {"bekreft": "ja"}, follow=True)
    assert "2 meldinger er sendt." in svar.content.decode()
    assert navn(svar) == ["Der", "Her"]
    assert navn(klient.get(reverse(UMELDT))) == []


def test_alle_paa_siden(klient: Client, elever: list[Person]) -> None:
    paa_siden = {"alle": "ja", "paa_siden": [rad.noekkel for rad in umeldte()]}
    assert "Send 2 meldinger" in klient.post(reverse(SEND), paa_siden).content.decode()


def test_det_som_ikke_kan_sendes_sies(
    klient: Client, elever: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is sent, and the page says why."""
    monkeypatch.setattr("opplaering.meldingstekster.slagnavn", lambda slag: "Sak 010290")
    svar = klient.post(reverse(SEND), {"valgt": [umeldte()[0].noekkel], "bekreft": "ja"})
    assert (svar.status_code, "Ta ut fødselsnummer" in svar.content.decode()) == (422, True)


def test_filtrene_over_det_som_ikke_er_meldt(klient: Client, elever: list[Person]) -> None:
    lag_fravaer(elever[0])
    lag_resultat(elever[1])
    for filter_, ventet in (
        ("", ["Der", "Der", "Her", "Her"]),
        ("?gruppe=fravaer", ["Her"]),
        ("?gruppe=proeve", ["Der"]),
        (f"?gruppe=start&kommune={TRONDHEIM}", ["Her"]),
        (f"?skole={SKOLE}&gruppe=start", ["Der", "Her"]),
    ):
        assert navn(klient.get(f"{reverse(UMELDT)}{filter_}")) == ventet, filter_


def test_skjermede_overleveres_for_haand_og_er_saa_borte() -> None:
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig", etternavn="Skjult")
    lag_skolegang(skjermet)
    klient = inn(fabrikk.lag_bruker(Rolle.OPPLAERINGSKOORDINATOR, skjermede=True))
    svar = klient.get(reverse(UMELDT))
    assert "Overleveres for hånd" in svar.content.decode()
    svar = klient.post(reverse(SEND), {"valgt": [umeldte()[0].noekkel]})
    assert "Disse har adressebeskyttelse" in svar.content.decode()
    assert "Send 1" not in svar.content.decode()
    av = koordinator(skjermede=True)
    with kontekst(kontekst_for(av)):
        hva = Overlevert(I_DAG, "Rådgiver", "Koordinator", "personlig", "Start på skolen")
        registrer_overlevering(person=skjermet, hva=hva, noekkel=uuid.uuid4(), av=av)
    assert navn(klient.get(reverse(UMELDT))) == []
    assert navn(inn(fabrikk.lag_bruker(Rolle.OPPLAERINGSKOORDINATOR)).get(reverse(UMELDT))) == []


def test_hver_ser_sine_meldinger_og_hvor_langt_de_er_kommet(
    klient: Client, skoleklient: Client, kommuneklient: Client, elever: list[Person]
) -> None:
    """The county sees all, the municipality its own, the school those about its pupils."""
    her, _der = meld(elever)
    adresse = reverse("opplaering_meldinger")
    assert navn(klient.get(adresse)) == ["Der", "Her"]
    assert navn(skoleklient.get(adresse)) == ["Der", "Her"]
    assert navn(kommuneklient.get(adresse)) == ["Her"]
    siden = reverse("opplaering_melding", args=[her.noekkel])
    kommuneklient.post(siden, {"handling": "ta_inn"})
    for filter_, ventet in (
        ("?tilstand=tatt_inn", ["Her"]),
        ("?tilstand=venter", ["Der"]),
        ("?tilstand=kvittert", []),
        ("?slag=slutt", []),
        (f"?slag=start&kommune={STEINKJER}", ["Der"]),
    ):
        assert navn(klient.get(f"{adresse}{filter_}")) == ventet, filter_
    for leser in (klient, skoleklient):
        assert "Tatt inn" in leser.get(siden).content.decode()
        assert "Registrer dette" not in leser.get(siden).content.decode()
    panel = reverse("opplaering_deltaker", args=[elever[0].noekkel])
    for leser in (klient, skoleklient, kommuneklient):
        assert "Tatt inn" in leser.get(panel).content.decode()


def test_i_panelet_staar_det_som_ikke_er_meldt(klient: Client, elever: list[Person]) -> None:
    siden = klient.get(reverse("opplaering_deltaker", args=[elever[0].noekkel])).content.decode()
    assert "1 opplysning er ikke meldt." in siden
    assert "Vedtak mangler" in siden


def test_henvisningen_i_samtalen_foerer_til_siden(kommuneklient: Client, elever: list[Person]) -> None:
    lag_resultat(elever[0])
    melding = meld(elever[:1])[0]
    samtale = kommuneklient.get(reverse("samtale", args=[melding.melding.samtale.noekkel]))
    assert reverse("opplaering_melding", args=[melding.noekkel]) in samtale.content.decode()


def test_avstemmingen(klient: Client, kommuneklient: Client, elever: list[Person]) -> None:
    """Counts, filters, and the way to put it right: the message, or the form."""
    her, der = elever
    fabrikk.lag_vedtak(der)
    fabrikk.lag_vgo(der, fra=FRA, til=TIL)
    bare_der = fabrikk.lag_person(etternavn="Bare")
    fabrikk.lag_vgo(bare_der)
    adresse = reverse("opplaering_avstemming")
    svar = klient.get(adresse)
    assert navn(svar) == ["Her"]
    assert [(kode, n) for kode, _s, n in svar.context["tall"]] == [
        ("mangler_vedtak", 1), ("ikke_hos_oss", 1), ("stemmer", 1),
    ]  # fmt: skip
    for filter_, ventet in (
        ("?tilstand=alle", ["Bare", "Der", "Her"]),
        ("?tilstand=stemmer", ["Der"]),
        (f"?tilstand=alle&kommune={STEINKJER}", ["Der"]),
        (f"?tilstand=alle&skole={SKOLE}", ["Der", "Her"]),
    ):
        assert navn(klient.get(f"{adresse}{filter_}")) == ventet, filter_
    siden = kommuneklient.get(adresse).content.decode()
    assert reverse("fakta_ny", args=[her.noekkel, "vedtak"]) in siden
    [melding] = meld([her])
    assert (
        reverse("opplaering_melding", args=[melding.noekkel]) in kommuneklient.get(adresse).content.decode()
    )


def test_veien_til_rett_skjema_for_hvert_avvik(kommuneklient: Client) -> None:
    """Where a message waits, it is the way; else the form that puts it right."""
    mangler, annet = fabrikk.lag_person(), fabrikk.lag_person()
    for person in (mangler, annet):
        fabrikk.lag_vedtak(person)
        lag_skolegang(person, til=TIL)
    rad = fabrikk.lag_vgo(annet, fra=FRA - timedelta(days=3), til=TIL)
    siden = kommuneklient.get(f"{reverse('opplaering_avstemming')}?tilstand=alle").content.decode()
    assert reverse("fakta_ny", args=[mangler.noekkel, "fulltid-videregaaende"]) in siden
    assert reverse("fakta_rett", args=[annet.noekkel, "fulltid-videregaaende", rad.registrering_id]) in siden
