"""Behov og tilbud fra planene, ved siden av fylkets vurderinger og på kommunens side i en runde."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from integrering.tilgang.roller import Rolle
from regionalt.planer.models import Sikkerhet
from tests.bosetting.hjelp import lag_runde
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker, virksomhet
from tests.lister.hjelp import antall_spoerringer
from tests.planer.hjelp import lag_behov, lag_plan, lag_tilbud, om
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
FLEST = 10


def _sider(rolle: Rolle = Rolle.FYLKE_SAKSBEHANDLER) -> list[str]:
    """Return the texts of the two pages about Trondheim."""
    klient = inn(lag_bruker(rolle))
    runde = lag_runde()
    adresser = (
        reverse("kunnskap:kommune", args=[TRONDHEIM]),
        reverse("bosetting:kommune", args=[runde.noekkel, TRONDHEIM]),
    )
    return [klient.get(a).content.decode() for a in adresser]


def test_behov_og_tilbud_med_kilde_og_plan() -> None:
    """What holds here or in the whole county, with source and day; what is another's or past is not there."""
    plan = lag_plan(tittel="Plan for helsefag")
    lag_behov(
        yrke="Kokk", antall=15, opplaering="Fagbrev", kommune_id=virksomhet(TRONDHEIM).pk,
        kilde="Nav 2026", kilde_dato=date(2026, 3, 2), sikkerhet=Sikkerhet.KILDE, plan_id=plan.pk,
    )  # fmt: skip
    lag_behov(yrke="Sveiser", kommune_id=virksomhet(STEINKJER).pk)
    lag_behov(yrke="Fisker", gjelder_til=om(-1))
    lag_behov(yrke="Renholder", antall=1)
    lag_tilbud(navn="Helsefag for voksne", plasser=24, maalgruppe="Voksne")
    lag_tilbud(navn="Barnefag")
    for tekst in _sider():
        for ord_ in (
            "Behov for arbeidskraft i planene", "Kokk", "15 personer, Fagbrev", "Nav 2026, 02.03.2026",
            "Plan for helsefag", "Renholder", "1 person", "Eksempel", "Hele fylket",
            "Prøve vgs, Voksne, 24 plasser", "Prøve vgs, ukjent antall plasser",
            f"{reverse('planer:behovene')}?kommune={TRONDHEIM}",
        ):  # fmt: skip
            assert ord_ in tekst, ord_
        assert "Sveiser" not in tekst
        assert "Fisker" not in tekst


def test_ingenting_er_registrert() -> None:
    """It is said, and where to add it."""
    for tekst in _sider():
        assert "Ingen behov for arbeidskraft er registrert for kommunen eller hele fylket." in tekst
        assert "Ingen tilbud er registrert for kommunen eller hele fylket." in tekst
        assert reverse("planer:tilbudene") in tekst


def test_kommunen_leser_sine_uten_lenker() -> None:
    """A municipality sees its own and the county's, without links and drafts of plans."""
    plan = lag_plan(tittel="Et utkast")
    lag_behov(yrke="Kokk", kommune_id=virksomhet(TRONDHEIM).pk, plan_id=plan.pk)
    lag_behov(yrke="Sveiser", kommune_id=virksomhet(STEINKJER).pk)
    lag_behov(yrke="Renholder")
    kommunens = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE))
    tekst = kommunens.get(reverse("kunnskap:kommune", args=[TRONDHEIM])).content.decode()
    assert "Kokk" in tekst
    assert "Renholder" in tekst
    for uten in ("Sveiser", "Et utkast", reverse("planer:behovene")):
        assert uten not in tekst


def test_antall_spoerringer() -> None:
    """The pages cost the same whatever there is."""
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    runde = lag_runde()
    plan = lag_plan()
    for nr in range(5):
        lag_behov(yrke=f"Yrke {nr}", kommune_id=virksomhet(TRONDHEIM).pk, plan_id=plan.pk)
        lag_tilbud(navn=f"Tilbud {nr}")
    for adresse in (
        reverse("kunnskap:kommune", args=[TRONDHEIM]),
        reverse("bosetting:kommune", args=[runde.noekkel, TRONDHEIM]),
    ):
        assert antall_spoerringer(klient, adresse) <= FLEST, adresse
