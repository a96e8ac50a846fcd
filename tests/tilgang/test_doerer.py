"""Getting in: login, lockout, choice of organisation, language, the start page, the administration."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import get_hasher, make_password
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from integrering.grunnmur.jobbside import foelg
from integrering.grunnmur.models import Tilstand
from integrering.tilgang import queries
from integrering.tilgang.middleware import SESJONSNOEKKEL
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, gi_rolle, lag_bruker, virksomhet
from tests.tilgang.hjelp import PASSORD, inn, lag_jobb, logg_inn

pytestmark = pytest.mark.django_db


# --- Login ---


def test_logg_inn_og_ut(client: Client) -> None:
    """In, with a new session and the user's language; out by POST only."""
    lag_bruker(brukernavn="kari", passord=PASSORD)
    Bruker.objects.filter(username="kari").update(maalform="nn")
    client.get(reverse("logg_inn"))
    svar = logg_inn(client, "kari", PASSORD)
    assert (svar.status_code, svar["Location"]) == (302, "/")
    assert svar.cookies["spraak"].value == "nn"
    assert client.get("/").status_code == 200
    assert client.get(reverse("logg_ut")).status_code == 405
    assert client.post(reverse("logg_ut"))["Location"] == "/logg-inn/"
    assert client.get("/").status_code == 302


def test_sesjonen_er_ny_etter_innlogging(client: Client) -> None:
    """A session id from before the login is worth nothing after it."""
    bruker = lag_bruker(brukernavn="kari", passord=PASSORD)
    sesjon = client.session
    sesjon["foer"] = "ja"
    sesjon.save()
    foer = sesjon.session_key
    logg_inn(client, "kari", PASSORD)
    assert client.session.session_key != foer
    assert client.session["_auth_user_id"] == str(bruker.pk)


@pytest.mark.parametrize(
    ("brukernavn", "passord"),
    [("kari", "feil"), ("finnes-ikke", PASSORD), ("stengt", PASSORD), ("rolle", "")],
)
def test_feil_sier_ikke_hva_som_var_feil(client: Client, brukernavn: str, passord: str) -> None:
    """The same answer for a wrong password, an unknown name and a user who is not active."""
    for navn in ("kari", "stengt", "rolle"):
        lag_bruker(brukernavn=navn, passord=PASSORD)
    Bruker.objects.filter(username="stengt").update(is_active=False)
    svar = logg_inn(client, brukernavn, passord)
    tekst = "Brukernavnet eller passordet er feil" if passord else "Skriv passordet ditt"
    assert tekst in svar.content.decode()
    assert svar.context["user"].is_anonymous


@pytest.mark.parametrize(
    ("neste", "til"),
    [
        ("/om/", "/om/"),
        ("https://ond.example/", "/"),
        ("//ond.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/\\ond.example", "/"),
    ],
)
def test_neste_side_er_vaar(client: Client, neste: str, til: str) -> None:
    """After login the user never ends on somebody else's page."""
    lag_bruker(brukernavn="kari", passord=PASSORD)
    assert logg_inn(client, "kari", PASSORD, next=neste)["Location"] == til


def test_fem_feil_stenger_i_et_kvarter(client: Client) -> None:
    """Also the right password is refused then, other users are not; after fifteen minutes it opens."""
    from axes.models import AccessAttempt

    lag_bruker(brukernavn="kari", passord=PASSORD)
    lag_bruker(brukernavn="ola", passord=PASSORD)
    for _ in range(4):
        assert logg_inn(client, "kari", "feil").status_code == 200
    svar = logg_inn(client, "kari", "feil")
    assert svar.status_code == 429
    assert "Vent 15 minutter" in svar.content.decode() and "kari" not in svar.content.decode()
    assert logg_inn(client, "kari", PASSORD).status_code == 429
    assert client.get(reverse("logg_inn")).status_code == 200
    assert logg_inn(Client(), "ola", PASSORD).status_code == 302
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert logg_inn(client, "kari", PASSORD).status_code == 302


def test_argon2(settings: Settings) -> None:
    """Passwords are kept as argon2 outside the tests."""
    from integrering import settings as ekte

    settings.PASSWORD_HASHERS = ekte.PASSWORD_HASHERS
    assert get_hasher().algorithm == "argon2"
    assert make_password("x").startswith("argon2")


def test_demobrukere_bare_i_demoen(client: Client, settings: Settings) -> None:
    """User names on the login page belong to the demo; the password is never there."""
    lag_bruker(brukernavn="kari", passord=PASSORD)
    assert "kari" not in client.get(reverse("logg_inn")).content.decode()
    settings.DEMO = True
    side = client.get(reverse("logg_inn")).content.decode()
    assert "kari" in side and "Flyktningtjenesten i kommunen, Trondheim" in side
    assert PASSORD not in side


