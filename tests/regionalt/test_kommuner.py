"""The municipalities: who follows each up, when we last met, what we agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER, Rolle
from regionalt import kommunepaneler
from regionalt.actions import avslutt_kontakt, sett_kontakt
from regionalt.kommunepaneler import Kommunepanel, registrer_kommunepanel
from regionalt.models import Kommunekontakt
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, lag_person, virksomhet
from tests.lister.hjelp import antall_spoerringer
from tests.regionalt.hjelp import FOER, I_DAG, kontaktene, lag_kontakt, saksbehandler
from tests.tilgang.hjelp import inn
from tests.utveksling.moeter.hjelp import inviter, lag_moete, lag_punkt

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


@pytest.fixture
def kommuneklient() -> Client:
    """The browser of someone at Trondheim's refugee service."""
    return inn(lag_bruker())


def _side(klient: Client, nummer: str = TRONDHEIM) -> str:
    svar = klient.get(reverse("kommune", args=[nummer]))
    assert svar.status_code == 200
    return svar.content.decode()


def _svar(**felt: Any) -> dict[str, Any]:
    return {"kommuner": [TRONDHEIM], "fra": f"{I_DAG:%d.%m.%Y}", "stedfortreder": ""} | felt


def test_flere_kommuner_faar_samme_kontakt_i_ett_steg(klient: Client) -> None:
    """The one before ends the day before; who was it, stays on the page."""
    lag_kontakt()
    ny = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Ny")
    vikar = lag_bruker(Rolle.TILSKUDDSRAADGIVER, etternavn="Vikar")
    adresse = f"{reverse('kommunekontakt_ny')}?kommune={TRONDHEIM}"
    assert f'value="{TRONDHEIM}"' in klient.get(adresse).content.decode()
    svar = klient.post(
        adresse,
        _svar(kommuner=[TRONDHEIM, STEINKJER], kontaktperson=ny.pk, stedfortreder=vikar.pk),
        follow=True,
    )
    assert "Kari Ny er kontakt for 2 kommuner." in svar.content.decode()
    assert kontaktene() == [("Kontakt", FOER, I_DAG - timedelta(days=1)), ("Ny", I_DAG, None)]
    assert kontaktene(STEINKJER) == [("Ny", I_DAG, None)]
    side = _side(klient)
    assert "Kari Ny" in side and "Kari Vikar" in side and "Kari Kontakt" in side


def test_samme_dag_rettes_kontakten(klient: Client) -> None:
    lag_kontakt(fra=I_DAG)
    ny = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Rett")
    klient.post(reverse("kommunekontakt_ny"), _svar(kontaktperson=ny.pk))
    assert kontaktene() == [("Rett", I_DAG, None)]


def test_feil_sies_ved_feltet_og_ingenting_lagres(klient: Client) -> None:
    """All the municipalities, or none: one with a later contact stops the others too."""
    lag_kontakt(STEINKJER, fra=I_DAG + timedelta(days=10))
    hun = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)
    ute = lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    for felt, tekst in (
        ({"kommuner": [TRONDHEIM, STEINKJER], "kontaktperson": hun.pk}, "Velg den dagen eller en senere"),
        ({"kontaktperson": hun.pk, "stedfortreder": hun.pk}, "må være en annen"),
        ({"kommuner": [], "kontaktperson": hun.pk}, "Velg kommuner."),
        ({"kontaktperson": ute.pk}, 'href="#id_kontaktperson"'),
    ):
        svar = klient.post(reverse("kommunekontakt_ny"), _svar(**felt))
        assert svar.status_code == 422 and tekst in svar.content.decode()
    assert kontaktene() == []


def test_bare_de_som_foelger_opp_setter_kontakt() -> None:
    kommune, hun = virksomhet(TRONDHEIM), lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)
    raadgiver = lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    felles: dict[str, Any] = {"kontaktperson": hun, "stedfortreder": None, "fra": I_DAG}
    with kontekst(kontekst_for(raadgiver)), pytest.raises(IkkeTilgang):
        sett_kontakt(kommuner=[kommune], av=raadgiver, **felles)
    av, ute = saksbehandler(), lag_bruker()
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd) as feil:
            sett_kontakt(kommuner=[], av=av, **felles)
        assert "kommuner" in feil.value.meldinger
        with pytest.raises(Regelbrudd) as feil:
            sett_kontakt(kommuner=[kommune], av=av, **(felles | {"stedfortreder": ute}))
        assert "stedfortreder" in feil.value.meldinger


