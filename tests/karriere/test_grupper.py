"""Grupper: plasser, språk, hvem som får plass. To som velger samtidig, deler ikke ut den samme plassen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.visning import dato
from integrering.nir.models import Kompetanse
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.models import Deltakelse, Sak, Samtale, Senter
from karriere.queries.gruppe import kan_faa_plass
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker, registrer
from tests.karriere.hjelp import (
    lag_forslag,
    lag_med_rett,
    lag_sak,
    lag_senter,
    lag_veileder,
    om,
    samtaledata,
    som,
)
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


def _klient(av: Aktoer) -> Client:
    return inn(Bruker.objects.get(pk=av.bruker_id))


def _med_spraak(kode: str, **felt: Any) -> Sak:
    person = lag_med_rett(**felt)
    registrer(Kompetanse, person, registrert=None, kartlagt=om(-5), morsmaal=kode, tolkespraak=kode)
    return lag_sak(person)


@pytest.fixture
def senter() -> Senter:
    """A centre."""
    return lag_senter()


@pytest.fixture
def veileder(senter: Senter) -> Aktoer:
    """Its counsellor."""
    return lag_veileder(senter)


def _gruppe(senter: Senter, veileder: Aktoer, dager: int = 7, **felt: Any) -> Samtale:
    start = timezone.now() + timedelta(days=dager)
    with som(veileder) as av:
        data = samtaledata(
            senter, veileder, start, **{"slag": "gruppe", "plasser": 2, "spraak": ["ukr"]} | felt
        )
        return actions.ny_samtale(data=data, saker=[], innsending=uuid4(), av=av)


def _sti(gruppe: Samtale, resten: str = "") -> str:
    return f"/karriere/samtaler/{gruppe.noekkel}/{resten}"


def test_en_gruppe_fra_listen_til_plassene(senter: Senter, veileder: Aktoer) -> None:
    klient, sak = _klient(veileder), lag_sak()
    assert f"Ny gruppe ved {senter.navn}" in klient.get("/karriere/grupper/").content.decode()
    sti = f"/karriere/sentre/{senter.noekkel}/gruppe/"
    assert klient.get(sti).status_code == 200
    felt = {
        "innsending": str(uuid4()), "dag": dato(om(7)), "fra": "10", "til": "12", "plasser": "8",
        "spraak": ["ukr", "rus"], "veileder": str(veileder.bruker_id), "form": "sted", "sted": "Biblioteket",
        "tolk": "kvalifisert", "tolkespraak": "ukr", "tolkeform": "til_stede",
    }  # fmt: skip
    side = klient.post(sti, felt, follow=True).content.decode()
    assert "Gruppen er opprettet" in side and "8 ledige plasser" in side and sak.person.navn in side
    with som(veileder):
        gruppe = Samtale.objects.get()
    side = klient.post(_sti(gruppe, "plass/"), {"valgt": [str(sak.noekkel)]}, follow=True).content.decode()
    assert "1 har fått plass" in side and sak.person.navn in side and "russisk" in side
    liste = klient.get("/karriere/grupper/").content.decode()
    assert "Ledige plasser" in liste and "ukrainsk" in liste
    side = klient.post(_sti(gruppe, f"ut/{sak.noekkel}/"), follow=True).content.decode()
    assert "Plassen er ledig igjen" in side
    with kontekst(motor_kontekst()):
        assert Deltakelse.objects.get().oppmoete == "avlyst"


def test_de_som_snakker_spraaket_staar_foerst_saa_de_med_kortest_frist(
    senter: Senter, veileder: Aktoer
) -> None:
    gruppe = _gruppe(senter, veileder)
    sent, tidlig = _med_spraak("ara", bosatt=om(-10)), _med_spraak("ara", bosatt=om(-60))
    ukrainsk = _med_spraak("ukr", bosatt=om(-5))
    _med_spraak("ukr", kommune=STEINKJER)  # another centre's
    opptatt = _med_spraak("ukr")
    with som(veileder) as av:
        actions.legg_til_i_gruppe(samtale=gruppe, saker=[opptatt], av=av)
        assert list(kan_faa_plass(gruppe)) == [ukrainsk, tidlig, sent]


def test_den_som_har_faatt_vedtak_staar_etter_de_andre_med_spraaket(senter: Senter, veileder: Aktoer) -> None:
    gruppe = _gruppe(senter, veileder)
    vedtatt, uten = _med_spraak("ara", bosatt=om(-60)), _med_spraak("ara", bosatt=om(-10))
    with kontekst(motor_kontekst()):
        Sak.objects.filter(pk=vedtatt.pk).update(intro_vedtak=om(-1))
    with som(veileder):
        assert list(kan_faa_plass(gruppe)) == [uten, vedtatt]
    side = _klient(veileder).get(_sti(gruppe, "plass/")).content.decode()
    assert f"vedtak om program {dato(om(-1))}" in side and "står sist blant dem" in side


def test_de_fra_kommunen_som_foreslo_gruppen_staar_aller_foerst() -> None:
    senter = lag_senter(TRONDHEIM, STEINKJER)
    veileder = lag_veileder(senter)
    annen, egen = lag_sak(bosatt=om(-60), kommune=STEINKJER), lag_sak(bosatt=om(-10))
    forslag = lag_forslag(slag="gruppe")
    with som(veileder) as av:
        data = samtaledata(senter, veileder, forslag.start, slag="gruppe", plasser=4)
        gruppe = actions.godta_gruppe(forslag=forslag, data=data, innsending=uuid4(), av=av)
    side = _klient(veileder).get(_sti(gruppe, "plass/")).content.decode()
    assert side.index(str(egen.noekkel)) < side.index(str(annen.noekkel))
    assert "Trondheim foreslo tiden" in side


def test_fulle_grupper_sier_fra_uten_aa_miste_valget(senter: Senter, veileder: Aktoer) -> None:
    gruppe = _gruppe(senter, veileder, plasser=1)
    saker = [lag_sak(lag_med_rett()) for _nr in range(2)]
    klient = _klient(veileder)
    svar = klient.post(_sti(gruppe, "plass/"), {"valgt": [str(s.noekkel) for s in saker]})
    side = svar.content.decode()
    assert svar.status_code == 422 and "1 ledig plass, og du valgte 2" in side and side.count("checked") == 2
    assert klient.post(_sti(gruppe, "plass/"), {}).status_code == 422


def test_ingen_aa_velge(senter: Senter, veileder: Aktoer) -> None:
    side = _klient(veileder).get(_sti(_gruppe(senter, veileder), "plass/"), follow=True).content.decode()
    assert "Ingen som venter ved senteret" in side and "Ingen har plass ennå" in side


def test_oppmoete_for_alle_paa_en_side(senter: Senter, veileder: Aktoer) -> None:
    gruppe = _gruppe(senter, veileder)
    saker = [lag_sak(lag_med_rett()) for _nr in range(2)]
    with som(veileder) as av:
        actions.legg_til_i_gruppe(samtale=gruppe, saker=saker, av=av)
        naa = timezone.now()
        Samtale.objects.update(start=naa - timedelta(hours=3), slutt=naa - timedelta(hours=1))
    klient = _klient(veileder)
    felt = {"plass_0": "moett", "plass_1": "ikke_moett", "versjon": "1", "tolk_avlyste": "on"}
    side = klient.post(_sti(gruppe, "oppmoete/"), felt, follow=True).content.decode()
    assert "Oppmøtet er ført" in side and "møtte ikke" in side and "Tolken avlyste eller møtte ikke" in side
    liste = klient.get("/karriere/grupper/?naar=har_vaert").content.decode()
    assert "Full" in liste
    assert "Ingen grupper er planlagt" in klient.get("/karriere/grupper/").content.decode()


def test_et_annet_senters_gruppe(senter: Senter, veileder: Aktoer) -> None:
    annen = lag_veileder(lag_senter(STEINKJER))
    klient = _klient(annen)
    assert klient.get(f"/karriere/sentre/{senter.noekkel}/gruppe/").status_code == 404
    gruppe, sak = _gruppe(senter, veileder), lag_sak()
    svar = klient.post(_sti(gruppe, "plass/"), {"valgt": [str(sak.noekkel)]})
    assert svar.status_code == 422 and "annet karrieresenter" in svar.content.decode()
    svar = klient.post(_sti(gruppe, f"ut/{sak.noekkel}/"), follow=True)
    assert "annet karrieresenter" in svar.content.decode()


def test_en_samtale_er_ikke_en_gruppe(senter: Senter, veileder: Aktoer) -> None:
    with som(veileder) as av:
        data = samtaledata(senter, veileder, timezone.now() + timedelta(days=2))
        samtale = actions.ny_samtale(data=data, saker=[lag_sak()], innsending=uuid4(), av=av)
    klient = _klient(veileder)
    assert klient.get(_sti(samtale, "plass/")).status_code == 404
    assert klient.post(_sti(samtale, f"ut/{uuid4()}/")).status_code == 404
    assert klient.post(_sti(_gruppe(senter, veileder), f"ut/{uuid4()}/")).status_code == 404


def test_listen_gjoer_faa_spoerringer(senter: Senter, veileder: Aktoer) -> None:
    for nr in range(3):
        _gruppe(senter, veileder, dager=nr + 1)
    assert antall_spoerringer(_klient(veileder), "/karriere/grupper/") <= 10


def test_lederen_har_ikke_gruppene() -> None:
    assert inn(lag_bruker(Rolle.LEDER)).get("/karriere/grupper/").status_code == 403
