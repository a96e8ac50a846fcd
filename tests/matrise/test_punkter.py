"""Decision points: whose they are, what is refused, and the tasks they become."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.matrise import actions
from integrering.matrise.models import Vedtakspunkt
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, aktoer, lag_aktoer, lag_bruker
from tests.matrise.hjelp import lag_bilde, lag_punkt, punktdata
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SIDE = "/registreringsmatrise/vedtakspunkter/"
I_DAG = timezone.localdate()


@pytest.fixture
def bruker() -> Bruker:
    """Someone at Trondheim's refugee service."""
    return lag_bruker(nummer=TRONDHEIM)


@pytest.fixture
def av(bruker: Bruker) -> Aktoer:
    """The same as one who acts."""
    return aktoer(bruker)


@pytest.fixture
def klient(bruker: Bruker) -> Client:
    """The same at a browser."""
    return inn(bruker)


def _oppgaver(av: Aktoer) -> list[Oppgave]:
    with kontekst(kontekst_for(av)):
        return list(Oppgave.objects.filter(regel="VEDTAKSPUNKT", lukket=None))


def _svar(**felt: str) -> dict[str, str]:
    return {
        "organ": "kontrollutvalget",
        "vedtatt": "12.03.2026",
        "sak": "PS 12/26",
        "tekst": "Registrer sluttmål",
        "tiltak": "Fast tid hver uke",
        "tjeneste": "flyktningtjenesten",
        "frist": "01.06.2026",
        **felt,
    }


def test_punktet_skrives_inn_og_blir_en_oppgave(klient: Client, av: Aktoer) -> None:
    nr = str(uuid.uuid4())
    svar = klient.post(f"{SIDE}nytt/", _svar(innsending=nr))
    klient.post(f"{SIDE}nytt/", _svar(innsending=nr))
    with kontekst(kontekst_for(av)):
        punkt = Vedtakspunkt.objects.get()
    assert svar.headers["Location"] == f"{SIDE}{punkt.noekkel}/"
    (oppgave,) = _oppgaver(av)
    assert (oppgave.frist, oppgave.url) == (punkt.frist, f"{SIDE}{punkt.noekkel}/")
    side = klient.get(f"{SIDE}{punkt.noekkel}/").content.decode()
    for tekst in ("Registrer sluttmål", "Fast tid hver uke", "PS 12/26", "Kontrollutvalget"):
        assert tekst in side
    assert "Registrer sluttmål" in klient.get(f"{SIDE}?tilstand=aapen").content.decode()
    assert "Ingenting passer" in klient.get(f"{SIDE}?tilstand=gjort").content.decode()


@pytest.mark.parametrize(
    ("felt", "hvor"),
    [
        ({"organ": "ukjent"}, "organ"),
        ({"vedtatt": I_DAG + timedelta(days=1), "frist": None}, "vedtatt"),
        ({"frist": I_DAG - timedelta(days=60)}, "frist"),
        ({"ansvarlig_id": 0}, "ansvarlig"),
        ({"bilde_id": 0}, "bilde"),
        ({"sendt_til": "Kontrollutvalget"}, "sendt"),
        ({"sendt": I_DAG}, "sendt_til"),
        ({"sendt": I_DAG + timedelta(days=1), "sendt_til": "Kontrollutvalget"}, "sendt"),
        ({"sendt": I_DAG - timedelta(days=60), "sendt_til": "Kontrollutvalget"}, "sendt"),
        ({"tekst": "Gjelder 209900000107"}, "tekst"),
        ({"tiltak": "Ring 010195 12345"}, "tiltak"),
    ],
)
def test_det_som_ikke_kan_vaere_et_punkt(av: Aktoer, felt: dict[str, Any], hvor: str) -> None:
    with pytest.raises(Regelbrudd) as brudd:
        lag_punkt(av, **felt)
    assert list(brudd.value.meldinger) == [hvor]


def test_skjemaet_sier_hva_som_er_galt(klient: Client) -> None:
    svar = klient.post(f"{SIDE}nytt/", _svar(vedtatt="i går", sendt="01.01.2090"))
    assert (svar.status_code, "Skriv datoen for vedtaket" in svar.content.decode()) == (422, True)
    svar = klient.post(f"{SIDE}nytt/", _svar(sendt_til="Kontrollutvalget"))
    assert (svar.status_code, "Skriv når svaret ble sendt." in svar.content.decode()) == (422, True)


def test_svaret_sendes_og_punktet_knyttes_til_et_bilde(klient: Client, bruker: Bruker, av: Aktoer) -> None:
    bilde = lag_bilde(av, I_DAG)
    punkt = lag_punkt(av, ansvarlig_id=av.bruker_id)
    adresse = f"{SIDE}{punkt.noekkel}/"
    svar = _svar(versjon="1", bilde=str(bilde.pk), sendt="01.04.2026", sendt_til="Kontrollutvalget")
    assert klient.post(f"{adresse}endre/", svar).status_code == 302
    side = klient.get(adresse).content.decode()
    assert "01.04.2026, Kontrollutvalget" in side
    assert bilde.tittel in side
    assert (
        "Registrer sluttmål"
        in klient.get(f"/registreringsmatrise/5001/{I_DAG.isoformat()}/").content.decode()
    )
    gammel = klient.post(f"{adresse}endre/", _svar(versjon="1", tekst="Mitt"))
    assert (gammel.status_code, "Mitt" in gammel.content.decode()) == (409, True)
    # who has left may stay with the point
    Bruker.objects.filter(pk=bruker.pk).update(is_active=True)
    assert klient.get(f"{adresse}endre/").status_code == 200


