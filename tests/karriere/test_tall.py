"""Karriereveiledning i tall: i målgruppen, i tide, før vedtaket, median, tolk, og små tall som skjules."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from integrering.rapporter.tall import Rapport, Talltabell
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from karriere.for_ledelsen import aaret, i_tide, spoer
from karriere.models import Sak
from karriere.rapportene.veiledning import VEILEDNING
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker
from tests.karriere.hjelp import (
    I_DAG,
    lag_med_rett,
    lag_sak,
    lag_senter,
    lag_veiledet,
    om,
    saksbehandler,
    som,
)
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


def _rapport(av: Aktoer, grense: int = 1, **valg: Any) -> Rapport:
    with som(av):
        return VEILEDNING.lag(av, valg, grense)


def _tabell(rapport: Rapport, tittel: str) -> Talltabell:
    return next(t for t in rapport.tabeller if t.tittel == tittel)


def _rad(tabell: Talltabell, navn: str) -> dict[str, str]:
    rad = next(r for r in tabell.rader if r.navn == navn)
    return {k: str(c.i_fil()) for k, c in zip(tabell.kolonner, rad.celler, strict=True)}


def _veiledet(bosatt: int, etter_dager: int, kommune: str = TRONDHEIM, **felt: Any) -> Sak:
    person = lag_med_rett(bosatt=om(bosatt), kommune=kommune)
    lag_veiledet(person, om(bosatt + etter_dager))
    sak = lag_sak(person)
    if felt:
        with kontekst(motor_kontekst()):
            Sak.objects.filter(pk=sak.pk).update(**felt)
    return sak


def test_i_tide_andel_og_median() -> None:
    for dager in (30, 60, 120):
        _veiledet(-150, dager)
    lag_sak(bosatt=om(-150))  # nobody has guided this one
    lag_sak(bosatt=om(-10))  # has time left: not counted
    rad = _rad(_tabell(_rapport(saksbehandler()), "Innen tre måneder etter bosetting"), "Trondheim")
    assert rad["Innen fristen"] == "2"
    assert rad["Etter fristen"] == "1"
    assert rad["Ikke veiledet, over fristen"] == "1"
    assert rad["Andel: innen fristen"] == "50 %"
    assert rad["Dager fra bosetting, median"] == "60"


def test_foer_vedtaket_ogsaa_naar_det_ikke_er_noe_vedtak() -> None:
    _veiledet(-150, 30)
    _veiledet(-150, 30, intro_vedtak=om(-120))
    _veiledet(-150, 31, intro_vedtak=om(-120))
    rad = _rad(_tabell(_rapport(saksbehandler()), "Før eller etter vedtaket"), "Trondheim")
    assert (rad["Veiledet før vedtaket"], rad["Veiledet etter vedtaket"], rad["I alt"]) == ("2", "1", "3")


def test_notatet_og_om_det_er_lest() -> None:
    _veiledet(-100, 30, notat_ferdig=om(-60), har_anbefaling=True, overlevert=om(-60), lest=om(-50))
    _veiledet(-100, 30, notat_ferdig=om(-60), overlevert=om(-60))
    _veiledet(-100, 30)
    rapport = _rapport(saksbehandler())
    notat = _rad(_tabell(rapport, "Notat til kommunen"), "Trondheim")
    assert [notat[k] for k in ("Notat med anbefaling", "Notat uten anbefaling", "Uten notat")] == [
        "1",
        "1",
        "1",
    ]
    lest = _rad(_tabell(rapport, "Lest av kommunen"), "Trondheim")
    assert [lest[k] for k in ("Lest før vedtaket", "Lest etter vedtaket", "Ikke lest")] == ["1", "0", "1"]


@pytest.mark.parametrize("etter", ["kommune", "senter", "tillatelse", "kvartal"])
def test_hver_fordeling_teller_alle(etter: str) -> None:
    lag_senter(TRONDHEIM)
    _veiledet(-150, 30)
    lag_sak(bosatt=om(-20), tillatelse="9e")
    lag_sak(bosatt=om(-400), kommune=STEINKJER)
    tabell = _tabell(_rapport(saksbehandler(), etter=etter), "Hvor veiledningen står")
    assert _rad(tabell, "I alt")["I alt"] == "3"


def test_kommunen_ser_bare_sine_egne() -> None:
    lag_sak(bosatt=om(-20))
    lag_sak(bosatt=om(-20), kommune=STEINKJER)
    tabell = _tabell(_rapport(lag_aktoer()), "Hvor veiledningen står")
    assert [rad.navn for rad in tabell.rader] == ["Trondheim"]
    assert _rad(tabell, "Trondheim")["I alt"] == "1"


def test_smaa_tall_skjules_ogsaa_medianen() -> None:
    for _nr in range(3):
        _veiledet(-150, 30)
    tabell = _tabell(_rapport(saksbehandler(), grense=5), "Innen tre måneder etter bosetting")
    rad = _rad(tabell, "Trondheim")
    assert rad["Innen fristen"] == rad["Dager fra bosetting, median"] == ":"


def test_aar_og_kommune_kan_velges() -> None:
    i_aar = timezone.localdate().year
    lag_sak(bosatt=date(i_aar, 1, 1) - timedelta(days=20))
    lag_sak(bosatt=I_DAG)
    rapport = _rapport(saksbehandler(), bosatt=str(i_aar), kommune="5001")
    assert _rad(_tabell(rapport, "Hvor veiledningen står"), "Trondheim")["I alt"] == "1"


def test_siden_har_diagram_tabell_og_definisjoner() -> None:
    _veiledet(-150, 30)
    svar = inn(lag_bruker(Rolle.LEDER)).get("/rapporter/karriereveiledning/?etter=kvartal&bosatt=&kommune=")
    assert svar.status_code == 200
    side = svar.content.decode()
    assert "Innen tre måneder etter bosetting" in side and "Dager fra bosetting, median" in side
    assert "<svg" in side


def test_lederen_ser_andelen_innen_tre_maaneder() -> None:
    with som(saksbehandler()):
        assert i_tide(list(spoer(I_DAG)), I_DAG) is None
    _veiledet(-150, 30)
    lag_sak(bosatt=om(-150))
    with som(saksbehandler()):
        tall = i_tide(list(spoer(I_DAG)), I_DAG)
        assert tall is not None and (tall.verdi, tall.detalj) == ("50 %", "1 av 2")
        (tabell,) = aaret(om(-120).year)
    assert tabell.rader == (("Trondheim", 1, 1),)
