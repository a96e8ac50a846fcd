"""Forgotten and changed passwords."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang import actions
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Passordlenke
from tests.fabrikk import lag_bruker
from tests.tilgang.hjelp import PASSORD, inn, logg_inn
from tests.tilgang.posthjelp import lenken, les_post

pytestmark = pytest.mark.django_db
ANNET = "enda et langt passord 2099"


@pytest.fixture
def kari() -> Bruker:
    """A user with a password and an address."""
    bruker = lag_bruker(brukernavn="kari", passord=PASSORD)
    Bruker.objects.filter(pk=bruker.pk).update(email="kari@kommune.example")
    return Bruker.objects.get(pk=bruker.pk)


def be_om(hvem: str, klient: Client | None = None) -> Any:
    return (klient or Client()).post("/glemt-passord/", {"hvem": hvem})


@pytest.mark.parametrize("hvem", ["kari", "kari@kommune.example", " KARI@kommune.example "])
def test_glemt_passord(kari: Bruker, hvem: str) -> None:
    """By user name or address: one e-mail, one link, a new password, and all sessions end."""
    gammel = inn(kari)
    assert gammel.get("/").status_code == 200
    be_om(hvem)
    (brev,) = les_post()
    assert brev.to == ["kari@kommune.example"] and "én time" in brev.body and "Kari" not in brev.body
    klient = Client()
    klient.get(lenken(brev))
    assert klient.get("/nytt-passord/").status_code == 200
    svar = klient.post("/nytt-passord/", {"passord1": ANNET, "passord2": ANNET})
    assert svar["Location"] == "/logg-inn/"
    assert gammel.get("/").status_code == 302
    assert logg_inn(Client(), "kari", PASSORD).status_code == 200
    assert logg_inn(Client(), "kari", ANNET).status_code == 302
    (beskjed,) = les_post()
    assert beskjed.subject == "Passordet ditt er endret" and "nytt-passord" not in beskjed.body


def test_samme_svar_for_alle(kari: Bruker) -> None:
    """Unknown, deactivated, without address, without password: the same page, and no e-mail."""
    lag_bruker(brukernavn="uten-adresse", passord=PASSORD)
    stengt, venter = lag_bruker(brukernavn="stengt", passord=PASSORD), lag_bruker(brukernavn="venter")
    Bruker.objects.filter(pk=stengt.pk).update(is_active=False, email="stengt@kommune.example")
    Bruker.objects.filter(pk=venter.pk).update(email="venter@kommune.example")
    sider = {be_om(hvem).content for hvem in ("kari", "finnes-ikke", "uten-adresse", "stengt", "venter")}
    sider = {re.sub(rb'value="[A-Za-z0-9]{64}"', b"", side) for side in sider}
    assert len(sider) == 1
    assert [brev.to for brev in les_post()] == [["kari@kommune.example"]]
    assert be_om("").status_code == 422


def test_samme_arbeid_for_alle(kari: Bruker, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """As many statements for one who exists as for one who does not: the time tells nothing."""
    antall = []
    for hvem in ("kari", "finnes-ikke"):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as fanget:
            be_om(hvem)
        antall.append(len(fanget))
    assert antall[0] == antall[1]


def test_tre_ganger_i_timen(kari: Bruker) -> None:
    """A fourth is answered the same way and sends nothing, also when asked by name and address in turn."""
    for hvem in ("kari", "kari", "kari", "kari", "kari@kommune.example"):
        assert be_om(hvem).status_code == 200
    assert len(les_post()) == 3
    with time_machine.travel(timezone.now() + timedelta(hours=1, minutes=1), tick=False):
        be_om("kari")
        assert len(les_post()) == 1


def test_tretti_ganger_fra_samme_sted(kari: Bruker) -> None:
    """One place on the network cannot ask for all the world."""
    for nr in range(30):
        be_om(f"ukjent{nr}")
    be_om("kari")
    assert les_post() == []
    be_om("kari", Client(REMOTE_ADDR="192.0.2.7"))
    assert len(les_post()) == 1


def test_lenken_virker_en_gang_og_i_en_time(kari: Bruker) -> None:
    """Spent by use, by another link's use, and by time."""
    be_om("kari")
    be_om("kari")
    en, to = (lenken(brev) for brev in les_post())
    a, b, c = Client(), Client(), Client()
    a.get(en)
    b.get(to)
    assert a.post("/nytt-passord/", {"passord1": ANNET, "passord2": ANNET}).status_code == 302
    for klient, lenke in ((b, to), (c, en)):
        klient.get(lenke)
        svar = klient.post("/nytt-passord/", {"passord1": PASSORD, "passord2": PASSORD})
        assert svar.status_code == 404 and "Lenken virker ikke" in svar.content.decode()
    be_om("kari")
    brev = next(b for b in les_post() if "nytt-passord" in b.body)
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        c.get(lenken(brev))
        assert c.get("/nytt-passord/").status_code == 404