# --- Roles ---


def test_uten_rolle(client: Client) -> None:
    """Logged in without a role: told so on every page, and who can give one."""
    klient = inn(Bruker.objects.create_user("ny"))
    assert klient.get("/")["Location"] == "/velg-virksomhet/"
    assert klient.get("/admin/")["Location"] == "/velg-virksomhet/"
    side = klient.get("/velg-virksomhet/").content.decode()
    assert "Du har ingen rolle ennå" in side and "Administrator i fylkeskommunen" in side


@pytest.mark.parametrize(
    ("fra", "til", "gjelder"),
    [(-1, None, True), (0, 0, True), (1, None, False), (-5, -1, False), (-5, 3, True)],
)
def test_rollen_gjelder_i_sin_tid(fra: int, til: int | None, gjelder: bool) -> None:
    """From its first to its last day, both included, asked at every request."""
    i_dag = timezone.localdate()
    bruker = Bruker.objects.create_user("ny")
    gi_rolle(
        bruker, Rolle.KOMMUNE_FLYKTNINGTJENESTE, TRONDHEIM, fra=i_dag + timedelta(days=fra),
        til=None if til is None else i_dag + timedelta(days=til),
    )  # fmt: skip
    assert (inn(bruker).get("/").status_code == 200) is gjelder


def test_rollen_slutter_midt_i_sesjonen() -> None:
    """A role that is ended, a user or an organisation that is deactivated, is out at the next click."""
    bruker = lag_bruker()
    klient = inn(bruker)
    assert klient.get("/").status_code == 200
    kommune = virksomhet(TRONDHEIM)
    type(kommune).objects.filter(pk=kommune.pk).update(aktiv=False)
    assert klient.get("/").status_code == 302
    type(kommune).objects.filter(pk=kommune.pk).update(aktiv=True)
    Bruker.objects.filter(pk=bruker.pk).update(is_active=False)
    assert klient.get("/")["Location"].startswith("/logg-inn/")


@pytest.mark.parametrize(
    ("nummer", "rolle"),
    [
        (TRONDHEIM, Rolle.FYLKE_SAKSBEHANDLER),
        (TRONDHEIM, Rolle.ADMINISTRATOR),
        ("34", Rolle.FYLKE_SAKSBEHANDLER),
        ("50", Rolle.KOMMUNE_FLYKTNINGTJENESTE),
    ],
)
def test_rollen_maa_passe_virksomheten(nummer: str, rolle: Rolle) -> None:
    """A county role sees everyone: at a municipality or another county it counts for nothing."""
    bruker = Bruker.objects.create_user("ny", is_staff=True, is_superuser=True)
    gi_rolle(bruker, rolle, nummer)
    assert not queries.gyldige_roller(bruker.pk, timezone.localdate()).exists()
    assert inn(bruker).get("/").status_code == 302


