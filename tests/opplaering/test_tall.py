"""The figures of the training: what each counts, small numbers, and the lists behind."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.nir.models import Norskmaal, Person, Proeve, Sluttmaal
from integrering.rapporter.rules.skoleaar import skoleaar, skoleaarets_navn
from integrering.tilgang.roller import Rolle
from opplaering.models import Resultat
from opplaering.rules.tall import dager_til_maalet, midterste, plassen_trengs, satt_for_plass_i
from tests import fabrikk
from tests.fabrikk import ANNEN_SKOLE, SKOLE, STEINKJER, TRONDHEIM, lag_person
from tests.klasser.nettleser import tekst
from tests.opplaering.hjelp import FRA, I_DAG, lag_skolegang, registrer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
DELTAKERE, PLASSER = "deltakere-i-videregaaende", "plasser-i-videregaaende"


# --- Rules ---


@pytest.mark.parametrize(
    ("satt", "aar"),
    [(date(2026, 7, 31), 2026), (date(2026, 8, 1), 2026), (date(2026, 8, 2), 2027), (date(2027, 1, 4), 2027)],
)
def test_skoleaaret_plassen_trengs(satt: date, aar: int) -> None:
    """A goal set on the first day of a school year leads to a place that year; a day later, the next."""
    assert plassen_trengs(satt) == aar


@pytest.mark.parametrize("aar", [2024, 2026])
def test_dagene_et_maal_settes_for_en_plass_et_skoleaar(aar: int) -> None:
    """The first and last of them lead to that year; the days around to the years beside."""
    fra, til = satt_for_plass_i(aar)
    assert (fra, til) == (date(aar - 1, 8, 2), date(aar, 8, 1))
    en = timedelta(days=1)
    assert [plassen_trengs(dag) for dag in (fra - en, fra, til, til + en)] == [aar - 1, aar, aar, aar + 1]


@pytest.mark.parametrize(
    ("dager", "svar"), [([], 0), ([7], 7), ([1, 9], 5), ([1, 2, 30], 2), ([1, 2], 2), ([3, 4], 4)]
)
def test_den_midterste(dager: list[int], svar: int) -> None:
    assert midterste(dager) == svar


def test_dager_til_maalet() -> None:
    """Days are from the first day at school; a goal that was reached before took none."""
    assert dager_til_maalet(date(2026, 8, 17), date(2026, 8, 27)) == 10
    assert dager_til_maalet(date(2026, 8, 17), date(2026, 6, 1)) == 0


# --- Reports ---


def rapporten(leser: Client, navn: str) -> Any:
    return leser.get(reverse("rapport", args=[navn])).context["rapport"]


def tallene(tabell: Any) -> dict[str, list[int]]:
    """Return row → counts, of the rows that have any."""
    return {rad.navn: tall for rad in tabell.rader if any(tall := [c.verdi for c in rad.celler])}


def lag_maal(person: Person, maal: str, fra: date) -> None:
    fabrikk.registrer(Sluttmaal, person, registrert=None, maal=maal, fra=fra)


def test_deltakere_etter_kommune_og_skole(klient: Client, kommuneklient: Client) -> None:
    """Those at a school today; never one with a protected address; a municipality counts its own."""
    for _nr in range(2):
        lag_skolegang(lag_person())
    lag_skolegang(lag_person(kommune=STEINKJER), ANNEN_SKOLE, maalgruppe="plikt")
    lag_skolegang(lag_person(), til=I_DAG - timedelta(days=1))
    lag_skolegang(lag_person(), fra=I_DAG + timedelta(days=1))
    lag_skolegang(lag_person(adressebeskyttelse="fortrolig"))
    per_kommune, per_skole = (tallene(t) for t in rapporten(klient, DELTAKERE).tabeller[:2])
    assert per_kommune == {
        "Trondheim": [2, 0, 0, 0, 2],
        "Steinkjer": [0, 0, 1, 0, 1],
        "I alt": [2, 0, 1, 0, 3],
    }
    skole, annen = (fabrikk.virksomhet(nr).navn for nr in (SKOLE, ANNEN_SKOLE))
    assert per_skole == {skole: [2, 0, 0, 0, 2], annen: [0, 0, 1, 0, 1], "I alt": [2, 0, 1, 0, 3]}
    egne = rapporten(kommuneklient, DELTAKERE).tabeller
    assert tallene(egne[0]) == {"Trondheim": [2, 0, 0, 0, 2]}
    assert {k: v[-1] for k, v in tallene(egne[1]).items()} == {skole: 2, "I alt": 2}


def test_deltakere_etter_framdrift_og_nivaa(klient: Client) -> None:
    """The level is reached in all four parts; without a goal nothing can be told of the progress."""
    naadd, uten_maal = lag_person(), lag_person(kommune=STEINKJER)
    b1 = dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "b1")
    fabrikk.registrer(Norskmaal, naadd, registrert=None, slag="nivaa", fra=FRA, **b1)
    fabrikk.registrer(Proeve, naadd, registrert=None, proeve="norskproeve", dato=FRA, **b1)
    for person in (naadd, uten_maal):
        lag_skolegang(person)
    framdrift, nivaa = rapporten(klient, DELTAKERE).tabeller[2:]
    assert tallene(framdrift) == {
        "Trondheim": [1, 0, 0, 0, 1],
        "Steinkjer": [0, 0, 0, 1, 1],
        "I alt": [1, 0, 0, 1, 2],
    }
    assert nivaa.kolonner == ("under A1", "A1", "A2", "B1", "B2", "C1", "Ikke prøvd i alle deler", "I alt")
    assert tallene(nivaa)["I alt"] == [0, 0, 0, 1, 0, 0, 1, 2]
    for tabell, kommune, nr, person in (
        (framdrift, "Trondheim", 0, naadd), (nivaa, "Trondheim", 3, naadd),
        (nivaa, "Steinkjer", 6, uten_maal),
    ):  # fmt: skip
        rad = next(rad for rad in tabell.rader if rad.navn == kommune)
        assert [r.person for r in klient.get(rad.celler[nr].lenke).context["liste"].objekter] == [person]


def test_tallet_foerer_til_listen_og_smaa_tall_er_skjult_for_revisor(klient: Client) -> None:
    person = lag_person(etternavn="Her")
    lag_skolegang(person)
    celle = next(
        rad for rad in rapporten(klient, DELTAKERE).tabeller[0].rader if rad.navn == "Trondheim"
    ).celler[0]
    assert (celle.verdi, celle.skjult) == (1, True)
    assert [rad.person for rad in klient.get(celle.lenke).context["liste"].objekter] == [person]
    revisor = inn(fabrikk.lag_bruker(Rolle.INNSYNSREVISOR))
    side = revisor.get(reverse("rapport", args=[DELTAKERE]))
    assert "Trondheim : Skjult" in tekst(side).replace("Skjult :", ": Skjult")
    fil: Any = klient.post(reverse("rapport_hent", args=[DELTAKERE]), {"tabell": "0", "format": "csv"})
    assert (fil.status_code, b"".join(fil.streaming_content)[:2]) == (200, b"PK")
    fil.close()


def test_ventede_plasser_etter_siste_maal(klient: Client) -> None:
    """The last goal counts; the year is the first to begin after it was set; and who has begun."""
    venter, gaar, sluttet, byttet, arbeid = (lag_person(etternavn=n) for n in "ABCDE")
    i_fjor = I_DAG - timedelta(days=400)
    for person in (venter, gaar, sluttet, byttet):
        lag_maal(person, "vgo", i_fjor)
    lag_maal(arbeid, "arbeid_uten_vgs", i_fjor)
    lag_maal(byttet, "arbeid_uten_vgs", I_DAG)
    lag_maal(lag_person(adressebeskyttelse="fortrolig"), "vgo", i_fjor)
    tidlig = lag_person(kommune=STEINKJER)
    lag_maal(tidlig, "fag_og_yrke", date(2015, 1, 1))
    lag_maal(lag_person(), "vgo", I_DAG + timedelta(days=1))
    lag_skolegang(gaar)
    lag_skolegang(sluttet, fra=FRA, til=FRA + timedelta(days=9))
    aar, tilstand = rapporten(klient, PLASSER).tabeller
    assert aar.kolonner[0] == "Tidligere"
    assert aar.kolonner[-2] == skoleaarets_navn(skoleaar(I_DAG) + 1)
    ventet_kolonne = aar.kolonner.index(skoleaarets_navn(plassen_trengs(i_fjor)))
    assert [tallene(aar)["Trondheim"][i] for i in (0, ventet_kolonne, -1)] == [0, 3, 3]
    assert tallene(aar)["Steinkjer"][0] == 1
    celler = {rad.navn: rad.celler for rad in aar.rader}
    for celle, ventet in (
        (celler["Trondheim"][ventet_kolonne], [venter, gaar, sluttet]), (celler["I alt"][0], [tidlig]),
    ):  # fmt: skip
        assert [r.person for r in klient.get(celle.lenke).context["liste"].objekter] == ventet
    assert tallene(tilstand) == {"Trondheim": [1, 1, 1, 3], "Steinkjer": [1, 0, 0, 1], "I alt": [2, 1, 1, 4]}
    rad = next(rad for rad in tilstand.rader if rad.navn == "Trondheim")
    for celle, ventet in zip(rad.celler, ([venter], [gaar], [sluttet], [venter, gaar, sluttet]), strict=True):
        liste = klient.get(celle.lenke).context["liste"]
        assert [r.person for r in liste.objekter] == ventet


def test_andelen_som_naar_minstekravet_og_tiden_til_maalet(klient: Client) -> None:
    """Standpunkt 2 in norsk; a passed test of social studies; the goal by the municipality's own test."""
    god, svak, nabo = lag_person(), lag_person(), lag_person(kommune=STEINKJER)
    for person in (god, svak, nabo):
        lag_skolegang(person, fra=FRA)
    for person, karakter in ((god, 2), (svak, 1)):
        registrer(
            Resultat, person, slag="standpunkt", fag="norsk", karakter=karakter, dato=FRA + timedelta(days=5)
        )
    registrer(Resultat, nabo, slag="samfunnskunnskap", resultat="bestaatt", dato=FRA + timedelta(days=6))
    a2 = dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "a2")
    for person in (god, svak):
        fabrikk.registrer(Norskmaal, person, registrert=None, slag="nivaa", fra=FRA, **a2)
    fabrikk.registrer(Proeve, god, registrert=None, proeve="norskproeve", dato=FRA + timedelta(days=9), **a2)
    lag_skolegang(lag_person(adressebeskyttelse="fortrolig"), fra=FRA)
    valg = {"skoleaar": skoleaar(FRA + timedelta(days=9))}
    svar: Any = klient.get(reverse("rapport", args=["resultater-i-videregaaende"]), valg)
    norsk, samf, tid = svar.context["rapport"].tabeller
    rader = {rad.navn: rad.celler for rad in norsk.rader}
    assert [c.verdi for c in rader["Trondheim"][:3]] == [1, 1, 2]
    assert (rader["I alt"][3].teller, rader["I alt"][3].nevner) == (1, 3)
    assert {rad.navn: rad.celler[0].verdi for rad in samf.rader if rad.celler[0].verdi} == {
        "Steinkjer": 1, "I alt": 1,
    }  # fmt: skip
    tidene = {rad.navn: rad.celler for rad in tid.rader}
    antall, median = tidene["Trondheim"]
    assert (antall.verdi, median.verdi, antall.skjult, median.skjult) == (1, 9, True, True)
    assert tidene["Steinkjer"][1].tekst == "–"
    for celle, ventet in (
        (rader["Trondheim"][0], {god}), (rader["Trondheim"][1], {svak}),
        (rader["I alt"][2], {god, svak, nabo}), (antall, {god}),
        (samf.rader[-1].celler[0], {nabo}), (samf.rader[-1].celler[1], {god, svak}),
    ):  # fmt: skip
        liste: Any = klient.get(celle.lenke).context["liste"]
        assert set(liste.objekter) == ventet


def test_siden_med_tallene(klient: Client, kommuneklient: Client, skoleklient: Client) -> None:
    for leser, status in ((klient, 200), (kommuneklient, 200), (skoleklient, 403)):
        assert leser.get(reverse("opplaeringstall")).status_code == status
    lest = tekst(klient.get(reverse("opplaeringstall")))
    assert "Ventede plasser i videregående for voksne" in lest
    lag_maal(lag_person(etternavn="Vår"), "vgo", I_DAG)
    lag_maal(lag_person(etternavn="Nabo", kommune=STEINKJER), "vgo", I_DAG)
    plasser = tekst(kommuneklient.get(reverse("vgo_plasser")))
    assert ("Vår" in plasser, "Nabo" in plasser) == (True, False)
    assert "Nabo" in tekst(klient.get(f"{reverse('vgo_plasser')}?kommune={STEINKJER}"))
    assert TRONDHEIM not in plasser
