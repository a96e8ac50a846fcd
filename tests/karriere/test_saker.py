"""Cases follow from the registrations."""

from __future__ import annotations

import pytest

from integrering.grunnmur.jobber import loep
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.nir.actions import registreringsstatus
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from karriere.actions.saker import SLAG, personer_endret, regn_ut_i_bakgrunnen, regn_ut_saker
from karriere.models import Sak
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_person
from tests.karriere.hjelp import (
    I_DAG,
    lag_kartlegging,
    lag_med_rett,
    lag_sak,
    lag_senter,
    lag_veileder,
    om,
    som,
)

pytestmark = pytest.mark.django_db


def _personer_med_sak() -> set[int]:
    with kontekst(motor_kontekst()):
        return set(Sak.objects.values_list("person_id", flat=True))


def test_den_som_har_rett_og_plikt_faar_en_sak_med_frist() -> None:
    senter = lag_senter()
    person = lag_med_rett(bosatt=om(-30))
    lag_kartlegging(person, om(-10))
    sak = lag_sak(person)
    assert (sak.maalgruppe, sak.rett, sak.bosatt, sak.kartlagt) == (True, "rett_og_plikt", om(-30), om(-10))
    assert sak.frist is not None and 55 <= (sak.frist - I_DAG).days <= 62
    assert sak.senter == senter


def test_kollektiv_beskyttelse_gir_rett_og_ikke_plikt() -> None:
    assert lag_sak(tillatelse="9e").bare_rett


def test_den_uten_rett_faar_ingen_sak() -> None:
    person = lag_person()  # lived here for years
    assert regn_ut_saker([person.pk]) == 0
    assert regn_ut_saker([]) == 0


def test_hver_natt_faar_alle_sin_sak_i_korte_steg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registreringsstatus, "STEG", 1)
    folk = [lag_med_rett() for _nr in range(3)]
    personer_endret(None)  # very many: waits for the job
    assert not _personer_med_sak()
    regn_ut_i_bakgrunnen()
    (jobb,) = Jobb.objects.filter(slag=SLAG)
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert (jobb.tilstand, jobb.resultat) == (Tilstand.FERDIG, {"saker": 3}), jobb.feil
    assert _personer_med_sak() == {p.pk for p in folk}


def test_den_som_tar_over_en_avbrutt_jobb_fortsetter_der_den_stoppet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registreringsstatus, "STEG", 1)
    folk = sorted(lag_med_rett().pk for _nr in range(2))
    regn_ut_i_bakgrunnen()
    jobb = Jobb.objects.get(slag=SLAG)
    steg = registreringsstatus.deler()
    Jobb.objects.filter(pk=jobb.pk).update(gjort=steg.index(range(folk[1], folk[1] + 1)))
    loep.kjoer(jobb.pk)
    assert _personer_med_sak() == {folk[1]}


def test_hvem_ser_saken() -> None:
    senter, annet = lag_senter(TRONDHEIM), lag_senter(STEINKJER)
    sak = lag_sak()
    for av in (lag_veileder(senter), lag_veileder(annet), lag_aktoer(Rolle.LEDER), lag_aktoer()):
        with som(av):
            assert Sak.objects.filter(pk=sak.pk).exists(), av.rolle
    with som(lag_aktoer(nummer=STEINKJER)):
        assert not Sak.objects.filter(pk=sak.pk).exists()
    with som(lag_veileder(annet)):  # another centre's case stands as it is
        assert Sak.objects.filter(pk=sak.pk).update(henvist=I_DAG) == 0
    with som(lag_veileder(senter)):
        assert Sak.objects.filter(pk=sak.pk).update(henvist=I_DAG) == 1
