"""The page of a municipality with the log and the requests; leaders' figures, the wheel, the report."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.aarsrapport import Rapporttabell, kapitlene
from regionalt.ledelsestall import Tall, alle_ledelsestall
from regionalt.oppfoelging import actions
from regionalt.oppfoelging.kodeverk import Kontaktslag
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, lag_person, virksomhet
from tests.ledelse.hjelp import hjuldagene, lederens_tall
from tests.lister.hjelp import antall_spoerringer
from tests.oppfoelging.hjelp import (
    I_DAG,
    dager,
    fylket,
    lag_forespoersel,
    lag_kontakt,
    lag_punkt,
    oppgaver,
)
from tests.regionalt.hjelp import lag_kontakt as lag_kontaktperson
from tests.regionalt.hjelp import saksbehandler
from tests.tilgang.hjelp import inn
from tests.utveksling.moeter.hjelp import inviter, lag_moete
from tests.utveksling.moeter.hjelp import lag_punkt as lag_moetepunkt

pytestmark = pytest.mark.django_db
SIDEN = "/kommuner/5001/"


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _side(klient: Client) -> str:
    return klient.get(SIDEN).content.decode()


def test_hvem_naar_og_hva_innen_to_steg(klient: Client) -> None:
    """Front page → municipalities → the page: who follows up, when we last met, what we agreed."""
    lag_kontaktperson(TRONDHEIM)
    lag_person()
    av = fylket()
    moete = lag_moete(av, -30, deltakere=inviter(TRONDHEIM), tittel="Høstens dialogmøte")
    lag_moetepunkt(moete, av, til=virksomhet(TRONDHEIM).pk, tekst="Punkt fra møtet")
    besoek = lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(-5))
    lag_punkt(besoek, av, tekst="Punkt fra besøket")
    lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(9))
    lag_forespoersel(lag_aktoer())
    assert f'href="{reverse("kommuner")}"' in klient.get("/").content.decode()
    assert f'href="{SIDEN}"' in klient.get(reverse("kommuner")).content.decode()
    side = _side(klient)
    for ord_ in ("Kari Kontakt", "Høstens dialogmøte", "Punkt fra møtet", "Punkt fra besøket", "Mottatt"):
        assert ord_ in side
    sist, neste = side.index("Sist møtt"), side.index("Neste møte")
    assert str(besoek.noekkel) in side[sist:neste]
    assert f"{dager(9):%d.%m.%Y}" in side[neste : neste + 400]
    # one table of what is agreed, before the line of time and the figures
    assert side.count("<caption") == 3 and side.index("Punkt fra besøket") < side.index("Nøkkeltall")
    assert antall_spoerringer(klient, SIDEN) <= 10
    assert antall_spoerringer(inn(lag_bruker()), SIDEN) <= 10


def test_uten_kontakt_moeter_og_avtaler(klient: Client) -> None:
    side = _side(klient)
    for ord_ in ("Ingen kontaktperson", "Ingen møter er registrert.", "Ikke avtalt.", "Ingen forespørsler."):
        assert ord_ in side


def test_avlyst_og_telefon_er_ikke_moeter(klient: Client) -> None:
    av = fylket()
    lag_kontakt(av, dato=dager(-2))
    avlyst = lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(4))
    with kontekst(kontekst_for(av)):
        actions.avlys_besoek(kontakt=avlyst, versjon=1, grunn="Snø", av=av)
    side = _side(klient)
    assert "Ingen møter er registrert." in side and "Ikke avtalt." in side
    assert "Telefon" in side and str(avlyst.noekkel) not in side


def test_det_som_nylig_er_gjort_staar_der_ennaa(klient: Client) -> None:
    av = fylket()
    ny, gammel = lag_kontakt(av, dato=dager(-5)), lag_kontakt(av, dato=dager(-120))
    for kontakt, tekst in (
        (ny, "Gjort nylig"),
        (gammel, "Gjort for lenge siden"),
        (gammel, "Gammelt og åpent"),
    ):
        punkt = lag_punkt(kontakt, av, til="50", bruker_id=av.bruker_id, tekst=tekst)
        if "Gjort" in tekst:
            with kontekst(kontekst_for(av)):
                actions.avslutt_punkt(punkt=punkt, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    side = _side(klient)
    assert "Gjort nylig" in side and "Gammelt og åpent" in side and "Gjort for lenge siden" not in side
    assert "Kari Prøve, Trøndelag" in side


def test_fra_siden_til_dialogmoete_kontakt_og_besoek(klient: Client) -> None:
    """The meeting begins as a dialogue meeting with the municipality; a municipality gets no such buttons."""
    side = _side(klient)
    for adresse in (f"/moeter/nytt/?kommune={TRONDHEIM}", f"/oppfoelging/ny/?kommune={TRONDHEIM}"):
        assert adresse in side
    kommune = virksomhet(TRONDHEIM)
    skjema = klient.get(f"/moeter/nytt/?kommune={TRONDHEIM}").context["skjema"]
    assert skjema.initial["type"] == "dialog" and skjema.initial["virksomheter"] == [kommune.pk]
    assert "type" not in klient.get("/moeter/nytt/?kommune=0301").context["skjema"].initial
    egen = _side(inn(lag_bruker()))
    assert "Nytt dialogmøte" not in egen and "Registrer kontakt" not in egen
    assert "Spør fylkeskommunen" in egen


# --- Who has whom ---


def test_kontaktene_og_kommunene_deres(klient: Client) -> None:
    """Each contact with their municipalities and stand-in; those without one are counted, and are tasks."""
    side = klient.get(reverse("kommunekontakter")).content.decode()
    assert "Ingen kommuner har kontaktperson ennå." in side and "Trondheim" in side
    vikar = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, etternavn="Vikar")
    lag_kontaktperson(TRONDHEIM, STEINKJER, stedfortreder=vikar)
    side = klient.get(reverse("kommunekontakter")).content.decode()
    gruppe = side[side.index("Kommunene til Kari Kontakt") :]
    assert "Trondheim" in gruppe and "Steinkjer" in gruppe and gruppe.count("Kari Vikar") == 2
    assert "Uten kontaktperson" in side[: side.index("Kommunene til")]
    assert antall_spoerringer(klient, reverse("kommunekontakter")) <= 10


def test_en_kommune_uten_kontakt_er_en_oppgave_til_den_faar_en() -> None:
    oppdater_kilde("kommunekontakt", [virksomhet(TRONDHEIM).pk])
    assert oppgaver("KOMMUNE_UTEN_KONTAKT") == [("50", None, None)]
    lag_kontaktperson(TRONDHEIM)
    assert oppgaver("KOMMUNE_UTEN_KONTAKT") == []
    oppdater_kilde("kommunekontakt")
    assert len(oppgaver("KOMMUNE_UTEN_KONTAKT")) > 30


def test_listen_viser_hvem_vi_ikke_har_moett_paa_et_aar(klient: Client) -> None:
    av = fylket()
    lag_kontakt(av, TRONDHEIM, slag=Kontaktslag.BESOEK, dato=dager(-20))
    lag_moete(av, -10, deltakere=inviter(STEINKJER))
    alle = klient.get(reverse("kommuner"), {"antall": "50"}).content.decode()
    assert f"{dager(-20):%d.%m.%Y}" in alle and f"{dager(-10):%d.%m.%Y}" in alle
    lenge = klient.get(reverse("kommuner"), {"moett": "lenge", "antall": "50"}).content.decode()
    tabell = lenge[lenge.index("<table") :]
    assert "Levanger" in tabell and "Steinkjer" not in tabell and "Trondheim" not in tabell


# --- Leaders ---


def _tall(navn: str) -> Tall | None:
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        return lederens_tall(navn)


def _verdi(navn: str) -> tuple[str, str]:
    tall = _tall(navn)
    assert tall is not None
    return tall.verdi, tall.farge


def test_lederens_tall(klient: Client) -> None:
    """Without contact, not met, over the deadline, how fast: each counts what its link lists."""
    alle = int(_verdi("kommuner_uten_kontakt")[0].split(" av ")[1])
    assert _verdi("kommuner_ikke_moett") == (f"{alle} av {alle}", "warning")
    assert _verdi("forespoersler_over_frist") == ("0", "success") and _tall("svartid") is None
    av = fylket()
    lag_kontaktperson(TRONDHEIM)
    lag_kontakt(av, slag=Kontaktslag.MOETE, dato=dager(-300))
    lag_kontakt(av, STEINKJER, slag=Kontaktslag.BESOEK, dato=dager(-400))
    lag_forespoersel(av, STEINKJER, mottatt=dager(-60))
    assert _verdi("kommuner_uten_kontakt")[0] == f"{alle - 1} av {alle}"
    assert _verdi("kommuner_ikke_moett")[0] == f"{alle - 1} av {alle}"
    assert _verdi("forespoersler_over_frist") == ("1", "danger")
    _besvar(dager(0))
    assert _verdi("svartid") == ("0 virkedager", "success")
    _besvar(dager(-60))
    tall = _tall("svartid")
    assert tall is not None and tall.detalj == "1 av 2 innen fristen" and tall.farge == "warning"
    for lest in filter(None, (_tall(t.navn) for t in alle_ledelsestall())):
        assert klient.get(lest.url).status_code == 200


def _besvar(mottatt: date) -> None:
    fylke = fylket()
    f = lag_forespoersel(fylke, mottatt=mottatt)
    with kontekst(kontekst_for(fylke)):
        actions.besvar(forespoersel=f, versjon=1, svar="Slik", av=fylke)


def test_planlagte_besoek_staar_i_aarshjulet() -> None:
    av = fylket()
    besoek = lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(12))
    lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(80))
    avlyst = lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(12))
    lag_kontakt(av)
    with kontekst(kontekst_for(av)):
        actions.avlys_besoek(kontakt=avlyst, versjon=1, grunn="Snø", av=av)
        dagene = hjuldagene("besoek", I_DAG, I_DAG + timedelta(days=30))
    assert [(d.dato, d.tittel) for d in dagene] == [(dager(12), "Besøk: Trondheim")]
    assert dagene[0].url == reverse("oppfoelging:kontakt", args=[besoek.noekkel])


def test_kapittelet_i_aarsrapporten() -> None:
    av, aar = fylket(), I_DAG.year
    dag = date(aar, 1, 2)
    lag_kontakt(av, TRONDHEIM, STEINKJER, dato=dag)
    lag_kontakt(av, TRONDHEIM, dato=dag)
    lag_kontakt(av, TRONDHEIM, dato=date(aar - 1, 12, 31))
    _besvar(I_DAG)
    trukket = lag_forespoersel(av, mottatt=dag)
    with kontekst(kontekst_for(av)):
        actions.trekk(forespoersel=trukket, versjon=1, av=av)
        kapittel = next(k for k in kapitlene() if k.navn == "oppfoelging")
        slag, tema, svartid = kapittel.tabeller(aar)
        tomt = kapittel.tabeller(2001)
    assert _rad(slag, "Telefon") == (2, 2) and _rad(slag, "Besøk") == (0, 0)
    assert _rad(tema, "Norsk og samfunnskunnskap") == (1, 2)
    assert _rad(svartid, "Besvart i året") == (1,) and _rad(svartid, "Median") == ("0 virkedager",)
    assert _rad(tomt[2], "Median") == ("–",)


def _rad(tabell: Rapporttabell, navn: str) -> tuple[str | int, ...]:
    return next(rad[1:] for rad in tabell.rader if rad[0] == navn)
