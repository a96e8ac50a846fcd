"""The outbox: nothing lost, nothing sent twice; no address, name or key in logs."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django.fixtures import Settings

from integrering.grunnmur.logg import uten_verdier
from integrering.tilgang import actions, epost
from integrering.tilgang.actions import utboks
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Sending, Utsending
from integrering.tilgang.tasks import send_epost
from tests.fabrikk import lag_bruker

pytestmark = pytest.mark.django_db
SLAG = "test.epost"


@pytest.fixture
def kari(monkeypatch: pytest.MonkeyPatch) -> Bruker:
    """A reader of nynorsk, and a kind of e-mail."""
    monkeypatch.setitem(
        epost._slag,
        SLAG,
        lambda rad: epost.Brev("Emne\r\nBcc: x", "tilgang/epost/ny_rolle.txt", {"lenke": "/"}),
    )
    bruker = lag_bruker(brukernavn="kari")
    Bruker.objects.filter(pk=bruker.pk).update(email="kari@kommune.example")
    return Bruker.objects.get(pk=bruker.pk)


def rad() -> Utsending:
    with kontekst(motor_kontekst()):
        return Utsending.objects.get()


def feil_fra_tjeneren(feil: Exception) -> Callable[..., Any]:
    def send(*a: Any, **k: Any) -> None:
        raise feil

    return send


def test_sendes_en_gang(kari: Bruker) -> None:
    """Sent, marked, and not sent again; a header cannot be put in by the subject."""
    actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    assert actions.send_utboks() == 1 and actions.send_utboks() == 0
    (brev,) = mail.outbox
    assert (brev.to, brev.bcc, brev.subject) == (["kari@kommune.example"], [], "Emne Bcc: x")
    assert (rad().tilstand, rad().forsoek) == (Sending.SENDT, 1)


def test_samme_noekkel_bestilles_en_gang(kari: Bruker) -> None:
    """Two orders with one key are one e-mail; without a key they are two."""
    for _ in range(2):
        actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG, noekkel="a")
        actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    assert actions.send_utboks() == 3


def test_proeves_igjen_og_gis_opp(
    kari: Bruker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A server that is down: later and later, six times; the log names no address."""
    actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    monkeypatch.setattr(epost, "send", feil_fra_tjeneren(OSError("kari@kommune.example nede")))
    naa = timezone.now()
    for nr, minutter in enumerate((0, 1, 5, 15, 60, 240), start=1):
        naa += timedelta(minutes=minutter, seconds=1)
        with time_machine.travel(naa, tick=False):
            assert actions.send_utboks() == 0
        assert rad().forsoek == nr
    assert (rad().tilstand, rad().feil) == (Sending.FEILET, "OSError")
    assert "epost_feilet" in caplog.text and "kari" not in caplog.text


def test_avvist_adresse_proeves_ikke_igjen(kari: Bruker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server says that there is no such address."""
    actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    monkeypatch.setattr(epost, "send", feil_fra_tjeneren(smtplib.SMTPRecipientsRefused({})))
    actions.send_utboks()
    assert (rad().tilstand, rad().feil) == (Sending.FEILET, "adressen ble avvist")


def test_draept_arbeider_sender_ikke_to_ganger(kari: Bruker) -> None:
    """A worker that died while sending leaves a row that says so; nobody sends it again."""
    actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    assert utboks._ta_neste() is not None
    assert actions.send_utboks() == 0 and rad().tilstand == Sending.SENDES
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        assert actions.send_utboks() == 0
    assert rad().tilstand == Sending.UVISST and mail.outbox == []


@pytest.mark.parametrize("mangler", [{"email": ""}, {"is_active": False}])
def test_uten_mottaker(kari: Bruker, mangler: dict[str, Any]) -> None:
    """Nobody to send to is written on the row."""
    Bruker.objects.filter(pk=kari.pk).update(**mangler)
    actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    assert actions.send_utboks() == 0
    assert (rad().tilstand, rad().feil) == (Sending.FEILET, "ingen mottaker")


def test_ikke_lenger_noe_aa_si(kari: Bruker, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has lost its reason is put away."""
    monkeypatch.setitem(epost._slag, SLAG, lambda rad: None)
    actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    assert actions.send_utboks() == 0 and mail.outbox == []
    assert rad().tilstand == Sending.SENDT


def test_bare_saa_mange_om_gangen(kari: Bruker) -> None:
    """A run ends; the next one goes on."""
    for _ in range(3):
        actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    assert (actions.send_utboks(mest=2), actions.send_utboks(mest=2)) == (2, 1)


def test_arbeideren_vekkes_etter_lagring(
    kari: Bruker, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    """After commit, not before; a broker that is down is no error."""
    vekket: list[bool] = []
    monkeypatch.setattr(send_epost, "apply_async", lambda **k: vekket.append(True))
    with django_capture_on_commit_callbacks(execute=True):
        actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
        assert vekket == []
    assert vekket == [True]
    monkeypatch.setattr(send_epost, "apply_async", feil_fra_tjeneren(OSError("nede")))
    with django_capture_on_commit_callbacks(execute=True):
        actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    send_epost()
    assert len(mail.outbox) == 2


@pytest.mark.parametrize(("spraak", "ord_"), [("nb", "Du har fått en ny rolle"), ("nn", "rolle")])
def test_paa_leserens_spraak(kari: Bruker, spraak: str, ord_: str) -> None:
    """In the language the user reads."""
    Bruker.objects.filter(pk=kari.pk).update(maalform=spraak)
    actions.legg_i_utboks(bruker_id=kari.pk, slag=SLAG)
    actions.send_utboks()
    assert ord_ in mail.outbox[0].body


def test_proev_epost(settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """The command sends one, or says what is wrong."""
    call_command("proev_epost", "drift@fylket.example")
    assert mail.outbox[0].to == ["drift@fylket.example"] and settings.NETTADRESSE in mail.outbox[0].body
    assert "E-posten er sendt" in capsys.readouterr().out
    monkeypatch.setattr(epost, "send_til", feil_fra_tjeneren(OSError("nede")))
    with pytest.raises(CommandError, match="nede"):
        call_command("proev_epost", "drift@fylket.example")
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    with pytest.raises(CommandError, match="ikke satt opp"):
        call_command("proev_epost", "drift@fylket.example")


def test_noekler_staar_ikke_i_logger() -> None:
    """Neither in Django's log nor in the web server's, where the whole line and the referer stand."""
    from gunicorn.config import Config

    from integrering.grunnmur.tilgangslogg import UtenNoekler

    assert uten_verdier('"GET /invitasjon/hemmelig-1/ HTTP/1.1"') == '"GET /invitasjon/…/ HTTP/1.1"'
    assert uten_verdier("Not Found: /nytt-passord/abc_DEF?x=1") == "Not Found: /nytt-passord/…?x=1"

    class Svar:
        status, sent = "200 OK", 1
        headers = (("Location", "/invitasjon/"),)

    class Foresporsel:
        headers = (("REFERER", "https://x.example/nytt-passord/hemmelig/"),)

    miljoe = {
        "REQUEST_METHOD": "GET", "RAW_URI": "/invitasjon/hemmelig/", "PATH_INFO": "/invitasjon/hemmelig/",
        "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_REFERER": "https://x.example/nytt-passord/hemmelig/",
    }  # fmt: skip
    linje = UtenNoekler(Config()).atoms(Svar(), Foresporsel(), miljoe, timedelta(seconds=1))
    assert "hemmelig" not in str(linje) and "/invitasjon/…/" in str(linje)
