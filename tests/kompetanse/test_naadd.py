"""Which municipalities are reached, and what others show of courses and gatherings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.tilgang.roller import Rolle
from regionalt.kompetanse import actions, tall
from regionalt.kompetanse.models import Arrangement, Oekt
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker
from tests.kompetanse.hjelp import I_DAG, alle, lag_arrangement, meld_paa, oekt, saksbehandler
from tests.ledelse.hjelp import hjuldagene, lederens_tall
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _holdt(*numre: str, tema: str = "norsk") -> Arrangement:
    """Return an event held yesterday with two from each of these municipalities; one more did not come."""
    a, av = lag_arrangement(dager=-1, tema=tema), saksbehandler()
    moett = [
        meld_paa(a, f"{navn}{nr}", nummer="50", virksomheten=nr).pk for nr in numre for navn in ("Anna", "Bo")
    ]
    meld_paa(a, "Borte", nummer="50", virksomheten="5037")
    (session,) = (o for o in alle(Oekt) if o.arrangement_id == a.pk)
    with kontekst(kontekst_for(av)):
        actions.sett_oppmoete(arrangement=a, versjon=2, moett=[(p, session.pk) for p in moett], av=av)
        actions.merk_holdt(arrangement=a, versjon=3, av=av)
    return a


def test_listen_viser_hvem_vi_ikke_har_naadd(klient: Client) -> None:
    """Reached is where someone came, this year, about the theme; registered only does not count."""
    aar = timezone.localdate(_holdt(TRONDHEIM).start).year
    _holdt(STEINKJER, tema="helse")
    liste = reverse("kompetanse:naadde")
    for filter_, naadd, ikke in (
        ({}, ["Trondheim", "Steinkjer"], ["Levanger"]),
        ({"tema": "helse"}, ["Steinkjer"], ["Trondheim", "Levanger"]),
        ({"aar": str(aar - 1)}, [], ["Trondheim", "Steinkjer"]),
    ):
        felles = {"antall": "100", "aar": str(aar) if aar != I_DAG.year else ""} | filter_
        ja = klient.get(liste, felles | {"naadd": "ja"}).content.decode()
        nei = klient.get(liste, felles | {"naadd": "nei"}).content.decode()
        for navn in ("Trondheim", "Steinkjer", "Levanger"):
            assert (f">{navn}<" in ja) is (navn in naadd)
            assert (f">{navn}<" in nei) is (navn not in naadd)
        assert all(f">{navn}<" in nei for navn in ikke)


def test_lederens_tall(klient: Client) -> None:
    aar = timezone.localdate(_holdt(TRONDHEIM, STEINKJER).start)
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        funnet = lederens_tall("kurs_naadd", aar)
        assert funnet is not None
        assert funnet.verdi == f"2 av {kommuner_i_fylket().count()}"


def test_kapittelet_teller_per_tema() -> None:
    """Those who came, not those who were registered; each municipality once."""
    aar = timezone.localdate(_holdt(TRONDHEIM, STEINKJER).start).year
    _holdt(TRONDHEIM)
    lag_arrangement()
    with kontekst(kontekst_for(saksbehandler())):
        tabell, _nettverk = tall.kapittel(aar)
        assert [(r[1], r[2], r[3]) for r in tabell.rader] == [(2, 6, 2)]
        assert tall.kapittel(1999)[0].rader == ()


def test_hjulet_har_arrangementene_og_fristene() -> None:
    """A deadline inside the time is there though the event is not; one that is called off is gone."""
    frist = I_DAG + timedelta(days=10)
    lag_arrangement(tittel="Over to dager", oekter=(oekt(20), oekt(21)), frist=frist)
    lag_arrangement(tittel="Avlyst", tilstand="avlyst")
    lag_arrangement(tittel="Utkast", tilstand="utkast")
    av = saksbehandler()

    def dager(fra: date, til: date) -> list[tuple[str, date, date | None, bool]]:
        with kontekst(kontekst_for(av)):
            return [(d.tittel, d.dato, d.til, d.frist) for d in hjuldagene("kurs", fra, til)]

    om_20, om_21 = I_DAG + timedelta(days=20), I_DAG + timedelta(days=21)
    kurset = ("Over to dager", om_20, om_21, False)
    fristen = ("Påmeldingsfrist: Over to dager", frist, None, True)
    assert dager(I_DAG, om_21) == [kurset, fristen]
    assert dager(om_21, om_21) == [kurset]
    assert dager(I_DAG, frist) == [fristen]


def test_panelet_paa_kommunens_side(klient: Client) -> None:
    """What they came to, and what they are invited to; not what is for others."""
    a = _holdt(TRONDHEIM)
    for tittel, kommuner in (("Felles", ()), ("Vårt", (TRONDHEIM,)), ("Andres", (STEINKJER,))):
        lag_arrangement(tittel=tittel, kommuner=kommuner)
    for browser in (klient, inn(lag_bruker())):
        side = browser.get(reverse("kommune", args=[TRONDHEIM])).content.decode()
        panel = side[side.index('id="kurs"') :]
        assert "Felles" in panel and "Vårt" in panel and "Andres" not in panel
        assert panel.count(str(a.noekkel)) == 1
        assert f'href="{reverse("kompetanse:eksempler")}"' in panel
        assert antall_spoerringer(browser, reverse("kommune", args=[TRONDHEIM])) <= 10
    tom = klient.get(reverse("kommune", args=["5037"])).content.decode()
    assert "Ingen har møtt ennå." in tom