@pytest.mark.parametrize("avtrykket", ["", "0" * 64])
def test_gjettet_noekkel(kari: Bruker, avtrykket: str) -> None:
    """No key, or one nobody was sent."""
    assert not actions.finnes_lenken(avtrykket)
    with pytest.raises(Regelbrudd, match="virker ikke lenger"):
        actions.velg_nytt_passord(avtrykket=avtrykket, passord=ANNET)


def test_svakt_passord(kari: Bruker) -> None:
    """Refused beside the field; the link still works."""
    be_om("kari")
    klient = Client()
    klient.get(lenken(les_post()[0]))
    svar = klient.post("/nytt-passord/", {"passord1": "kort", "passord2": "kort"})
    assert svar.status_code == 422 and "minst 12 tegn" in svar.content.decode()
    assert klient.post("/nytt-passord/", {"passord1": ANNET, "passord2": ANNET}).status_code == 302


def test_nytt_passord_aapner_stengt_innlogging(kari: Bruker) -> None:
    """Who is locked out after failed logins gets in with a new password at once."""
    klient = Client()
    for _ in range(5):
        logg_inn(klient, "kari", "feil")
    assert logg_inn(klient, "kari", PASSORD).status_code == 429
    be_om("kari")
    klient.get(lenken(les_post()[0]))
    klient.post("/nytt-passord/", {"passord1": ANNET, "passord2": ANNET})
    assert logg_inn(klient, "kari", ANNET).status_code == 302


def test_gamle_rader_slettes(kari: Bruker) -> None:
    """What was asked for a month ago is forgotten."""
    be_om("ukjent")
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        be_om("annen")
    with kontekst(motor_kontekst()):
        assert Passordlenke.objects.count() == 1


def test_lenke_som_er_brukt_foer_den_er_sendt(kari: Bruker) -> None:
    """Somebody changed the password while the e-mail waited: it is not sent."""
    be_om("kari")
    actions.bytt_passord(request=_foresporsel(), bruker=kari, gammelt=PASSORD, nytt=ANNET)
    assert [b.subject for b in les_post()] == ["Passordet ditt er endret"]


def _foresporsel() -> Any:
    from django.test import RequestFactory

    return RequestFactory().post("/min-side/passord/")


# --- One's own page ---


def test_bytt_passord(kari: Bruker) -> None:
    """This session goes on, the others end."""
    her, der = inn(kari), inn(kari)
    svar = her.post(
        "/min-side/passord/", {"gammelt": PASSORD, "passord1": ANNET, "passord2": ANNET}, follow=True
    )
    assert "Passordet er endret" in svar.content.decode()
    assert her.get("/").status_code == 200 and der.get("/").status_code == 302
    assert len(les_post()) == 1


@pytest.mark.parametrize(
    ("gammelt", "nytt", "feil"),
    [("feil", ANNET, "gamle passordet er feil"), (PASSORD, "kort", "minst 12 tegn")],
)
def test_bytt_passord_feil(kari: Bruker, gammelt: str, nytt: str, feil: str) -> None:
    """Said beside the field."""
    svar = inn(kari).post("/min-side/passord/", {"gammelt": gammelt, "passord1": nytt, "passord2": nytt})
    assert svar.status_code == 422 and feil in svar.content.decode()


def test_gjetting_av_det_gamle_stenger(kari: Bruker) -> None:
    """Five wrong guesses lock the login, as at the door."""
    klient = inn(kari)
    for _ in range(5):
        klient.post("/min-side/passord/", {"gammelt": "feil", "passord1": ANNET, "passord2": ANNET})
    svar = klient.post("/min-side/passord/", {"gammelt": PASSORD, "passord1": ANNET, "passord2": ANNET})
    assert svar.status_code in {422, 429}
    kari.refresh_from_db()
    assert kari.check_password(PASSORD)


def test_min_side(kari: Bruker) -> None:
    """Name and language are one's own to change; roles are shown."""
    klient = inn(kari)
    side = klient.get("/min-side/").content.decode()
    assert "Flyktningtjenesten i kommunen, Trondheim" in side and "kari@kommune.example" in side
    svar = klient.post("/min-side/", {"fornavn": "Kåre", "etternavn": "Prøve", "maalform": "nn"})
    assert svar["Location"] == "/min-side/" and svar.cookies["spraak"].value == "nn"
    kari.refresh_from_db()
    assert (kari.first_name, kari.maalform) == ("Kåre", "nn")
    assert klient.post("/min-side/", {"fornavn": "", "etternavn": "", "maalform": "x"}).status_code == 422


def test_min_side_uten_rolle() -> None:
    """Someone without a role may still change the password."""
    bruker = Bruker.objects.create_user("ny")
    assert "ingen rolle som gjelder i dag" in inn(bruker).get("/min-side/").content.decode()
    assert inn(bruker).get("/min-side/passord/").status_code == 200
