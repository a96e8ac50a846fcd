"""In the demo most is registered in time: «over frist» is the exception."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from integrering.demo.actions import lag_personer
from integrering.demo.befolkning import Ramme, befolkning
from integrering.demo.befolkning.klassen import uten_klassens_timer
from integrering.demo.brukere import opprett_brukere
from integrering.grunnmur import visning
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Opplaeringstimer
from integrering.nir.rules.frister import Registreringsfrist
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests.demo.test_befolkning import KOMMUNER

RAMME = Ramme(50, date(2026, 11, 22), "50", KOMMUNER)
NYE = (
    "bosetting", "kompetansekartlegging", "utdanningsbakgrunn", "vedtak-introduksjonsprogram", "sluttmaal",
    "integreringsplan", "integreringskontrakt", "norskmaal", "tiltak", "familieforhold", "timer",
)  # fmt: skip


def _frist(slag: Faktatype, rad: Any) -> Registreringsfrist:
    return Registreringsfrist(getattr(rad, slag.kjentfelt), visning.lokal_dato(rad.registrert))


@pytest.mark.django_db
def test_det_meste_er_registrert_i_tide(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEMO = True
    monkeypatch.setenv("INTEGRERING_LOKAL", "1")
    i_dag = timezone.localdate()
    with kontekst(motor_kontekst()):
        opprett_brukere(i_dag)
    lag_personer(i_dag=i_dag, antall=250, froe=50)
    with kontekst(motor_kontekst()):
        over = [
            bool(_frist(slag, rad).dager_over)
            for slag in map(FAKTATYPER.__getitem__, NYE[:-1])
            for rad in slag.gjeldende
        ]
        timer = [
            (visning.lokal_dato(rad.registrert) - rad.maaned).days for rad in Opplaeringstimer.objects.all()
        ]
        aapne = Oppgave.objects.filter(lukket__isnull=True)
        sene = aapne.filter(frist__lt=i_dag, kilde="registreringer").count()
    assert len(over) > 1000
    assert 0.05 < sum(over) / len(over) < 0.16
    assert max(timer) < 62, "timer er ført innen fristen"
    assert 20 < sene < 250, "færre enn én per person er over frist"


def test_de_foerste_ved_navn_mangler_timene_en_klasse_foerer() -> None:
    personer = list(befolkning(RAMME, 400))
    uten = uten_klassens_timer(personer, RAMME.i_dag)
    endret = [(a, b) for a, b in zip(personer, uten, strict=True) if a != b]
    assert 0 < len(endret) <= 30
    for foer, etter in endret:
        borte = {v.verdier[1] for v in set(foer.versjoner) - set(etter.versjoner)}
        assert len(borte) <= 4
    assert uten_klassens_timer([], RAMME.i_dag) == []
