"""The ten most frequent tasks, counted in activations from the front page (`brukerflate.md` §2).

Each is done with the pointer, by keyboard alone, and without JavaScript, and counted in all three ways.

Tasks of the list whose pages belong to parts not built yet (career, classes, year-end) are not here; the ten
that are, are the most frequent of those that exist.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from integrering.grunnmur.kvartal import Kvartal
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from tests.e2e.teller import Tastaturet, Teller, UtenJavascript, ny_utoever
from tests.e2e.tiden import la_tiden_gaa
from tests.e2e.verden import (
    FLYKTNINGTJENESTEN,
    GODKJENNER,
    RAADGIVER,
    lag_e2e_bruker,
    lag_verden,
)
from tests.fabrikk import lag_person, lag_vedtak, lag_vgo
from tilskudd import actions as tilskudd

SAKSBEHANDLER, KOMMUNEADMIN = "saksbehandler", "kommuneadministrator"
I_DAG = timezone.localdate()
Maate = type[UtenJavascript]
alle_maater = pytest.mark.parametrize("maate", [Teller, Tastaturet, UtenJavascript])


@pytest.fixture
def deltaker(egen_database: str) -> Person:
    """A participant in Trondheim who lacks both registrations, and the tasks that follow."""
    person = lag_verden()
    lag_e2e_bruker(SAKSBEHANDLER, Rolle.FYLKE_SAKSBEHANDLER)
    lag_e2e_bruker(KOMMUNEADMIN, Rolle.KOMMUNE_ADMINISTRATOR)
    oppdater_kilde("nir")
    return person


@alle_maater
def test_flyktningtjenestens_oppgaver(
    maate: Maate, deltaker: Person, sted: str, ny_side: Callable[..., Page], tmp_path: Path
) -> None:
    du = ny_utoever(maate, ny_side, sted)
    du.logg_inn(FLYKTNINGTJENESTEN)
    _foerste_oppgave_er_paa_skjermen(du)
    with du.hoeyst(2, "Finn en person på DUF-nummer"):
        _aapne_personen(du, deltaker)
    with du.hoeyst(3, "Sett en oppgave på vent med grunn og ny dato"):
        du.velg(du.side.locator("main a[href^='/oppgaver/']:has-text('edtak')"))
        du.kryss(du.side.locator("input[name=vent-grunn]"))
        du.velg(du.side.locator("form:has([name=handling][value=vent]) button"))
    assert "På vent" in du.leser()
    with du.hoeyst(6, "Registrer vedtak og startdato"):
        _aapne_personen(du, deltaker)
        du.velg(du.side.locator("main a[href$='/vedtak/ny/']"))
        start = f"{I_DAG - timedelta(days=390):%d.%m.%Y}"
        du.fyll(vedtaksdato=start, startdato=start)
        du.send()
        du.velg(du.side.locator("button[name=steg][value=lagre]"))
        du.side.wait_for_url("**/personer/*-*/")
    with du.hoeyst(6, "Registrer vedtak om introduksjonsprogram"):
        _aapne_personen(du, deltaker)
        du.velg(du.side.locator("main a[href$='/introduksjonsprogram/']"))
        du.velg(du.side.locator("main a[href$='/vedtak-introduksjonsprogram/ny/']"))
        du.fyll(vedtaksdato=start, startdato=start)
        du.send()
        du.velg(du.side.locator("button[name=steg][value=lagre]"))
        du.side.wait_for_url("**/introduksjonsprogram/")
    with du.hoeyst(2, "Se alt som mangler for en person, og åpne det neste"):
        _aapne_personen(du, deltaker)
    assert "Registrer" in du.leser()
    with du.hoeyst(5, "Registrer fulltid videregående med start og slutt"):
        _aapne_personen(du, deltaker)
        du.velg(du.side.locator("main a[href$='/fulltid-videregaaende/ny/']"))
        foerste = Kvartal.for_dato(I_DAG).forrige().forrige()
        du.fyll(
            skole="Prøve videregående skole",
            fra=f"{foerste.fra:%d.%m.%Y}",
            til=f"{I_DAG + timedelta(days=30):%d.%m.%Y}",
            timer_per_uke="30",
        )
        du.send()
        du.velg(du.side.locator("button[name=steg][value=lagre]"))
        du.side.wait_for_url("**/personer/*-*/")
    _importer(du, tmp_path, deltaker)


def _foerste_oppgave_er_paa_skjermen(du: UtenJavascript) -> None:
    """All of it at 1280 × 800; at 320 px it begins on the first screen."""
    for bredde, hele in ((320, False), (1280, True)):
        du.side.set_viewport_size({"width": bredde, "height": 800})
        du.gaa("/")
        boks = du.side.locator("main tbody tr").first.bounding_box()
        assert boks
        assert boks["y"] + (boks["height"] if hele else 0) < 800, bredde


def _aapne_personen(du: UtenJavascript, person: Person) -> None:
    du.soek(person.duf_skrevet)
    du.side.wait_for_url("**/personer/*-*/")


def _importer(du: UtenJavascript, mappe: Path, person: Person) -> None:
    """From Excel's CSV with one error, through the preview, to the receipt."""
    fil = mappe / "stans.csv"
    fil.write_text(
        f"duf;ordning;fra;varighet;grunn\r\n{person.duf};norsk;01.09.2026;permanent;fravaer\r\n"
        f"{person.duf};norsk;31.02.2026;permanent\r\n",
        encoding="utf-8-sig",
    )
    with du.hoeyst(6, "Importer fra fil med forhåndsvisning av feil"):
        du.velg(du.side.locator("nav.hovedmeny a[href='/import/']"))
        du.velg(du.side.locator("a[href='/import/ny/stans/']"))
        du.last_opp(du.side.locator("main input[type=file]"), fil)
        du.send()
        du.side.locator("form[action$='/bekreft/'] button").wait_for(timeout=120_000)
        assert "Linje" in du.leser()
        du.velg(du.side.locator("form[action$='/bekreft/'] button"))
        du.side.wait_for_url("**/import/kvitteringer/*-*/", timeout=120_000)
    assert "Avvist" in du.leser()


