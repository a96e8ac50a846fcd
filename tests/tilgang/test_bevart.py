"""An expired session loses no typed text, and gives nobody another's."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from integrering.tilgang import bevaring
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, gi_rolle, lag_bruker
from tests.tilgang.hjelp import PASSORD

pytestmark = pytest.mark.django_db
EGEN = {"Sec-Fetch-Site": "same-origin"}
TEKST = "Dette har jeg skrevet lenge på.\r\nMed «æøå» & <b>tegn</b>."


class Leser(Client):
    """A browser that checks tokens, and fills in forms from the page it has."""

    def __init__(self) -> None:
        super().__init__(enforce_csrf_checks=True)

    def merke(self, adresse: str) -> str:
        """Open a page; return the token of its forms."""
        return _felt(self.get(adresse), "csrfmiddlewaretoken")

    def inn(self, brukernavn: str, **ekstra: str) -> Any:
        """Log in the way a person does."""
        data = {"username": brukernavn, "password": PASSORD, "csrfmiddlewaretoken": self.merke("/logg-inn/")}
        return self.post("/logg-inn/", data | ekstra, headers=EGEN)

    def ut_paa_dato(self) -> None:
        """Let the session end, as after eight hours."""
        self.cookies.pop("sessionid")


def _felt(svar: Any, navn: str) -> str:
    treff = re.search(rf'name="{navn}"[^>]* value="([^"]*)"', svar.content.decode())
    assert treff, navn
    return treff[1]


@pytest.fixture
def kari() -> Bruker:
    """Somebody with a form open."""
    return lag_bruker(Rolle.ADMINISTRATOR, brukernavn="kari", passord=PASSORD)


def fylt_ut(merke: str, **mer: Any) -> dict[str, Any]:
    return {
        "csrfmiddlewaretoken": merke, "type": "skole", "navn": TEKST, "nummer": "974760673", "maalform": "nb",
    } | mer  # fmt: skip


ADRESSE = "/brukere/virksomheter/ny/?a=1"


def logg_inn_igjen(leser: Leser, svar: Any, brukernavn: str = "kari", passord: str = PASSORD) -> Any:
    """Log in on the page that carries the text."""
    data = {
        "username": brukernavn, "password": passord, "bevart": _felt(svar, "bevart"),
        "csrfmiddlewaretoken": _felt(svar, "csrfmiddlewaretoken"),
    }  # fmt: skip
    return leser.post("/logg-inn/", data, headers=EGEN)


def test_utloept_sesjon(kari: Bruker) -> None:
    """Form → login page that carries it → logged in → one press → saved as typed."""
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    svar = leser.post(ADRESSE, fylt_ut(merke), headers=EGEN)
    side = svar.content.decode()
    assert svar.status_code == 401 and "det du skrev er tatt vare på" in side
    assert 'action="/logg-inn/"' in side and "no-store" in svar["Cache-Control"]
    feil = logg_inn_igjen(leser, svar, passord="feil")
    assert "passordet er feil" in feil.content.decode()
    svar = logg_inn_igjen(leser, feil)
    side = svar.content.decode()
    assert svar.status_code == 200 and 'action="/brukere/virksomheter/ny/?a=1"' in side
    assert "Dette har jeg skrevet lenge på." in side and "<b>tegn</b>" not in side
    sendt = leser.post(ADRESSE, fylt_ut(_felt(svar, "csrfmiddlewaretoken")), headers=EGEN)
    assert sendt.status_code == 302
    felter = dict(svar.context["bevart"].felter)
    assert felter == {k: v for k, v in fylt_ut("").items() if k != "csrfmiddlewaretoken"}


def test_rollen_er_den_samme(kari: Bruker) -> None:
    """Someone with two roles goes on in the one the form was written in."""
    annen = gi_rolle(kari, Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    leser = Leser()
    leser.inn("kari")
    admin = kari.rolletildelinger.exclude(pk=annen.pk).get()
    velg = {"rolle": str(admin.pk), "csrfmiddlewaretoken": leser.merke("/velg-virksomhet/")}
    assert leser.post("/velg-virksomhet/", velg, headers=EGEN)["Location"] == "/"
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    svar = logg_inn_igjen(leser, leser.post(ADRESSE, fylt_ut(merke), headers=EGEN))
    merke = _felt(svar, "csrfmiddlewaretoken")
    assert leser.post(ADRESSE, fylt_ut(merke), headers=EGEN)["Location"].startswith("/brukere/")


def test_rollen_er_borte(kari: Bruker) -> None:
    """A role that was closed meanwhile is not taken up again: the form is offered, and refused when sent."""
    admin = kari.rolletildelinger.get()
    gi_rolle(kari, Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    leser = Leser()
    leser.inn("kari")
    velg = {"rolle": str(admin.pk), "csrfmiddlewaretoken": leser.merke("/velg-virksomhet/")}
    leser.post("/velg-virksomhet/", velg, headers=EGEN)
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    with kontekst(motor_kontekst()):
        kari.rolletildelinger.filter(pk=admin.pk).update(stengt=timezone.now())
    svar = logg_inn_igjen(leser, leser.post(ADRESSE, fylt_ut(merke), headers=EGEN))
    merke = _felt(svar, "csrfmiddlewaretoken")
    assert leser.post(ADRESSE, fylt_ut(merke), headers=EGEN).status_code == 403


def test_en_annen_faar_ikke_se_det(kari: Bruker) -> None:
    """Another user logs in on the page: the text is dropped, and it is said."""
    lag_bruker(brukernavn="ola", passord=PASSORD)
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    svar = logg_inn_igjen(leser, leser.post(ADRESSE, fylt_ut(merke), headers=EGEN), "ola")
    assert svar["Location"] == "/"
    side = leser.get("/").content.decode()
    assert "hører til en annen bruker" in side and "skrevet lenge" not in side


@pytest.mark.parametrize("hvem", ["kari", "ola"])
def test_innlogget_i_en_annen_fane(kari: Bruker, hvem: str) -> None:
    """The token is renewed by a login in another tab: one's own form is offered again, another's is not."""
    lag_bruker(Rolle.ADMINISTRATOR, brukernavn="ola", passord=PASSORD)
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    leser.inn(hvem)
    svar = leser.post(ADRESSE, fylt_ut(merke), headers=EGEN)
    assert svar.status_code == 403
    if hvem == "kari":
        igjen = fylt_ut(_felt(svar, "csrfmiddlewaretoken"))
        assert leser.post(ADRESSE, igjen, headers=EGEN).status_code == 302
    else:
        assert "skrevet lenge" not in svar.content.decode()


def test_innloggingssiden_i_to_faner(kari: Bruker) -> None:
    """Logged in elsewhere while the login page with the text was open: the text is given back."""
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    svar = leser.post(ADRESSE, fylt_ut(merke), headers=EGEN)
    leser.inn("kari")
    svar = logg_inn_igjen(leser, svar)
    assert svar.status_code == 403 and "Dette har jeg skrevet" in svar.content.decode()


def test_uten_csrf_kake(kari: Bruker) -> None:
    """Both cookies of the session are gone: the form is still known as the user's."""
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    leser.cookies.pop("csrftoken")
    assert leser.post(ADRESSE, fylt_ut(merke), headers=EGEN).status_code == 401