def test_velg_og_bytt_virksomhet() -> None:
    """With several roles one is chosen, and what is seen changes with it."""
    bruker = lag_bruker(nummer=TRONDHEIM)
    andre = gi_rolle(bruker, Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    klient = inn(bruker)
    assert klient.get("/")["Location"] == "/velg-virksomhet/"
    side = klient.get("/velg-virksomhet/").content.decode()
    assert "Trondheim" in side and "Steinkjer" in side and 'type="radio"' in side
    feil = klient.post("/velg-virksomhet/", {})
    assert feil.status_code == 422 and "Feil: " in feil.content.decode()
    foer = klient.session.session_key
    svar = klient.post("/velg-virksomhet/", {"rolle": andre.pk})
    assert svar["Location"] == "/"
    assert klient.session.session_key != foer
    forside = klient.get("/")
    assert forside.context["aktoer"].virksomhet_navn == "Steinkjer"
    assert "Bytt virksomhet" in forside.content.decode()


def test_andres_rolle_kan_ikke_velges() -> None:
    """Neither by the form nor by a session that remembers one."""
    bruker, annen = lag_bruker(nummer=TRONDHEIM), lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)
    gi_rolle(bruker, Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    klient = inn(bruker)
    andres = annen.rolletildelinger.get()
    for verdi in (andres.pk, "x", "", -1):
        assert klient.post("/velg-virksomhet/", {"rolle": verdi}).status_code == 422
    sesjon = klient.session
    sesjon[SESJONSNOEKKEL] = andres.pk
    sesjon.save()
    assert klient.get("/")["Location"] == "/velg-virksomhet/"


# --- Language, about, start page ---


def test_spraaket_huskes() -> None:
    """The choice holds for this browser and for the next login; it leads back, but never out."""
    bruker = lag_bruker()
    klient = inn(bruker)
    svar = klient.post("/spraak/", {"language": "nn", "next": "/om/"})
    assert svar["Location"] == "/om/"
    side = klient.get("/om/")
    assert side["Content-Language"] == "nn" and 'lang="nn"' in side.content.decode()
    bruker.refresh_from_db()
    assert bruker.maalform == "nn"
    assert klient.post("/spraak/", {"language": "xx", "next": "//ond.example"})["Location"] == "/"
    assert klient.get("/om/")["Content-Language"] == "nn"


def test_om_er_for_alle(client: Client, settings: Settings) -> None:
    """Version, licence, sources, and the statements the installation has published."""
    settings.TILGJENGELIGHETSERKLAERING = "https://uustatus.example/1"
    settings.PERSONVERNERKLAERING = "https://personvern.example/"
    side = client.get("/om/").content.decode()
    for tekst in ("MIT", "https://uustatus.example/1", "https://personvern.example/", "Lovdata"):
        assert tekst in side


def test_sider_for_innloggede_lagres_ikke() -> None:
    """Nothing of what was seen stays on a shared machine, and the policy against scripts is strict."""
    svar = inn(lag_bruker()).get("/")
    assert svar["Cache-Control"] == "no-store, private"
    policy = svar["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'self'" in policy
    assert "style=" not in svar.content.decode() and "<script>" not in svar.content.decode()


# --- Jobs ---


@pytest.mark.parametrize(
    ("felt", "tekst"),
    [
        ({}, "Jobben står i kø"),
        ({"tilstand": "kjoerer", "steg": "Regner ut", "gjort": 1, "av_i_alt": 4}, "Regner ut"),
        ({"tilstand": "kjoerer", "avbryt": True}, "stopper når steget er ferdig"),
        ({"tilstand": "ferdig"}, "Vis resultatet"),
        ({"tilstand": "feilet", "feil": "Satsen mangler."}, "Satsen mangler."),
        ({"tilstand": "avbrutt"}, "Jobben ble avbrutt"),
    ],
)
def test_jobbsiden(felt: dict[str, Any], tekst: str) -> None:
    """Every state says what it is, with and without htmx; it asks again only while the job lives."""
    bruker = lag_bruker(Rolle.TILSKUDDSRAADGIVER)
    jobb, klient = lag_jobb(bruker, **felt), inn(bruker)
    side = klient.get(reverse("jobb", args=[jobb.pk])).content.decode()
    assert tekst in side and "<progress" in side and str(bruker) in side
    assert ("every 2s" in side) is jobb.lever
    assert ('http-equiv="refresh"' in side) is jobb.lever
    del_ = klient.get(reverse("jobb", args=[jobb.pk]), headers={"HX-Request": "true"})
    if jobb.tilstand == Tilstand.FERDIG:
        assert (del_.status_code, del_["HX-Redirect"]) == (204, "/om/")
    else:
        assert tekst in del_.content.decode() and "<html" not in del_.content.decode()
    if jobb.tilstand == Tilstand.FEILET:
        assert f"Jobbnummer: {jobb.pk}" in side


@pytest.mark.parametrize("tilstand", [Tilstand.VENTER, Tilstand.FERDIG, Tilstand.FEILET])
def test_den_som_venter_paa_en_jobb_ledes_til_resultatet(tilstand: Tilstand) -> None:
    """Also when the job was done before the page was asked for, and without JavaScript."""
    bruker = lag_bruker(Rolle.TILSKUDDSRAADGIVER)
    jobb, klient = lag_jobb(bruker, tilstand=tilstand), inn(bruker)
    svar = klient.get(foelg(jobb.pk).url)
    if tilstand == Tilstand.FERDIG:
        assert (svar.status_code, svar["Location"]) == (302, "/om/")
    else:
        assert svar.status_code == 200 and jobb.tittel in svar.content.decode()


def test_jobben_er_virksomhetens_og_avbrytes_av_den_som_startet() -> None:
    """Others at the same place may watch; other organisations do not know it exists."""
    raadgiver = lag_bruker(Rolle.TILSKUDDSRAADGIVER)
    jobb = lag_jobb(raadgiver)
    vis, avbryt = reverse("jobb", args=[jobb.pk]), reverse("jobb_avbryt", args=[jobb.pk])
    kommunen, kollega = inn(lag_bruker()), inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert kommunen.get(vis).status_code == kommunen.post(avbryt).status_code == 404
    assert kollega.get(vis).status_code == 200
    assert "Avbryt jobben" not in kollega.get(vis).content.decode()
    assert kollega.post(avbryt).status_code == 403
    klient = inn(raadgiver)
    assert "Avbryt jobben" in klient.get(vis).content.decode()
    assert klient.post(avbryt)["Location"] == vis
    jobb.refresh_from_db()
    assert jobb.tilstand == Tilstand.AVBRUTT
