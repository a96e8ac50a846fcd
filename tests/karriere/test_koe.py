"""Veiledningskøen: hvem som er neste, fanene, og det som gjøres med flere."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from integrering.grunnmur.visning import dato
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from karriere.models import Sak
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker
from tests.karriere.hjelp import lag_med_rett, lag_sak, lag_senter, lag_veileder, lag_veiledet, om
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
KOE = "/karriere/"


def _inn(rolle: Rolle = Rolle.FYLKE_SAKSBEHANDLER, nummer: str = "") -> Client:
    return inn(lag_bruker(rolle, nummer))


def _som(aktoer: Any) -> Client:
    return inn(Bruker.objects.get(pk=aktoer.bruker_id))


def _sett(sak: Sak, **felt: Any) -> None:
    with kontekst(motor_kontekst()):
        Sak.objects.filter(pk=sak.pk).update(**felt)


def _side(klient: Client, sporring: str = "") -> str:
    svar = klient.get(KOE + sporring)
    assert svar.status_code == 200
    return svar.content.decode()


def test_den_som_haster_mest_staar_foerst_i_foerste_fane_med_noen() -> None:
    lag_sak(bosatt=om(-20), fornavn="Senere")
    lag_sak(bosatt=om(-100), fornavn="Litt", etternavn="Over")
    lag_sak(bosatt=om(-130), fornavn="Mest", etternavn="Over")
    side = _side(_inn())
    assert side.index("Over, Mest") < side.index("Over, Litt")
    assert "Senere" not in side  # the next tab
    assert "Over fristen (2)" in side and "Venter (1)" in side and "Alle som venter (3)" in side
    assert "dager over" in side


def test_den_som_har_faatt_vedtak_kommer_sist() -> None:
    """Veiledningen skal komme før vedtaket: for den som har fått det, haster det mindre."""
    _sett(lag_sak(bosatt=om(-200), fornavn="Vedtatt", etternavn="Lenge"), intro_vedtak=om(-90))
    lag_sak(bosatt=om(-100), fornavn="Uten", etternavn="Vedtak")
    klient = _inn()
    side = _side(klient)
    assert side.index("Vedtak, Uten") < side.index("Lenge, Vedtatt")
    assert dato(om(-90)) in side  # the list says why
    etter_frist = _side(klient, "?sorter=frist")
    assert etter_frist.index("Lenge, Vedtatt") < etter_frist.index("Vedtak, Uten")


def test_koen_aapnes_der_noen_venter_uten_vedtak() -> None:
    over = lag_sak(bosatt=om(-200), fornavn="Vedtatt")
    _sett(over, intro_vedtak=om(-90))
    venter = lag_sak(bosatt=om(-20), fornavn="Uten")
    klient = _inn()
    side = _side(klient)
    assert "Uten" in side and "Vedtatt" not in side
    assert "Over fristen (1)" in side
    _sett(venter, intro_vedtak=om(0))
    assert "Vedtatt" in _side(klient)  # nobody is left without a decision: the first tab with anyone


def test_neste_side_begynner_der_den_forrige_sluttet() -> None:
    for nr in range(30):
        sak = lag_sak(bosatt=om(-100 - nr), fornavn=f"Nummer{nr:02}")
        if nr % 2:
            _sett(sak, intro_vedtak=om(-1))
    klient = _inn()
    foerste = _side(klient, "?antall=25")
    lenke = re.search(r'href="(\?[^"]*etter=[^"]*)"', foerste)
    assert lenke
    andre = _side(klient, lenke[1].replace("&amp;", "&"))
    navn = re.findall(r"Nummer\d\d(?=</a>)", foerste) + re.findall(r"Nummer\d\d(?=</a>)", andre)
    uten = [f"Nummer{nr:02}" for nr in range(28, -1, -2)]
    assert navn == uten + [f"Nummer{nr:02}" for nr in range(29, 0, -2)]


def test_fanene_og_de_som_er_ferdige() -> None:
    _sett(lag_sak(fornavn="Vent"), paa_vent_til=om(5), paa_vent_grunn="bortreist")
    person = lag_med_rett(fornavn="Ferdig")
    lag_veiledet(person, om(-1))
    lag_sak(person)
    klient = _inn()
    assert "Vent" in _side(klient, "?fane=paa_vent")
    assert "Ferdig" not in _side(klient, "?fane=alle")
    assert "Ferdig" in _side(klient, "?utfall=gjennomfoert")


def test_veilederen_ser_foerst_sine_egne_sentre() -> None:
    mitt = lag_senter(TRONDHEIM)
    lag_senter(STEINKJER)
    lag_sak(fornavn="Min")
    lag_sak(fornavn="Andres", kommune=STEINKJER)
    klient = _som(lag_veileder(mitt))
    side = _side(klient)
    assert "Min" in side and "Andres" not in side
    assert "Andres" in _side(klient, "?senter=alle")


@pytest.mark.parametrize(
    ("sporring", "vises"),
    [
        ("?kartlegging=mangler", True),
        ("?vedtak=mangler", True),
        ("?vedtak=fattet", False),
        ("?spraak=ukr", False),
        ("?rett=rett", False),
        ("?rett=rett_og_plikt", True),
        ("?veileder=ingen", True),
        ("?veileder=mine", False),
        ("?senter=ingen", True),
        ("?kommune=5006", False),
    ],
)
def test_filter(sporring: str, vises: bool) -> None:
    lag_sak(fornavn="Filtrert")
    assert ("Filtrert" in _side(_inn(), sporring)) is vises


def test_feil_filter_sies_og_ingenting_vises() -> None:
    svar = _inn().get(f"{KOE}?rett=tull")
    assert svar.status_code == 422


def test_kommunen_ser_sine_egne_og_kan_ikke_velge() -> None:
    lag_sak(fornavn="Egen")
    lag_sak(fornavn="Fremmed", kommune=STEINKJER)
    side = _side(_inn(Rolle.KOMMUNE_FLYKTNINGTJENESTE))
    assert "Egen" in side and "Fremmed" not in side
    assert 'name="valgt"' not in side


@pytest.mark.parametrize(
    "sporring", ["", "?fane=alle", "?utfall=gjennomfoert", f"?fane=alle&kommune={TRONDHEIM}&spraak=ara"]
)
def test_sidens_spoerringer_er_faa(sporring: str) -> None:
    for _nr in range(5):
        lag_sak()
    assert antall_spoerringer(_inn(), f"{KOE}{sporring}") <= 10


def test_flere_tildeles_og_oppgaven_foelger_med() -> None:
    senter = lag_senter()
    veileder = lag_veileder(senter)
    saker = [lag_sak() for _nr in range(2)]
    klient = _som(veileder)
    valgt = {"valgt": [str(s.noekkel) for s in saker], "tilbake": KOE, "handling": "tildel"}
    spoer = klient.post(f"{KOE}valgte/", valgt)
    assert spoer.status_code == 200 and "Tildel 2 saker" in spoer.content.decode()
    svar = klient.post(f"{KOE}valgte/", valgt | {"bekreft": "ja", "veileder": str(veileder.bruker_id)})
    assert svar.status_code == 302
    with kontekst(motor_kontekst()):
        assert set(Sak.objects.values_list("veileder_id", flat=True)) == {veileder.bruker_id}
        oppgaver = Oppgave.objects.filter(regel="KARRIERE_FRIST")
        assert {o.ansvarlig_id for o in oppgaver} == {veileder.bruker_id}


def test_flere_settes_paa_vent_med_grunn_og_dag() -> None:
    sak, klient = lag_sak(), _inn()
    valgt = {"valgt": [str(sak.noekkel)], "tilbake": KOE, "handling": "vent", "bekreft": "ja"}
    feil = klient.post(f"{KOE}valgte/", valgt | {"grunn": "", "til": "i morgen"})
    assert feil.status_code == 422
    for_lenge = klient.post(
        f"{KOE}valgte/", valgt | {"grunn": "bortreist", "til": om(400).strftime("%d.%m.%Y")}
    )
    assert for_lenge.status_code == 422 and "om et år" in for_lenge.content.decode()
    klient.post(f"{KOE}valgte/", valgt | {"grunn": "bortreist", "til": om(10).strftime("%d.%m.%Y")})
    with kontekst(motor_kontekst()):
        sak.refresh_from_db()
    assert (sak.paa_vent_til, sak.paa_vent_grunn) == (om(10), "bortreist")


def test_uten_valg_sies_det() -> None:
    svar = _inn().post(
        f"{KOE}valgte/", {"handling": "tildel", "tilbake": "https://annet.example/"}, follow=True
    )
    assert svar.redirect_chain[0][0] == KOE
    assert "Velg minst én rad" in svar.content.decode()