@pytest.mark.parametrize(
    "hoder",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {},
        {"Origin": "https://ond.example"},
    ],
)
def test_fra_et_annet_nettsted(kari: Bruker, hoder: dict[str, str]) -> None:
    """A form sent by another site is refused and never offered for sending."""
    leser = Leser()
    leser.inn("kari")
    for merke in ("", "x" * 64, "a" * 32):
        svar = leser.post(ADRESSE, fylt_ut(merke), headers=hoder)
        assert svar.status_code == 403 and "skrevet lenge" not in svar.content.decode()
        assert "Ingenting er lagret" in svar.content.decode()


def test_gjettet_merke_fra_oss(kari: Bruker) -> None:
    """Also from our own pages: only a form made for this user is offered."""
    leser = Leser()
    leser.inn("kari")
    for merke in ("", "x" * 64, "æ" * 64, "a" * 32):
        svar = leser.post(ADRESSE, fylt_ut(merke), headers={"Origin": "http://testserver"})
        assert svar.status_code == 403 and "skrevet lenge" not in svar.content.decode()


def test_filer_og_passord_er_ikke_med(kari: Bruker) -> None:
    """Left out, and it is said; what was written beside them is kept."""
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    fil = SimpleUploadedFile("hemmelig.txt", b"innholdet i filen")
    svar = leser.post(ADRESSE, fylt_ut(merke, fil=fil, nytt_passord="hysj-hysj"), headers=EGEN)
    assert "Filer og passord er ikke tatt vare på" in svar.content.decode()
    bevart = bevaring.pakk_opp(_felt(svar, "bevart"))
    assert bevart is not None and bevart.utelatt and not {"fil", "nytt_passord"} & set(dict(bevart.felter))
    assert "Filer og passord" in logg_inn_igjen(leser, svar).content.decode()


