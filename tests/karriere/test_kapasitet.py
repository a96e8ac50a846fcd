"""Kapasitet: hva sentrene kan holde, hva som er avtalt, hva som forfaller, og hvor lenge folk venter."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from integrering.grunnmur.kvartal import OSLO
from integrering.grunnmur.visning import dato
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions.samtale import regn_neste_samtale
from karriere.models import Deltakelse, Sak, Samtale, Senter, Senteruke
from karriere.queries.kapasitet import sentrenes_kapasitet, ventetider
from karriere.rules.kapasitet import Kapasitetsuke, mandagene, samlet, ukene
from tests.fabrikk import STEINKJER, lag_aktoer, lag_bruker
from tests.karriere.hjelp import (
    I_DAG,
    lag_med_rett,
    lag_sak,
    lag_samtale,
    lag_senter,
    lag_veileder,
    om,
    saksbehandler,
    samtaledata,
    som,
)
from tests.lister.hjelp import antall_spoerringer, xlsx
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
STI = "/karriere/kapasitet/"
MANDAG = date(2026, 11, 23)


def test_mandagene_begynner_med_denne_uken() -> None:
    assert mandagene(date(2026, 11, 25), 2) == [MANDAG, date(2026, 11, 30)]
    assert mandagene(MANDAG, 1) == [MANDAG]


@pytest.mark.parametrize(
    ("kapasitet", "avtalt", "forfaller", "ledig", "mangler"),
    [(10, 4, 3, 6, 0), (10, 10, 3, 0, 3), (10, 12, 1, 0, 1), (5, 0, 8, 5, 3), (0, 0, 0, 0, 0)],
)
def test_ledig_og_det_som_mangler(
    kapasitet: int, avtalt: int, forfaller: int, ledig: int, mangler: int
) -> None:
    uke = Kapasitetsuke(MANDAG, kapasitet, avtalt, forfaller)
    assert (uke.ledig, uke.mangler) == (ledig, mangler)


def test_ukene_til_et_senter_og_til_alle() -> None:
    to = mandagene(MANDAG, 2)
    uker = ukene(to, vanlig=10, avvik={to[1]: 0}, avtalt={to[0]: 3}, forfaller={to[1]: 2})
    assert uker == [Kapasitetsuke(to[0], 10, 3, 0), Kapasitetsuke(to[1], 0, 0, 2)]
    assert samlet([uker, uker])[0] == Kapasitetsuke(to[0], 20, 6, 0)
    assert samlet([]) == []


def _tid(dager: int) -> datetime:
    return datetime.combine(om(dager), time(10), tzinfo=OSLO)


def _klient(rolle: Rolle = Rolle.LEDER) -> Client:
    return inn(lag_bruker(rolle))


def _bilde() -> Any:
    with som(saksbehandler()):
        (bilde,) = sentrenes_kapasitet(I_DAG)
    return bilde


def test_det_som_er_avtalt_forfaller_og_venter() -> None:
    senter = lag_senter()
    veileder = lag_veileder(senter)
    denne, neste = mandagene(I_DAG, 2)
    with som(saksbehandler()) as av:
        Senteruke.objects.create(senter=senter, mandag=neste, samtaler=2, endret_av_id=av.bruker_id)
    lag_samtale(lag_sak(), senter, veileder, _tid((neste - I_DAG).days + 1))
    avlyst = lag_samtale(lag_sak(), senter, veileder, _tid((neste - I_DAG).days + 2))
    with som(veileder) as av:
        actions.avlys_samtale(samtale=avlyst, tolk_avlyste=False, av=av)
    lag_sak(bosatt=om(-130))  # over the deadline
    for sak in (lag_sak(), lag_sak()):
        with kontekst(motor_kontekst()):
            Sak.objects.filter(pk=sak.pk).update(frist=neste + timedelta(days=3))
    bilde = _bilde()
    assert bilde.uker[0].mandag == denne and bilde.uker[0].kapasitet == 10
    assert bilde.uker[1] == Kapasitetsuke(neste, 2, 1, 2)
    assert (bilde.venter, bilde.over) == (4, 1)
    side = _klient().get(STI).content.decode()
    assert str(senter) in side and "4 venter uten avtalt samtale, 1 av dem over fristen" in side


def test_et_senter_som_ikke_er_i_bruk_er_ikke_med() -> None:
    senter = lag_senter()
    with som(saksbehandler()) as av:
        Senter.objects.filter(pk=senter.pk).update(aktiv=False, endret_av=av.bruker_id)
    assert "Ingen karrieresentre er i bruk" in _klient().get(STI).content.decode()


def _moett(sak: Sak, senter: Senter, dager: int, av: Aktoer | None = None) -> None:
    """Let the person have met at a session so many days from today."""
    with som(av or saksbehandler()) as den:
        data = samtaledata(senter, lag_veileder(senter), _tid(3))
        samtale = actions.ny_samtale(data=data, saker=[sak], innsending=uuid4(), av=den)
        tid = {"start": _tid(dager), "slutt": _tid(dager) + timedelta(hours=1)}
        Samtale.objects.filter(pk=samtale.pk).update(endret_av=den.bruker_id, **tid)
        Deltakelse.objects.filter(samtale=samtale).update(oppmoete="moett")
    regn_neste_samtale([sak.pk])


def test_ventetiden_er_median_til_foerste_samtale_de_siste_seks_maanedene() -> None:
    her, der = lag_senter(), lag_senter(STEINKJER)
    _moett(lag_sak(bosatt=om(-50)), her, -10)  # 40 days
    _moett(lag_sak(bosatt=om(-30)), her, -10)  # 20 days
    to_ganger = lag_sak(lag_med_rett(bosatt=om(-100), kommune=STEINKJER))
    _moett(to_ganger, der, -30)  # 70 days, and once more
    _moett(to_ganger, der, -5)
    _moett(lag_sak(bosatt=om(-400)), her, -300)  # too long ago
    skjermet = lag_sak(lag_med_rett(bosatt=om(-60), adressebeskyttelse="fortrolig"))
    _moett(skjermet, her, -10, lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True))
    with som(saksbehandler()):
        sentre, kommuner, alle = ventetider(I_DAG)
    assert {navn: (v.median, v.antall) for navn, v in sentre.items()} == {
        her.navn: (30.0, 2), der.navn: (70.0, 1)
    }  # fmt: skip
    assert kommuner["Steinkjer"].median == 70.0
    assert alle is not None and (alle.median, alle.antall) == (40.0, 3)
    side = _klient().get(STI).content.decode()
    assert "Steinkjer" in side and "Median ventetid i dager" in side


def test_uten_tall_sies_det() -> None:
    lag_senter()
    assert "Ingen har møtt til en første samtale" in _klient().get(STI).content.decode()


def test_filene() -> None:
    senter = lag_senter()
    klient = _klient()
    rader, _om = xlsx(klient.get(f"{STI}xlsx/").content)
    assert list(rader[0][:3]) == ["Karrieresenter", "Uken som begynner", "Kapasitet"]
    assert rader[1][0] == senter.navn and rader[1][2] == 10 and len(rader) == 9
    assert len(klient.get(f"{STI}csv/").content) > 100
    assert klient.get(f"{STI}pdf/").status_code == 404


def test_like_mange_spoerringer_med_mange_sentre() -> None:
    lag_senter(STEINKJER)
    for _nr in range(3):
        _lag_tomt_senter()
    assert antall_spoerringer(_klient(), STI) <= 10


def _lag_tomt_senter() -> None:
    with som(saksbehandler()) as av:
        nr = Senter.objects.count()
        Senter.objects.create(navn=f"Tomt {nr}", samtaler_per_uke=3, endret_av_id=av.bruker_id)


def test_kommunen_har_ikke_siden() -> None:
    assert _klient(Rolle.KOMMUNE_FLYKTNINGTJENESTE).get(STI).status_code == 403


def test_ukene_sies_med_nummer_som_i_diagrammet() -> None:
    lag_senter()
    denne = mandagene(I_DAG, 1)[0]
    side = _klient().get(STI).content.decode()
    assert f'{dato(denne)} <span class="dempet">(uke {denne.isocalendar().week})</span>' in side
