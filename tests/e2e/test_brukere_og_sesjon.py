"""In a real browser: a user is invited in few activations, and no text is lost when the session ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Rolletildeling
from integrering.tilgang.roller import Rolle
from tests.e2e.brukeren import PASSORD, Brukeren
from tests.e2e.verden import lag_e2e_bruker

TEKST = "Lyngdal skole, der de har skrevet lenge"


@pytest.fixture
def brukerne(egen_database: str) -> None:
    """The two kinds of administrator, and the auditor."""
    lag_e2e_bruker("forvalter", Rolle.KOMMUNE_ADMINISTRATOR)
    lag_e2e_bruker("admin", Rolle.ADMINISTRATOR)
    lag_e2e_bruker("revisor", Rolle.INNSYNSREVISOR)


@pytest.mark.e2e
@pytest.mark.usefixtures("brukerne")
@pytest.mark.parametrize(("bredde", "javascript"), [(1280, True), (320, False)])
def test_inviter_i_faa_trykk(sted: str, ny_side: Callable[..., Page], bredde: int, javascript: bool) -> None:
    """Three fields and one press from the list; every page accessible, also with errors, also at 320 px."""
    du = Brukeren(ny_side(bredde=bredde, javascript=javascript), sted, "nb")

    def sjekk() -> None:
        if javascript:
            du.sjekk()
        du.er_smal_nok()

    du.logg_inn("forvalter")
    du.gaa("/brukere/")
    sjekk()
    du.trykk("Inviter bruker")
    du.send()
    assert "Fyll ut fornavn." in du.leser()
    sjekk()
    du.fyll(fornavn="Nora", etternavn="Nybruker", epost="nora@trondheim.example")
    du.side.get_by_label("Flyktningtjenesten i kommunen").check()
    du.send()
    assert "Nora Nybruker" in du.leser()
    with kontekst(motor_kontekst()):
        pk = Rolletildeling.objects.get(bruker__first_name="Nora").pk
    for sti in (f"/brukere/{pk}/", f"/brukere/{pk}/steng/", "/min-side/", "/min-side/passord/"):
        du.gaa(sti)
        sjekk()
    du.logg_inn("admin")
    for sti in ("/brukere/virksomheter/", "/brukere/virksomheter/ny/", "/innsynslogg/"):
        du.gaa(sti)
        sjekk()
    du.side.context.clear_cookies()
    for sti in ("/glemt-passord/", "/invitasjon/", "/nytt-passord/"):
        du.gaa(sti)
        sjekk()


@pytest.mark.e2e
@pytest.mark.usefixtures("brukerne")
@pytest.mark.parametrize("javascript", [True, False])
def test_utloept_sesjon_mister_ingen_tekst(sted: str, ny_side: Callable[..., Page], javascript: bool) -> None:
    """Typed, logged out, sent, logged in on the page that comes, sent with one press: saved as typed."""
    side = ny_side(javascript=javascript)
    du = Brukeren(side, sted, "nb")
    du.logg_inn("admin")
    du.gaa("/brukere/virksomheter/ny/")
    du.fyll(navn=TEKST, nummer="974760673")
    side.get_by_label("Skole").check()
    side.context.clear_cookies(name="sessionid")
    du.send()
    assert "det du skrev er tatt vare på" in du.leser()
    if javascript:
        du.sjekk()
    side.fill("[name=username]", "admin")
    side.fill("[name=password]", PASSORD)
    du.send()
    assert TEKST in du.leser()
    if javascript:
        du.sjekk()
    du.send()
    assert f"{TEKST} er opprettet" in side.inner_text("body")


@pytest.mark.e2e
@pytest.mark.usefixtures("brukerne")
def test_innlogget_i_en_annen_fane(sted: str, ny_side: Callable[..., Page]) -> None:
    """The token was renewed by the login in the other tab: one press more, and nothing is lost."""
    side = ny_side()
    du = Brukeren(side, sted, "nb")
    du.logg_inn("admin")
    du.gaa("/brukere/virksomheter/ny/")
    du.fyll(navn=TEKST, nummer="974760673")
    side.get_by_label("Skole").check()
    side.context.clear_cookies(name="sessionid")
    annen = Brukeren(side.context.new_page(), sted, "nb")
    annen.gaa("/logg-inn/")
    annen.side.fill("[name=username]", "admin")
    annen.side.fill("[name=password]", PASSORD)
    annen.send()
    du.send()
    assert TEKST in du.leser()
    du.send()
    assert f"{TEKST} er opprettet" in side.inner_text("body")