def test_for_lang_tekst(kari: Bruker) -> None:
    """Too much to carry: said before the login, so that it can be copied."""
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    svar = leser.post(ADRESSE, fylt_ut(merke, navn="x" * (bevaring.MEST + 1)), headers=EGEN)
    assert "ta en kopi" in svar.content.decode() and len(svar.content) < 20_000
    assert "for lang til å bli tatt vare på" in logg_inn_igjen(leser, svar).content.decode()


@pytest.mark.parametrize("adresse", ["/min-side/passord/", "/logg-ut/"])
def test_aldri_fra_sider_med_passord(kari: Bruker, adresse: str) -> None:
    """What was posted to a page of passwords is carried nowhere."""
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke("/om/")
    leser.ut_paa_dato()
    svar = leser.post(adresse, fylt_ut(merke), headers=EGEN)
    assert svar.status_code == 302 and "skrevet" not in svar.content.decode()


def test_ukjent_leser_sendes_til_innloggingen() -> None:
    """Somebody who never logged in here gets the plain login page."""
    leser = Leser()
    svar = leser.post(ADRESSE, fylt_ut(leser.merke("/logg-inn/")), headers=EGEN)
    assert svar.status_code == 302 and svar["Location"].startswith("/logg-inn/?next=")


def test_htmx_faar_hele_siden(kari: Bruker) -> None:
    """htmx shows no answer above 400: the page is swapped whole."""
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke(ADRESSE)
    leser.ut_paa_dato()
    hoder = EGEN | {"HX-Request": "true", "X-CSRFToken": merke}
    svar = leser.post(ADRESSE, {"navn": TEKST}, headers=hoder)
    assert (svar.status_code, svar["HX-Retarget"]) == (200, "body")


@pytest.mark.parametrize("pakket", ["", "tull", "a:b:c"])
def test_forfalsket_og_gammel_pakke(kari: Bruker, pakket: str) -> None:
    """What a page carries is signed, and is forgotten after a day."""
    assert bevaring.pakk_opp(pakket) is None
    ekte = bevaring.pakk(bevaring.Bevart("/x/", (("a", "b"),), kari.pk, None, False, False))
    assert bevaring.pakk_opp(ekte) is not None
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        assert bevaring.pakk_opp(ekte) is None
    leser = Leser()
    svar = leser.inn("kari", bevart="forfalsket")
    assert svar["Location"] == "/"


def test_kaken_husker_de_siste(kari: Bruker) -> None:
    """Five logins back, no further; a new user begins anew."""
    leser = Leser()
    leser.inn("kari")
    merke = leser.merke(ADRESSE)
    for _ in range(5):
        leser.ut_paa_dato()
        leser.inn("kari")
    assert "skrevet" not in leser.post(ADRESSE, fylt_ut(merke), headers=EGEN).content.decode()
