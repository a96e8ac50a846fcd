"""In a browser: nobody overwrites what a colleague saved meanwhile, and an expired session loses no text.

A task on hold, the minutes of a meeting, the correction of a registration, the draft of a message; what each
form does is tested one by one beside its page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page

from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from tests.e2e.brukeren import PASSORD, Brukeren
from tests.e2e.verden import lag_e2e_bruker
from tests.fabrikk import FYLKET, lag_person, lag_vedtak, virksomhet
from tests.utveksling.meldinger.post import lag_utkast
from tests.utveksling.moeter.hjelp import lag_moete

I_DAG = timezone.localdate()
ROLLE = Rolle.KOMMUNE_FLYKTNINGTJENESTE


@dataclass(frozen=True)
class Skjemaet:
    """A form two may have open: its page, the form, the field, what each types there, and other answers."""

    sti: str
    skjema: str
    felt: str
    foerst: str
    saa: str
    fast: tuple[tuple[str, str], ...] = ()
    kryss: str = ""
    konflikt: str = "mens du skrev"

    def svar(self, side: Page, tekst: str) -> None:
        """Fill it in."""
        if self.kryss:
            side.locator(self.kryss).first.check()
        for navn, verdi in (*self.fast, (self.felt, tekst)):
            side.fill(f"{self.skjema} [name={navn}]", verdi)

    def knapp(self, side: Page) -> Locator:
        """The button that sends it."""
        return side.locator(f"{self.skjema} :is(button:not([type=button]), input[type=submit])").first


@pytest.fixture
def skjemaene(egen_database: str) -> list[Skjemaet]:
    """The four forms, each of something that is there, and the two colleagues."""
    for navn in ("anne", "bodil"):
        lag_e2e_bruker(navn, ROLLE)
    anne = aktoer_med_rolle("anne", ROLLE)
    assert anne
    with kontekst(motor_kontekst()):
        uten_vedtak = lag_person(bosatt_fra=I_DAG - timedelta(days=200))
        person = lag_person(etternavn="Medvedtak", bosatt_fra=I_DAG - timedelta(days=200))
        vedtak = lag_vedtak(person, startdato=I_DAG - timedelta(days=100))
    oppdater_kilde("nir")
    with kontekst(motor_kontekst()):
        oppgave = Oppgave.objects.get(person=uten_vedtak)
    moete, utkast = lag_moete(anne, dager=-1), lag_utkast(anne, virksomhet(FYLKET))
    rett = f"/personer/{person.noekkel}/vedtak/{vedtak.registrering_id}/rett/"
    return [
        Skjemaet(
            f"/oppgaver/{oppgave.noekkel}/", "main form:has([name=handling][value=vent])", "vent-til",
            _dag(20), _dag(30), kryss="input[name=vent-grunn]",
        ),
        Skjemaet(f"/moeter/{moete.noekkel}/referat/", "main form", "referat", "Enige.", "Uenige."),
        Skjemaet(
            rett, "main form", "startdato", _dag(-90), _dag(-80), fast=(("aarsak", "Feil i brevet"),),
        ),
        Skjemaet(f"/meldinger/utkast/{utkast.noekkel}/", "main form", "tekst", "Et forslag.", "Et annet."),
    ]  # fmt: skip


def _dag(om: int) -> str:
    return f"{I_DAG + timedelta(days=om):%d.%m.%Y}"


def _lagre(du: Brukeren, skjema: Skjemaet) -> None:
    """Send it, and decide where the answers are to be looked over first."""
    skjema.knapp(du.side).click()
    du.side.wait_for_load_state()
    if du.side.locator("button[name=steg][value=lagre]").count():
        du.side.locator("button[name=steg][value=lagre]").click()
        du.side.wait_for_load_state()


@pytest.mark.e2e
def test_to_skriver_i_det_samme(skjemaene: list[Skjemaet], sted: str, ny_side: Callable[..., Page]) -> None:
    """Both have it open; the second is told, sees both, and has the own text in the form."""
    anne, bodil = (Brukeren(ny_side(), sted, "nb") for _ in range(2))
    anne.logg_inn("anne")
    bodil.logg_inn("bodil")
    for skjema in skjemaene:
        for du in (anne, bodil):
            du.gaa(skjema.sti)
        skjema.svar(anne.side, skjema.foerst)
        _lagre(anne, skjema)
        assert skjema.konflikt not in anne.leser(), skjema.sti
        skjema.svar(bodil.side, skjema.saa)
        _lagre(bodil, skjema)
        assert skjema.konflikt in bodil.leser(), skjema.sti
        skrevet = bodil.side.locator(f"{skjema.skjema} [name={skjema.felt}]")
        assert skjema.saa in (skrevet.input_value() if skrevet.count() else bodil.leser()), skjema.sti
        bodil.sjekk()


@pytest.mark.e2e
@pytest.mark.parametrize("javascript", [True, False])
def test_utloept_sesjon_mister_ingenting(
    skjemaene: list[Skjemaet], sted: str, ny_side: Callable[..., Page], javascript: bool
) -> None:
    """Typed, logged out, sent, logged in on the page that comes, sent with one press: there as typed."""
    side = ny_side(javascript=javascript)
    du = Brukeren(side, sted, "nb")
    du.logg_inn("anne")
    for skjema in skjemaene:
        du.gaa(skjema.sti)
        skjema.svar(side, skjema.foerst)
        side.context.clear_cookies(name="sessionid")
        skjema.knapp(side).click()
        side.wait_for_load_state()
        assert "det du skrev er tatt vare på" in du.leser(), skjema.sti
        side.fill("[name=username]", "anne")
        side.fill("[name=password]", PASSORD)
        du.send()
        du.send()
        assert skjema.foerst in du.leser(), skjema.sti
