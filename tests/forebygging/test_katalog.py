"""«Hvem kontakter jeg når»: services, mangfoldsrådgivere, and that they are looked over."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import KOMMUNEROLLER, Rolle
from regionalt.actions.registerrad import Lagring
from regionalt.forebygging import actions
from regionalt.forebygging.models import Hjelpetjeneste, Mangfoldsraadgiver
from regionalt.forebygging.rules.gjennomgang import skal_ses_over, utloept
from tests.fabrikk import lag_aktoer, lag_bruker
from tests.forebygging.hjelp import (
    FOER,
    I_DAG,
    dager,
    lag_raadgiver,
    lag_tjeneste,
    raadgiverfelter,
    skriver,
    svar,
    tjenestefelter,
)
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _side(klient: Client, navn: str, *args: Any, **filter: str) -> str:
    svaret = klient.get(reverse(f"forebygging:{navn}", args=args), filter)
    assert svaret.status_code == 200
    return svaret.content.decode()


@pytest.mark.parametrize("rolle", sorted(KOMMUNEROLLER | {Rolle.SKOLEKONTAKT}))
def test_to_steg_fra_forsiden(rolle: Rolle) -> None:
    """One step to the directory with the phone of each, one more to all about the service."""
    tjeneste, klient = lag_tjeneste(telefon="73 00 00 00"), inn(lag_bruker(rolle))
    menyen = re.search(r'<nav class="hovedmeny".*?</nav>', klient.get("/").content.decode(), re.S)
    assert menyen and 'href="/forebygging/"' in menyen.group()
    katalogen = klient.get("/forebygging/").content.decode()
    adresse = reverse("forebygging:tjeneste", args=[tjeneste.noekkel])
    assert "Ring politiet på 112" in katalogen and "73 00 00 00" in katalogen
    assert f'href="{adresse}"' in katalogen
    siden = klient.get(adresse).content.decode()
    assert "Når du lurer." in siden and "73 00 00 00" in siden
    assert "Ses over innen" not in siden and "Endre tjenesten" not in siden


def test_katalogen_sier_hvem_i_hver_situasjon(klient: Client) -> None:
    lag_tjeneste(navn="Utetjenesten", situasjoner=["utland", "sak"])
    lag_tjeneste(navn="Nedlagt", til=dager(-1))
    lag_tjeneste(navn="Uten situasjon", situasjoner=[])
    side = _side(klient, "katalog")
    assert side.count(">Utetjenesten</a></th>") == 2
    assert "Nedlagt" not in side and "Uten situasjon" in side
    for tittel in ("Fare for liv og helse", "Du er bekymret for en elev eller deltaker"):
        assert tittel in side  # from the services that come with the system


def test_tom_katalog_sier_det(klient: Client) -> None:
    av = skriver()
    with kontekst(kontekst_for(av)):
        Hjelpetjeneste.objects.update(til=dager(-1), endret_av_id=av.bruker_id)
    side = _side(klient, "katalog")
    assert "Ingen tjenester er lagt inn under en situasjon." in side
    assert "Ingen tjenester er lagt inn.</p>" in side
    assert "Ingen mangfoldsrådgivere er registrert." in _side(klient, "raadgivere")


def test_de_som_foelger_med_har_kilde_og_dato() -> None:
    """Facts about national services say where they were read; none has a phone without it."""
    with kontekst(motor_kontekst()):
        alle = list(Hjelpetjeneste.objects.filter(endret_av=None))
    assert {"Politiet", "Nora", "RVTS Midt"} <= {t.navn for t in alle} and len(alle) == 6
    for t in alle:
        assert t.kilde and t.sikkerhet in ("kilde", "ubekreftet")
        assert t.kilde_url or t.navn == "Politiet"


def test_tjeneste_legges_inn_og_endres(klient: Client) -> None:
    svaret = klient.post(reverse("forebygging:tjeneste_ny"), svar(tjenestefelter()), follow=True)
    siden = svaret.content.decode()
    assert "Tjenesten er lagret." in siden and "<h1" in siden and "Prøvetelefonen" in siden
    with kontekst(motor_kontekst()):
        rad = Hjelpetjeneste.objects.get(navn="Prøvetelefonen")
    adresse = reverse("forebygging:tjeneste_endre", args=[rad.noekkel])
    assert "Prøvetelefonen" in klient.get(adresse).content.decode()
    endret = svar(tjenestefelter(naar="Når som helst.", gjennomgaas=dager(40)))
    assert klient.post(adresse, endret | {"versjon": 7}).status_code == 409
    assert klient.post(adresse, endret | {"versjon": 1}).status_code == 302
    siden = _side(klient, "tjeneste", rad.noekkel)
    assert "Når som helst." in siden and f"{dager(40):%d.%m.%Y}" in siden


@pytest.mark.parametrize(
    ("felt", "ved", "tekst"),
    [
        ({"navn": ""}, "navn", "Fyll ut navn."),
        ({"telefon": "ring oss", "kilde": "Prøve"}, "telefon", "bare siffer"),
        ({"telefon": "112", "kilde": "", "sikkerhet": "ubekreftet"}, "kilde", "telefonnummeret er lest"),
        ({"kilde": "", "sikkerhet": "kilde"}, "kilde", "Skriv hvor dette er lest."),
        ({"navn": "Politiet"}, "", "alt registrert"),
    ],
)
def test_feil_sies_ved_feltet(klient: Client, felt: dict[str, Any], ved: str, tekst: str) -> None:
    svaret = klient.post(reverse("forebygging:tjeneste_ny"), svar(tjenestefelter(**felt)))
    siden = svaret.content.decode()
    assert svaret.status_code == 422 and tekst in siden
    assert not ved or f'href="#id_{ved}"' in siden


def test_ukjent_situasjon_avvises() -> None:
    with pytest.raises(Regelbrudd) as feil:
        lag_tjeneste(situasjoner=["maane"])
    assert set(feil.value.meldinger) == {"situasjoner"}


def test_sendt_to_ganger_blir_en() -> None:
    av, lagring = skriver(), Lagring[Mangfoldsraadgiver]()
    with kontekst(kontekst_for(av)):
        to = {
            actions.lagre_raadgiver(felter=raadgiverfelter(), lagring=lagring, av=av).pk for _nr in range(2)
        }
    assert len(to) == 1


def test_bare_de_som_foelger_opp_skriver() -> None:
    raadgiver = lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with pytest.raises(IkkeTilgang):
        lag_tjeneste(raadgiver)
    with pytest.raises(IkkeTilgang):
        lag_raadgiver(raadgiver)


def test_databasen_lar_bare_fylket_skrive_og_ingen_slette() -> None:
    rad = lag_raadgiver()
    for rolle, feilen in (
        (Rolle.KOMMUNE_FLYKTNINGTJENESTE, "permission denied"),
        (Rolle.SKOLEKONTAKT, "permission denied"),
        (Rolle.ORGANISASJON_SOEKER, "permission denied"),
        (Rolle.FYLKE_SAKSBEHANDLER, "row-level security"),
    ):
        av = lag_aktoer(rolle)
        with (
            kontekst(kontekst_for(av)),
            pytest.raises(Exception, match=feilen),
            transaction.atomic(),
        ):
            Mangfoldsraadgiver.objects.filter(pk=rad.pk).update(region="Annen")
    with (
        kontekst(kontekst_for(skriver())),
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
    ):
        rad.delete()


def test_raadgivere_etter_kommune_og_de_som_har_sluttet(klient: Client) -> None:
    lag_raadgiver(navn="Her Nå", gjennomgaas=dager(-1))
    lag_raadgiver(navn="Slutta Før", til=dager(-1))
    alle = _side(klient, "raadgivere")
    assert "Her Nå" in alle and "Slutta Før" not in alle and "Skulle vært sett over" in alle
    assert "Her Nå" in _side(klient, "raadgivere", kommune="5001")
    assert "Her Nå" not in _side(klient, "raadgivere", kommune="5006")
    med = _side(klient, "raadgivere", vis="alle")
    assert "Slutta Før" in med and "Har sluttet" in med
    kommunen = _side(inn(lag_bruker()), "raadgivere")
    assert "Her Nå" in kommunen and "Ses over innen" not in kommunen


def test_raadgiver_legges_inn_endres_og_avsluttes(klient: Client) -> None:
    svaret = klient.post(reverse("forebygging:raadgiver_ny"), svar(raadgiverfelter()), follow=True)
    assert "Mangfoldsrådgiveren er lagret." in svaret.content.decode()
    with kontekst(motor_kontekst()):
        rad = Mangfoldsraadgiver.objects.get()
    adresse = reverse("forebygging:raadgiver_endre", args=[rad.noekkel])
    assert 'value="5001" selected' in klient.get(adresse).content.decode()
    for til, versjon, status in (
        (FOER - (dager(1) - I_DAG), 1, 422),
        (dager(-1), 9, 409),
        (dager(-1), 1, 302),
    ):
        svaret = klient.post(adresse, svar(raadgiverfelter(til=til)) | {"versjon": versjon})
        assert svaret.status_code == status
    assert "Rådgiveren sluttet" in _side(klient, "raadgiver", rad.noekkel)


def test_ukjent_noekkel_er_404(klient: Client) -> None:
    ukjent = "00000000-0000-0000-0000-000000000000"
    for navn in ("tjeneste", "tjeneste_endre", "raadgiver", "raadgiver_endre"):
        assert klient.get(reverse(f"forebygging:{navn}", args=[ukjent])).status_code == 404


@pytest.mark.parametrize(
    ("gjennomgaas", "til", "ventet"),
    [
        (None, None, False),
        (date(2031, 3, 15), None, True),
        (date(2031, 3, 16), None, False),
        (date(2031, 2, 1), None, True),
        (date(2031, 2, 1), date(2031, 2, 28), False),
        (date(2031, 2, 1), date(2031, 3, 1), True),
    ],
)
def test_naar_noe_skal_ses_over(gjennomgaas: date | None, til: date | None, ventet: bool) -> None:
    assert skal_ses_over(gjennomgaas, til, date(2031, 3, 1)) is ventet


def test_en_plan_er_utloept_dagen_etter() -> None:
    assert utloept(date(2030, 12, 31), date(2031, 1, 1))
    assert not utloept(date(2031, 1, 1), date(2031, 1, 1))
    assert not utloept(None, date(2031, 1, 1))


def test_gjennomgang_blir_oppgave_og_lukkes(klient: Client) -> None:
    """Overdue: a task of those who follow up; a new date closes it. The queue names no person."""
    tjeneste = lag_tjeneste(gjennomgaas=dager(-1))
    raadgiver = lag_raadgiver(gjennomgaas=dager(-2))
    lag_raadgiver(navn="Langt Fram", gjennomgaas=dager(90))
    with kontekst(motor_kontekst()):
        oppgaver = {o.regel: o for o in Oppgave.objects.filter(lukket__isnull=True)}
    assert set(oppgaver) == {"FOREBYGGING_TJENESTE", "FOREBYGGING_RAADGIVER"}
    assert oppgaver["FOREBYGGING_TJENESTE"].frist == dager(-1)
    siden = klient.get("/").content.decode()
    assert "Se over hjelpetjeneste" in siden and "Prøvedal videregående skole" in siden
    assert "Råd Givar" not in siden
    av = skriver()
    with kontekst(kontekst_for(av)):
        actions.lagre_tjeneste(
            felter=tjenestefelter(gjennomgaas=dager(200)), lagring=Lagring(tjeneste, 1), av=av
        )
        actions.lagre_raadgiver(felter=raadgiverfelter(til=dager(-1)), lagring=Lagring(raadgiver, 1), av=av)
        with pytest.raises(Konflikt):
            actions.lagre_tjeneste(felter=tjenestefelter(), lagring=Lagring(tjeneste, 1), av=av)
    with kontekst(motor_kontekst()):
        assert not Oppgave.objects.filter(lukket__isnull=True).exists()


@pytest.mark.parametrize("rolle", [Rolle.FYLKE_SAKSBEHANDLER, Rolle.SKOLEKONTAKT])
def test_finnes_i_soeket(rolle: Rolle) -> None:
    lag_raadgiver()
    lag_raadgiver(navn="Slutta Før", til=dager(-1))
    klient = inn(lag_bruker(rolle))
    treff = klient.post(reverse("soek_forslag"), {"q": "prøvedal videregående"}).content.decode()
    assert "Råd Givar" in treff and "Slutta Før" not in treff
    assert "Kompetanseteamet" in klient.post(reverse("soek_forslag"), {"q": "kompetanse"}).content.decode()


def test_organisasjoner_har_ingen_tilgang() -> None:
    klient = inn(lag_bruker(Rolle.ORGANISASJON_SOEKER))
    assert klient.get(reverse("forebygging:katalog")).status_code == 403
    assert "/forebygging/" not in klient.get("/").content.decode()


@pytest.mark.parametrize("rolle", [Rolle.FYLKE_SAKSBEHANDLER, Rolle.KOMMUNE_FLYKTNINGTJENESTE])
def test_hoeyst_ti_spoerringer(rolle: Rolle) -> None:
    tjeneste, raadgiver, klient = lag_tjeneste(), lag_raadgiver(), inn(lag_bruker(rolle))
    for adresse in (
        reverse("forebygging:katalog"),
        reverse("forebygging:tjeneste", args=[tjeneste.noekkel]),
        reverse("forebygging:raadgiver", args=[raadgiver.noekkel]),
    ):
        assert antall_spoerringer(klient, adresse) <= 10
