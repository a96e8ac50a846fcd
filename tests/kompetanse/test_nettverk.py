"""Networks: who is in them, their meetings, who sees whom, and when names are forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.actions.registerrad import Lagring
from regionalt.kompetanse import actions, tall
from regionalt.kompetanse.models import Arrangement, Nettverk, Nettverksmedlem
from regionalt.kompetanse.rules.bevaring import siste_dag_som_slettes
from regionalt.kompetanse.tasks import slett_gamle_navn
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.kompetanse.hjelp import (
    I_DAG,
    alle,
    data,
    lag_arrangement,
    lag_medlem,
    lag_nettverk,
    oekt,
    saksbehandler,
)
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _side(navn: str, *args: Any) -> str:
    return reverse(f"kompetanse:{navn}", args=args)


def _les(klient: Client, adresse: str) -> str:
    svar = klient.get(adresse)
    assert svar.status_code == 200, adresse
    return svar.content.decode()


def test_fra_nytt_nettverk_til_innkalt_moete(klient: Client) -> None:
    """Made, members added, a meeting made with the members invited; changed, and a member ended."""
    assert "Ingen nettverk er registrert." in _les(klient, _side("nettverkene"))
    nytt = {"navn": "Rektorene", "tema": "norsk", "formaal": "Dele."}
    siden = klient.post(_side("nettverk_nytt"), nytt, follow=True).content.decode()
    assert "Nettverket er lagret." in siden and "Ingen medlemmer er registrert." in siden
    assert "Nettverket har ingen møter du kan se." in siden
    (nettverk,) = alle(Nettverk)
    for nummer in (TRONDHEIM, STEINKJER):
        medlem = {"virksomhet_id": virksomhet(nummer).pk, "fra": "01.01.2026", "navn": "Nora Prøve"}
        svar = klient.post(_side("medlem_nytt", nettverk.noekkel), medlem, follow=True)
        assert "Medlemmet er lagret." in svar.content.decode()
    skjemaet = _les(klient, f"{_side('arrangement_nytt')}?nettverk={nettverk.noekkel}")
    assert 'value="Rektorene"' in skjemaet and skjemaet.count('name="kommuner" value=') > 2
    for nummer in (TRONDHEIM, STEINKJER):
        boks = skjemaet[skjemaet.index(f'name="kommuner" value="{virksomhet(nummer).pk}"') :]
        assert " checked" in boks[: boks.index(">")]
    moete = lag_arrangement(slag="nettverk", nettverk_id=nettverk.pk, kommuner=[TRONDHEIM], tittel="Vårmøtet")
    siden = _les(klient, _side("nettverk", nettverk.noekkel))
    assert "Vårmøtet" in siden and siden.count("Er med") == 2
    assert _side("nettverk", nettverk.noekkel) in _les(klient, _side("arrangement", moete.noekkel))
    assert "selected" in _les(klient, _side("arrangement_endre", moete.noekkel)).split("Rektorene")[0][-60:]
    foerste = alle(Nettverksmedlem)[0]
    slutt = {"virksomhet_id": foerste.virksomhet_id, "fra": "01.01.2026", "til": "01.02.2026", "versjon": 1}
    klient.post(_side("medlem_endre", foerste.noekkel), slutt)
    assert "Har vært med" in _les(klient, _side("nettverk", nettverk.noekkel))
    assert antall_spoerringer(klient, _side("nettverk", nettverk.noekkel)) <= 10
    klient.post(_side("nettverk_endre", nettverk.noekkel), {**nytt, "til": "01.01.2026", "versjon": 1})
    assert "Rektorene" not in _les(klient, _side("nettverkene")).split("<table")[-1]
    nedlagt = _les(klient, f"{_side('nettverkene')}?nedlagte=on&tema=norsk")
    assert "Rektorene" in nedlagt and "Nedlagt" in nedlagt


@pytest.mark.parametrize("sporring", ["", "?nettverk=tull", "?nettverk=7a1f4c3e-0000-4000-8000-000000000000"])
def test_nytt_arrangement_uten_kjent_nettverk_er_et_kurs(klient: Client, sporring: str) -> None:
    skjemaet = _les(klient, _side("arrangement_nytt") + sporring)
    kurs = skjemaet[skjemaet.index('name="slag" value="kurs"') :]
    assert " checked" in kurs[: kurs.index(">")]


@pytest.mark.parametrize(
    ("felt", "hvor"),
    [
        ({"virksomhet_id": None}, "organisasjon"),
        ({"organisasjon": "Høgskolen"}, "organisasjon"),
        ({"til": I_DAG - timedelta(days=900)}, "til"),
        ({"navn": "Nora 010190"}, "navn"),
        ({"stilling": "01017012345"}, "stilling"),
    ],
)
def test_medlem_avvises(felt: dict[str, Any], hvor: str) -> None:
    nettverk = lag_nettverk()
    with pytest.raises(Regelbrudd) as feil:
        lag_medlem(nettverk, **felt)
    assert hvor in feil.value.meldinger


def test_bare_fylket_skriver_og_bare_nettverksmoeter_har_nettverk(klient: Client) -> None:
    nettverk, kommunen = lag_nettverk(), lag_aktoer()
    with kontekst(kontekst_for(kommunen)), pytest.raises(IkkeTilgang):
        actions.lagre_nettverk(felter={"navn": "X"}, lagring=Lagring(nettverk, 1), av=kommunen)
    with pytest.raises(Regelbrudd) as feil:
        lag_arrangement(slag="kurs", nettverk_id=nettverk.pk)
    assert "nettverk" in feil.value.meldinger
    for navn in ("nettverk", "nettverk_endre", "medlem_endre"):
        assert klient.get(_side(navn, "7a1f4c3e-0000-4000-8000-000000000000")).status_code == 404


def test_to_nettverk_kan_ikke_hete_det_samme_og_samme_skjema_gir_ett() -> None:
    nettverk, av = lag_nettverk(), saksbehandler()
    lag_nettverk("Lærerne")
    felter = {"navn": "Lærerne", "tema": "norsk", "formaal": "Dele.", "til": None}
    with kontekst(kontekst_for(av)):
        for lagring in (Lagring[Nettverk](), Lagring(nettverk, 1)):
            with pytest.raises(Regelbrudd):
                actions.lagre_nettverk(felter=felter, lagring=lagring, av=av)
        samme: Lagring[Nettverk] = Lagring(innsending=nettverk.innsending)
        assert actions.lagre_nettverk(felter={**felter, "navn": "Ny"}, lagring=samme, av=av) == nettverk
    assert len(alle(Nettverk)) == 2


def test_kommunen_ser_nettverket_og_sine_egne_medlemmer() -> None:
    nettverk = lag_nettverk()
    lag_medlem(nettverk, navn="Nora Prøve")
    lag_medlem(nettverk, STEINKJER, navn="Ola Prøve")
    lag_medlem(nettverk, virksomhet_id=None, organisasjon="Høgskolen", navn="Per Prøve")
    lag_arrangement(slag="nettverk", nettverk_id=nettverk.pk, kommuner=[STEINKJER], tittel="Bare for andre")
    siden = _les(inn(lag_bruker()), _side("nettverk", nettverk.noekkel))
    assert "Nora Prøve" in siden and "Ola Prøve" not in siden and "Per Prøve" not in siden
    assert "Bare for andre" not in siden and "Du ser medlemmene fra kommunen din." in siden
    assert "Rektorene" in _les(inn(lag_bruker()), reverse("kommune", args=[TRONDHEIM]))
    assert "Rektorene" not in _les(inn(lag_bruker(nummer="5037")), reverse("kommune", args=["5037"]))


def test_navn_slettes_to_aar_etter_medlemskapet_eller_nettverket() -> None:
    siste = siste_dag_som_slettes(I_DAG)
    levende, gammelt = lag_nettverk(), lag_nettverk("Nedlagt", til=siste)
    fra = siste - timedelta(days=90)
    lag_medlem(levende, navn="Er med")
    lag_medlem(levende, navn="Sluttet nylig", fra=fra, til=siste + timedelta(days=1))
    sluttet = lag_medlem(levende, navn="Sluttet", fra=fra, til=siste)
    lag_medlem(gammelt, navn="Var med", fra=fra)
    slett_gamle_navn()
    assert [m.navn for m in alle(Nettverksmedlem)] == ["Er med", "Sluttet nylig", "", ""]
    assert "Navnet er slettet" in _les(inn(lag_bruker(Rolle.LEDER)), _side("nettverk", levende.noekkel))
    assert not alle(Nettverksmedlem, pk=sluttet.pk)[0].epost and actions.slett_medlemsnavn(i_dag=I_DAG) == 0


def test_rapporten_teller_kommuner_og_holdte_moeter() -> None:
    nettverk, aar = lag_nettverk(), I_DAG.year
    lag_nettverk("Nedlagt", til=I_DAG.replace(year=aar - 2))
    lag_medlem(nettverk)
    lag_medlem(nettverk, navn="En til fra samme kommune")
    lag_medlem(nettverk, virksomhet_id=None, organisasjon="Høgskolen")
    lag_medlem(nettverk, STEINKJER, fra=I_DAG.replace(year=aar - 3), til=I_DAG.replace(year=aar - 2))
    moete = lag_arrangement(slag="nettverk", nettverk_id=nettverk.pk, oekter=(oekt(-1),), tilstand="holdt")
    lag_arrangement(slag="nettverk", nettverk_id=nettverk.pk)
    with kontekst(kontekst_for(saksbehandler())):
        assert tall.kapittel(moete.start.year)[1].rader == (("Rektorene", 1, 1),)


def test_moetet_holder_paa_et_nedlagt_nettverk() -> None:
    """A meeting keeps its network when this is closed down: the form still has it."""
    nettverk = lag_nettverk()
    moete = lag_arrangement(slag="nettverk", nettverk_id=nettverk.pk)
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        felter = {"navn": "Rektorene", "tema": "norsk", "formaal": "Dele.", "til": I_DAG - timedelta(days=1)}
        actions.lagre_nettverk(felter=felter, lagring=Lagring(nettverk, 1), av=av)
        actions.endre_arrangement(
            arrangement=moete,
            versjon=moete.versjon,
            av=av,
            data=data(slag="nettverk", nettverk_id=nettverk.pk),
        )
    assert alle(Arrangement)[0].nettverk_id == nettverk.pk
    leser = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert "Rektorene" in _les(leser, _side("arrangement_endre", moete.noekkel))
    assert "Rektorene" not in _les(leser, _side("arrangement_nytt"))