def test_den_som_har_sluttet_kan_bli_staaende(av: Aktoer) -> None:
    kollega = lag_aktoer(nummer=TRONDHEIM)
    punkt = lag_punkt(av, ansvarlig_id=kollega.bruker_id)
    Bruker.objects.filter(pk=kollega.bruker_id).update(is_active=False)
    with kontekst(kontekst_for(av)):
        actions.endre_punkt(
            punkt=punkt, versjon=1, data=punktdata(ansvarlig_id=kollega.bruker_id, tekst="Nytt"), av=av
        )
    assert punkt.tekst == "Nytt"
    klient = inn(Bruker.objects.get(pk=av.bruker_id))
    assert (
        f'value="{kollega.bruker_id}" selected'
        in klient.get(f"{SIDE}{punkt.noekkel}/endre/").content.decode()
    )


def test_avslutte_og_gjenaapne(klient: Client, av: Aktoer) -> None:
    punkt = lag_punkt(av)
    adresse = f"{SIDE}{punkt.noekkel}/"
    assert klient.get(f"{adresse}avslutt/").status_code == 200
    uten = klient.post(f"{adresse}avslutt/", {"versjon": "1", "tilstand": "utgaar", "grunn": ""})
    assert (uten.status_code, "Skriv hvorfor punktet utgår." in uten.content.decode()) == (422, True)
    klient.post(f"{adresse}avslutt/", {"versjon": "1", "tilstand": "gjort", "grunn": ""})
    assert _oppgaver(av) == []
    gammel = klient.post(f"{adresse}gjenaapne/", {"versjon": "1"}, follow=True)
    assert "Noen andre endret" in gammel.content.decode()
    gammel = klient.post(f"{adresse}avslutt/", {"versjon": "1", "tilstand": "utgaar", "grunn": "Løst"})
    assert gammel.status_code == 409
    klient.post(f"{adresse}gjenaapne/", {"versjon": "2"})
    assert len(_oppgaver(av)) == 1


def test_det_som_er_slik_blir_slik(av: Aktoer) -> None:
    punkt = lag_punkt(av)
    with kontekst(kontekst_for(av)):
        actions.gjenaapne_punkt(punkt=punkt, versjon=1, av=av)
        actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
        actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
        assert (punkt.versjon, punkt.farge, punkt.aapen) == (2, "success", False)
        with pytest.raises(Konflikt):
            actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.UTGAAR, grunn="Løst", av=av)
        actions.avslutt_punkt(punkt=punkt, versjon=2, tilstand=Punkttilstand.UTGAAR, grunn="Løst", av=av)
        assert (punkt.grunn, punkt.farge) == ("Løst", "neutral")


def test_dokumentasjon(klient: Client, av: Aktoer) -> None:
    punkt = lag_punkt(av)
    adresse = f"{SIDE}{punkt.noekkel}/"
    assert klient.get(f"{adresse}vedlegg/").status_code == 200
    klient.post(f"{adresse}vedlegg/", {"vedlegg": SimpleUploadedFile("rutine.txt", b"Rutine")})
    side = klient.get(adresse).content.decode()
    assert "rutine.txt" in side
    with kontekst(kontekst_for(av)):
        fil = punkt.vedlegg.get().vedlegg
    for leser, kan in ((Rolle.FYLKE_SAKSBEHANDLER, True), (Rolle.INNSYNSREVISOR, False)):
        lest = inn(lag_bruker(leser)).get(adresse).content.decode()
        assert (f"/vedlegg/{fil.noekkel}/" in lest, "rutine.txt" in lest) == (kan, True)
    assert klient.get(f"/vedlegg/{fil.noekkel}/versjoner/").status_code == 200
    slett = f"{adresse}vedlegg/{fil.noekkel}/slett/"
    assert "rutine.txt" in klient.get(slett).content.decode()
    klient.post(slett, {"bekreft": "ja"})
    assert "Ingen vedlegg." in klient.get(adresse).content.decode()
    assert klient.get(slett).status_code == 404


def test_et_avsluttet_punkt_faar_ikke_nye_filer(klient: Client, av: Aktoer) -> None:
    punkt = lag_punkt(av)
    with kontekst(kontekst_for(av)):
        actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    svar = klient.post(
        f"{SIDE}{punkt.noekkel}/vedlegg/", {"vedlegg": SimpleUploadedFile("rutine.txt", b"Rutine")}
    )
    assert (svar.status_code, "Punktet er avsluttet" in svar.content.decode()) == (422, True)


def test_hvem_som_ser_og_endrer(av: Aktoer) -> None:
    punkt = lag_punkt(av)
    adresse = f"{SIDE}{punkt.noekkel}/"
    fylke, annen = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER), lag_bruker(nummer=STEINKJER)
    assert inn(fylke).get(adresse).status_code == 200
    assert inn(fylke).get(f"{adresse}endre/").status_code == 403
    assert inn(annen).get(adresse).status_code == 404
    vo = lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING, TRONDHEIM)
    with kontekst(kontekst_for(vo)):
        actions.endre_punkt(punkt=punkt, versjon=1, data=punktdata(tiltak="Vårt"), av=vo)
    saksbehandler = aktoer(fylke)
    with kontekst(kontekst_for(saksbehandler)):
        with pytest.raises(IkkeTilgang):
            actions.nytt_punkt(data=punktdata(), innsending=uuid.uuid4(), av=saksbehandler)
        with pytest.raises(IkkeTilgang):
            actions.endre_punkt(punkt=punkt, versjon=2, data=punktdata(), av=saksbehandler)
        with pytest.raises(DatabaseError), transaction.atomic():
            Vedtakspunkt.objects.filter(pk=punkt.pk).update(tekst="Endret")
