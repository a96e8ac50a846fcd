"""The tour: register → payout → explain → approve → correct → the next quarter pays the difference.

In a real browser, with a real worker, in both languages, without an accessibility violation on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db.models import Sum
from django.utils import timezone
from playwright.sync_api import Page

from integrering.grunnmur import visning
from integrering.grunnmur.kroner import formater
from integrering.grunnmur.kvartal import Kvartal, tidligste_utbetaling
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests.e2e.brukeren import Brukeren
from tests.e2e.tiden import la_tiden_gaa
from tests.e2e.verden import FLYKTNINGTJENESTEN, GODKJENNER, RAADGIVER, lag_verden
from tilskudd.models import Kjoering, Linje


@pytest.fixture
def deltaker(egen_database: str) -> Person:
    """The participant of the tour."""
    return lag_verden()


@pytest.mark.parametrize("spraak", ["nb", "nn"])
def test_fra_registrering_til_godkjent_utbetaling_og_rettelsen_etterpaa(
    deltaker: Person, sted: str, superbruker_dsn: str, ny_side: Callable[..., Page], spraak: str
) -> None:
    i_dag = timezone.localdate()
    siste = Kvartal.for_dato(i_dag).forrige()
    foerste = siste.forrige()
    du = Brukeren(ny_side(), sted, spraak)

    # The municipality registers; it is told from which quarter that counts before anything is saved.
    du.logg_inn(FLYKTNINGTJENESTEN)
    _registrer_begge(du, deltaker, start=i_dag - timedelta(days=390), fra=foerste.fra, til=siste.til)
    # Half a year passes: both registrations were made before the first quarter ended.
    la_tiden_gaa(superbruker_dsn, timedelta(days=(i_dag - foerste.til).days + 5))

    du.logg_inn(RAADGIVER)
    _beregn_og_send(du, foerste)
    _forklar_fylkets_linje(du, foerste)
    du.logg_inn(GODKJENNER)
    _godkjenn(du, foerste)

    # The municipality finds that the period ended after one month, and corrects it.
    ny_slutt = foerste.fra + timedelta(days=29)
    du.logg_inn(FLYKTNINGTJENESTEN)
    _rett_sluttdato(du, deltaker, ny_slutt)
    la_tiden_gaa(superbruker_dsn, timedelta(days=(i_dag - siste.til).days + 5))

    du.logg_inn(RAADGIVER)
    _beregn_og_send(du, siste)
    _forskjellen_er_noeyaktig(siste, dager=(foerste.til - ny_slutt).days)
    du.logg_inn(GODKJENNER)
    _godkjenn(du, siste)


def _registrer_begge(du: Brukeren, person: Person, *, start: date, fra: date, til: date) -> None:
    du.gaa("/personer/")
    du.fyll(soek=person.duf_skrevet)
    du.sjekk()
    du.side.locator("main form[role=search] button").first.click()
    du.side.wait_for_url("**/personer/*-*/")  # one hit: straight to the person
    du.sjekk()
    adresse = du.side.url
    assert person.duf not in adresse
    _registrer(du, adresse, "vedtak", vedtaksdato=start, startdato=start)
    leste = _registrer(
        du,
        adresse,
        "fulltid-videregaaende",
        skole="Prøve videregående skole",
        fra=fra,
        til=til,
        timer_per_uke="30",
    )
    ventet = visning.kvartal(tidligste_utbetaling(timezone.now()))
    assert ventet in leste


def _registrer(du: Brukeren, personside: str, slag: str, **felter: date | str) -> str:
    """Fill in, see the check page, save; return what the check page said."""
    du.side.goto(f"{personside}{slag}/ny/")
    du.sjekk()
    du.fyll(**{navn: _skrevet(verdi) for navn, verdi in felter.items()})
    du.send()
    du.sjekk()
    leste = du.leser()
    du.side.click("button[name=steg][value=lagre]")
    du.side.wait_for_url(personside)
    return leste


def _skrevet(verdi: date | str) -> str:
    return verdi if isinstance(verdi, str) else f"{verdi:%d.%m.%Y}"


def _beregn_og_send(du: Brukeren, kvartal: Kvartal) -> None:
    du.gaa(f"/tilskudd/kvartal/{kvartal.slug}/beregn/")
    du.sjekk()
    du.send()
    du.side.wait_for_url(f"**/tilskudd/kvartal/{kvartal.slug}/", timeout=120_000)
    du.sjekk()
    du.trykk("Send til godkjenning")
    du.sjekk()
    du.send()
    du.side.wait_for_url(f"**/tilskudd/kvartal/{kvartal.slug}/")
    du.sjekk()


def _forklar_fylkets_linje(du: Brukeren, kvartal: Kvartal) -> None:
    """Open the county, one line, and read why it is what it is."""
    du.side.get_by_role("link", name="Trøndelag fylkeskommune").first.click()
    du.sjekk()
    with kontekst(motor_kontekst()):
        linje = (
            Linje.objects.filter(
                kjoering__tilstand="til_godkjenning", mottaker__type="fylkeskommune", kvartal=kvartal.indeks
            )
            .select_related("person")
            .first()
        )
    assert linje is not None
    du.gaa(f"/tilskudd/linje/{linje.pk}/")
    du.sjekk()
    leste = du.leser()
    for noe in (formater(linje.beloep), "36 500 kr"):
        assert noe.replace("\u00a0", " ") in leste
    du.gaa(f"/tilskudd/person/{linje.person.noekkel}/")
    du.sjekk()


def _godkjenn(du: Brukeren, kvartal: Kvartal) -> None:
    du.gaa(f"/tilskudd/kvartal/{kvartal.slug}/")
    du.trykk("Kontroller og godkjenn")
    du.sjekk()
    du.send()
    du.side.wait_for_url(f"**/tilskudd/kvartal/{kvartal.slug}/")
    with kontekst(motor_kontekst()):
        assert Kjoering.objects.get(kvartal=kvartal.indeks).tilstand == "godkjent"


def _rett_sluttdato(du: Brukeren, person: Person, til: date) -> None:
    du.gaa(f"/personer/{person.noekkel}/")
    du.side.locator("a[href*='/fulltid-videregaaende/'][href$='/rett/']").first.click()
    du.fyll(til=_skrevet(til), aarsak="Sluttet på skolen tidligere enn planlagt")
    du.send()
    du.sjekk()
    du.side.click("button[name=steg][value=lagre]")
    du.side.wait_for_url(f"**/personer/{person.noekkel}/")
    du.gaa(f"/personer/{person.noekkel}/historikk/")
    du.sjekk()
    assert "Sluttet på skolen tidligere enn planlagt" in du.leser()


def _forskjellen_er_noeyaktig(kvartal: Kvartal, *, dager: int) -> None:
    """What the county loses of the quarter before, the municipality gets; nothing else of it moves."""
    with kontekst(motor_kontekst()):
        rettet = Linje.objects.filter(kjoering__kvartal=kvartal.indeks, kvartal=kvartal.forrige().indeks)
        fylket = rettet.filter(mottaker__type="fylkeskommune").aggregate(kr=Sum("beloep"), dager=Sum("dager"))
        assert fylket["dager"] == -dager
        assert fylket["kr"] < 0
        assert rettet.aggregate(kr=Sum("beloep"))["kr"] == 0
