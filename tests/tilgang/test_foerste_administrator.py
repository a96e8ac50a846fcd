"""`manage.py foerste_administrator`: someone must make the first user of an empty installation."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from integrering.tilgang.management.commands import foerste_administrator
from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilgang.hjelp import PASSORD, inn

pytestmark = pytest.mark.django_db
GODT = "et godt og langt passord 2099"


def lag(brukernavn: str = "kari", *valg: str) -> str:
    ut = StringIO()
    call_command("foerste_administrator", brukernavn, *valg, stdout=ut)
    return ut.getvalue()


@pytest.fixture
def svar(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is typed when the command asks."""
    svar: list[str] = [GODT, GODT]
    monkeypatch.setattr(foerste_administrator, "getpass", lambda _spoersmaal: svar.pop(0))
    yield svar


@pytest.mark.usefixtures("svar")
def test_den_foerste_kan_logge_inn_og_lage_de_andre() -> None:
    assert lag() == "kari er administrator og kan logge inn.\n"
    kari = Bruker.objects.get(username="kari")
    assert (kari.check_password(GODT), kari.is_staff, kari.is_superuser) == (True, True, False)
    rolle = Rolletildeling.objects.get(bruker=kari)
    assert (rolle.rolle, rolle.virksomhet.nummer, rolle.kan_se_skjermede) == ("administrator", "50", False)
    klient: Client = inn(kari)
    assert klient.get(reverse("admin:tilgang_bruker_add")).status_code == 200


def test_passordet_fra_en_miljoevariabel(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError, match="HEMMELIG er tom"):
        lag("kari", "--passord-fra", "HEMMELIG")
    monkeypatch.setenv("HEMMELIG", GODT)
    lag("kari", "--passord-fra", "HEMMELIG")
    assert Bruker.objects.get(username="kari").check_password(GODT)


@pytest.mark.usefixtures("svar", "motor")
def test_bare_den_foerste() -> None:
    fabrikk.lag_bruker(Rolle.ADMINISTRATOR)
    with pytest.raises(CommandError, match="finnes alt en administrator"):
        lag()
    assert not Bruker.objects.filter(username="kari").exists()


@pytest.mark.usefixtures("svar", "motor")
def test_en_administrator_som_ikke_kan_logge_inn_teller_ikke() -> None:
    sluttet = fabrikk.lag_bruker(Rolle.ADMINISTRATOR)
    Bruker.objects.filter(pk=sluttet.pk).update(is_active=False)
    lag()
    assert Bruker.objects.filter(username="kari", is_active=True).exists()


@pytest.mark.parametrize(
    ("brukernavn", "skrevet", "hvorfor"),
    [
        ("kari", [PASSORD, "noe annet"], "ikke like"),
        ("kari", ["kort", "kort"], "for kort"),
        ("kari nordmann", [GODT, GODT], "gyldig brukernavn"),
        ("", [GODT, GODT], "."),
        ("ola", [GODT, GODT], "eksisterer allerede|finnes allerede|brukernavn"),
    ],
)
@pytest.mark.usefixtures("motor")
def test_det_som_ikke_gaar_lagrer_ingenting(
    svar: list[str], brukernavn: str, skrevet: list[str], hvorfor: str
) -> None:
    fabrikk.lag_bruker(Rolle.TILSKUDDSRAADGIVER, brukernavn="ola")
    svar[:] = skrevet
    with pytest.raises(CommandError, match=hvorfor):
        lag(brukernavn)
    assert not Rolletildeling.objects.filter(rolle=Rolle.ADMINISTRATOR).exists()


def test_uten_terminal_sies_veien(monkeypatch: pytest.MonkeyPatch) -> None:
    def ingen(_spoersmaal: str) -> str:
        raise EOFError

    monkeypatch.setattr(foerste_administrator, "getpass", ingen)
    with pytest.raises(CommandError, match="--passord-fra"):
        lag()


def test_passordets_lengde_sies_paa_norsk() -> None:
    assert "Passordet må ha minst 12 tegn." in password_validators_help_texts()
