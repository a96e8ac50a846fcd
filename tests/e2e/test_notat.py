"""In a browser: the note loses no letter: a lost connection, an expired session, two tabs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from karriere.models import Notatutkast, Sak, Senterveileder
from tests.e2e.brukeren import PASSORD, Brukeren
from tests.e2e.verden import lag_e2e_bruker
from tests.karriere.hjelp import lag_sak, lag_senter, om, saksbehandler, som

pytestmark = pytest.mark.e2e
STATUS = "[data-autolagring-status]"


@pytest.fixture
def sak(egen_database: str) -> Sak:
    """A case at a centre with two counsellors who can log in."""
    senter = lag_senter()
    for navn in ("veil", "kollega"):
        lag_e2e_bruker(navn, Rolle.KARRIEREVEILEDER)
        aktoer = aktoer_med_rolle(navn, Rolle.KARRIEREVEILEDER)
        assert aktoer
        with som(saksbehandler()) as av:
            Senterveileder.objects.create(
                senter=senter, bruker_id=aktoer.bruker_id, fra=om(-1), lagt_til_av_id=av.bruker_id
            )
    return lag_sak()


@pytest.fixture
def veileder(sak: Sak, sted: str, ny_side: Callable[..., Page]) -> Brukeren:
    """A counsellor with the note open."""
    du = Brukeren(ny_side(), sted, "nb")
    du.logg_inn("veil")
    du.gaa(_sti(sak))
    return du


def _sti(sak: Sak) -> str:
    return f"/karriere/sak/{sak.noekkel}/notat/"


def _skriv(side: Page, tekst: str) -> None:
    side.locator("[name=oensker]").press_sequentially(tekst)


def _lagret() -> str:
    with som(saksbehandler()):
        utkast = Notatutkast.objects.first()
    return utkast.oensker if utkast else ""


def _logg_inn_i_nytt_vindu(side: Page, sted: str, hvem: str) -> None:
    vindu = side.context.new_page()
    vindu.goto(f"{sted}/logg-inn/")
    vindu.fill("[name=username]", hvem)
    vindu.fill("[name=password]", PASSORD)
    vindu.locator("main form button:not([type=button]), main form input[type=submit]").first.click()
    vindu.wait_for_load_state()
    vindu.close()


def test_det_som_skrives_lagres_av_seg_selv(veileder: Brukeren) -> None:
    _skriv(veileder.side, "Arbeide som kokk")
    expect(veileder.side.locator(STATUS)).to_contain_text("Lagret kl.")
    assert _lagret() == "Arbeide som kokk"
    veileder.sjekk()
    _skriv(veileder.side, ". Er sykmeldt")
    expect(veileder.side.locator("[data-autolagring-liste]")).to_contain_text("«sykmeldt»")
    veileder.side.reload()  # nothing asks before the page is left: it is saved
    assert veileder.side.input_value("[name=oensker]") == "Arbeide som kokk. Er sykmeldt"


def test_uten_forbindelse_og_tilbake(veileder: Brukeren) -> None:
    side = veileder.side
    side.context.set_offline(True)
    _skriv(side, "Skrevet i tunnelen")
    expect(side.locator(STATUS)).to_contain_text("ingen forbindelse")
    assert _lagret() == ""
    side.context.set_offline(False)
    expect(side.locator(STATUS)).to_contain_text("Lagret kl.")
    assert _lagret() == "Skrevet i tunnelen"


def test_utloept_sesjon_og_innlogging_i_et_annet_vindu(veileder: Brukeren) -> None:
    side = veileder.side
    side.context.clear_cookies(name="sessionid")
    _skriv(side, "Skrevet etter at sesjonen var ute")
    expect(side.locator(STATUS)).to_contain_text("logget ut")
    expect(side.get_by_role("link", name="Logg inn i et nytt vindu")).to_be_visible()
    assert _lagret() == ""
    _logg_inn_i_nytt_vindu(side, veileder.sted, "veil")
    expect(side.locator(STATUS)).to_contain_text("Lagret kl.")
    assert _lagret() == "Skrevet etter at sesjonen var ute"
    expect(side.get_by_role("link", name="Logg inn i et nytt vindu")).to_be_hidden()


def test_en_annens_innlogging_lagrer_ikke_min_tekst(veileder: Brukeren) -> None:
    side = veileder.side
    side.context.clear_cookies(name="sessionid")
    _logg_inn_i_nytt_vindu(side, veileder.sted, "kollega")
    _skriv(side, "Min tekst")
    expect(side.locator(STATUS)).to_contain_text("en annen er logget inn")
    assert _lagret() == ""
    assert side.input_value("[name=oensker]") == "Min tekst"


def test_to_faner(veileder: Brukeren, sak: Sak) -> None:
    foerste, andre = veileder.side, veileder.side.context.new_page()
    andre.goto(veileder.sted + _sti(sak))
    _skriv(foerste, "Fra den første")
    expect(foerste.locator(STATUS)).to_contain_text("Lagret kl.")
    _skriv(andre, "Fra den andre")
    expect(andre.locator(STATUS)).to_contain_text("lagret i et annet vindu")
    assert _lagret() == "Fra den første"
    andre.get_by_role("button", name="Lagre utkast").click()
    andre.wait_for_load_state()
    siden = andre.inner_text("main")
    assert "Fra den første" in siden and "mens du skrev" in siden
    assert andre.input_value("[name=oensker]") == "Fra den andre"
    andre.get_by_role("button", name="Lagre utkast").click()
    andre.wait_for_load_state()
    assert _lagret() == "Fra den andre"


def test_uten_javascript_er_det_en_knapp(sak: Sak, sted: str, ny_side: Callable[..., Page]) -> None:
    du = Brukeren(ny_side(bredde=320, javascript=False), sted, "nn")
    du.logg_inn("veil")
    du.gaa(_sti(sak))
    du.side.fill("[name=oensker]", "Utan skript")
    du.trykk("Lagre utkast")
    assert du.t("Utkastet er lagret.") in du.side.inner_text("#meldinger")
    assert _lagret() == "Utan skript"
    du.er_smal_nok()