@alle_maater
def test_fylkets_oppgaver(maate: Maate, deltaker: Person, sted: str, ny_side: Callable[..., Page]) -> None:
    for nummer in ("5006", "5007", "5014", "5020", "5021"):
        lag_person(kommune=nummer)
    oppdater_kilde("nir")
    du = ny_utoever(maate, ny_side, sted)
    du.logg_inn(SAKSBEHANDLER)
    with du.hoeyst(6, "Send påminning til kommunene, hver på sin målform"):
        du.velg(du.side.locator("nav.hovedmeny a[href='/brev/']"))
        du.velg(du.side.locator("a[href$='velg=mangler']"))
        du.send()
        du.velg(du.side.locator("button[name=steg][value=lagre]"))
        du.side.wait_for_url("**/brev/flere/*-*/**", timeout=120_000)
        du.velg(du.lenke("Merk alle som sendt"))
        du.send()
    with du.hoeyst(3, "Last ned listen over personer i Excel"):
        du.velg(du.side.locator("nav.hovedmeny a[href='/personer/']"))
        assert du.last_ned(du.lenke("Last ned Excel")).suggested_filename.endswith(".xlsx")
    with du.hoeyst(5, "Skriv melding til kommunen og se kvitteringen"):
        _aapne_personen(du, deltaker)
        du.velg(du.lenke("Skriv melding"))
        du.velg_foerste(du.side.locator("main select[name=emne]"))
        du.fyll(tekst="Vi mangler sluttdatoen for perioden.")
        du.send()
        if du.side.locator("button[name=bekreft]").count():
            du.velg(du.side.locator("button[name=bekreft]"))
    assert "Trondheim" in du.leser()
    du.logg_inn(KOMMUNEADMIN)
    with du.hoeyst(4, "Gi en ny kollega tilgang"):
        du.velg(du.side.locator("nav.hovedmeny a[href='/brukere/']"))
        du.velg(du.lenke("Inviter bruker"))
        du.fyll(fornavn="Nora", etternavn="Prøvesen", epost="nora.proevesen@example.org")
        du.kryss(du.side.locator("main input[name=rolle]"))
        du.send()
    assert "Nora" in du.leser()


@alle_maater
def test_tilskuddsraadgiverens_oppgaver(
    maate: Maate, deltaker: Person, sted: str, superbruker_dsn: str, ny_side: Callable[..., Page]
) -> None:
    siste = Kvartal.for_dato(I_DAG).forrige()
    lag_vedtak(deltaker, startdato=I_DAG - timedelta(days=390))
    lag_vgo(deltaker, fra=siste.forrige().fra, til=siste.til)
    la_tiden_gaa(superbruker_dsn, timedelta(days=(I_DAG - siste.forrige().til).days + 5))
    raadgiver = aktoer_med_rolle(RAADGIVER, Rolle.TILSKUDDSRAADGIVER)
    godkjenner = aktoer_med_rolle(GODKJENNER, Rolle.TILSKUDDSGODKJENNER)
    assert raadgiver and godkjenner
    with kontekst(motor_kontekst()):
        kjoering = tilskudd.beregn_kjoering(kvartal=siste, av=raadgiver)
        tilskudd.send_til_godkjenning(kjoering=kjoering, av=raadgiver)
    du = ny_utoever(maate, ny_side, sted)
    du.logg_inn(RAADGIVER)
    with du.hoeyst(2, "Se kvartalets beregning og forskjellen fra forrige"):
        du.velg(du.side.locator("main a[href*='/tilskudd/kvartal/']"))
    assert "Trøndelag fylkeskommune" in du.leser()
    with du.hoeyst(2, "Forklar beløpet for én person"):
        _aapne_personen(du, deltaker)
        du.velg(du.side.locator("main a[href*='/tilskudd/person/']"))
    assert "kr" in du.leser()