def test_databasen_holder_en_om_gangen_og_hvem_som_skrev() -> None:
    """What Python promises, the database holds: no overlap, no other writer's name, no deletion."""
    kontakt, av = lag_kontakt(), saksbehandler()
    ny = {"kommune": kontakt.kommune, "kontaktperson": kontakt.kontaktperson, "fra": I_DAG}
    with kontekst(kontekst_for(av)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Kommunekontakt.objects.create(**ny, endret_av_id=av.bruker_id)
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Kommunekontakt.objects.create(
                **(ny | {"kommune": virksomhet(STEINKJER)}), endret_av=kontakt.kontaktperson
            )
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            kontakt.delete()


def test_kontakten_avsluttes_og_kommunen_staar_uten(klient: Client) -> None:
    kontakt = lag_kontakt()
    adresse = reverse("kommunekontakt_avslutt", args=[kontakt.noekkel])
    assert "Kari Kontakt er kontaktperson for Trondheim" in klient.get(adresse).content.decode()
    i_gaar = I_DAG - timedelta(days=1)
    for til, versjon, status in ((FOER - timedelta(1), 1, 422), (i_gaar, 7, 409), (i_gaar, 1, 302)):
        svar = klient.post(adresse, {"til": f"{til:%d.%m.%Y}", "versjon": versjon})
        assert svar.status_code == status
    assert "Ingen kontaktperson" in _side(klient)
    liste = klient.get(reverse("kommuner"), {"kontakt": "uten"}).content.decode()
    assert "Trondheim" in liste and "Ingen kontaktperson" in liste
    with kontekst(kontekst_for(saksbehandler())), pytest.raises(Konflikt):
        avslutt_kontakt(kontakt=kontakt, versjon=9, til=I_DAG, av=saksbehandler())


def test_listen_viser_kontaktene_og_filtrerer(klient: Client) -> None:
    kontakt = lag_kontakt(stedfortreder=lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Vikar"))
    liste = klient.get(reverse("kommuner"), {"kontakt": kontakt.kontaktperson_id}).content.decode()
    assert "Trondheim" in liste and "Kari Kontakt" in liste and "Kari Vikar" in liste
    assert "Steinkjer" not in liste and "Nøytral" in liste
    assert "Steinkjer" in klient.get(reverse("kommuner")).content.decode()


def test_kommunen_ser_sin_egen_side(kommuneklient: Client, klient: Client) -> None:
    """Its own, with the county's contact; another's is not there; nothing to change."""
    lag_kontakt()
    assert kommuneklient.get(reverse("kommuner"))["Location"] == reverse("kommune", args=[TRONDHEIM])
    side = _side(kommuneklient)
    assert "Kari Kontakt" in side and "Endre kontaktperson" not in side
    assert kommuneklient.get(reverse("kommune", args=[STEINKJER])).status_code == 404
    assert klient.get(reverse("kommune", args=["0301"])).status_code == 404


def test_hvem_naar_og_hva_paa_en_side(klient: Client) -> None:
    """«Who follows up this municipality, when did we last meet, what did we agree»: ten queries at most."""
    lag_kontakt()
    lag_person()
    av = saksbehandler()
    sist = lag_moete(av, -10, deltakere=inviter(TRONDHEIM), tittel="Høstens dialogmøte")
    lag_moete(av, 20, deltakere=inviter(TRONDHEIM), tittel="Neste dialogmøte")
    lag_punkt(sist, av, til=virksomhet(TRONDHEIM).pk, tekst="Sende oversikt over plasser")
    side = _side(klient)
    for ord_ in ("Kari Kontakt", sist.tittel, "Neste dialogmøte", "Sende oversikt over plasser"):
        assert ord_ in side
    assert antall_spoerringer(klient, reverse("kommune", args=[TRONDHEIM])) <= 10


def _gir(data: dict[str, Any] | None) -> Callable[[HttpRequest, Virksomhet], dict[str, Any] | None]:
    return lambda request, kommune: data


def test_andre_apper_melder_inn_paneler(klient: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """An upper floor's panel is shown to its roles; one without data is not."""
    monkeypatch.setattr(kommunepaneler, "_paneler", {})
    for navn, roller, data in (
        ("vist", FYLKESROLLER, {"url": "/vist/"}),
        ("uten data", FYLKESROLLER, None),
        ("andres", KOMMUNEROLLER, {"url": "/andres/"}),
    ):
        panel = Kommunepanel(navn, "tilskudd/personpanel.html", _gir(data), 1, roller)
        registrer_kommunepanel(panel)
    side = _side(klient)
    assert "/vist/" in side and "/andres/" not in side


def test_fra_siden_til_virksomheten(klient: Client, kommuneklient: Client) -> None:
    """The page of an organisation leads here, for those who may open it."""
    her = reverse("kommune", args=[TRONDHEIM])
    assert her in klient.get(reverse("virksomhet", args=[TRONDHEIM])).content.decode()
    assert her in kommuneklient.get(reverse("virksomhet", args=[TRONDHEIM])).content.decode()
    andres = kommuneklient.get(reverse("virksomhet", args=[STEINKJER])).content.decode()
    assert reverse("kommune", args=[STEINKJER]) not in andres
    assert (
        reverse("kommune", args=["0301"])
        not in klient.get(reverse("virksomhet", args=["0301"])).content.decode()
    )
