"""One e-mail a day: whatever is killed, repeated, wrong or left lying."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import OperationalError
from django.utils import timezone

from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.tilgang.actions import send_utboks
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Utsending
from integrering.utveksling.varsler import actions, brev, tasks
from integrering.utveksling.varsler.models import Varsel
from tests import fabrikk
from tests.utveksling.varsler.hjelp import (
    ONSDAG,
    TIRSDAG,
    antall_varsler,
    lag_mottaker,
    meld_flytting,
    morgen,
    sendt,
)

pytestmark = pytest.mark.django_db(transaction=False)


@time_machine.travel(TIRSDAG, tick=False)
def test_en_epost_om_dagen_ogsaa_naar_jobben_gaar_to_ganger() -> None:
    lag_mottaker()
    meld_flytting(fabrikk.lag_person())
    morgen()
    meld_flytting(fabrikk.lag_person())
    morgen()
    assert len(sendt()) == antall_varsler() == 1


@time_machine.travel(TIRSDAG, tick=False)
def test_jobben_startes_ikke_mens_den_gaar() -> None:
    tasks.start_dagens()
    tasks.start_dagens()
    assert Jobb.objects.filter(slag=tasks.SLAG).count() == 1


@time_machine.travel(TIRSDAG, tick=False)
def test_drept_midtveis_fortsetter_den_der_den_slapp(monkeypatch: pytest.MonkeyPatch) -> None:
    for _nr in range(3):
        lag_mottaker()
    meld_flytting(fabrikk.lag_person())
    ekte, gjort = actions.lag_varsel, []

    def doe_paa_den_andre(**felt: Any) -> bool:
        gjort.append(felt["bruker_id"])
        if len(gjort) == 2:
            raise OperationalError("server closed the connection")
        return ekte(**felt)

    monkeypatch.setattr(actions, "lag_varsel", doe_paa_den_andre)
    tasks.start_dagens()
    jobb = Jobb.objects.get(slag=tasks.SLAG)
    kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert jobb.tilstand == Tilstand.KJOERER
    assert antall_varsler() == 1
    with time_machine.travel(TIRSDAG + timedelta(minutes=1), tick=False):
        kjoer(jobb.pk)
        send_utboks()
    jobb.refresh_from_db()
    assert jobb.tilstand == Tilstand.FERDIG
    assert len({tuple(e.to) for e in sendt()}) == len(sendt()) == 3


@time_machine.travel(TIRSDAG, tick=False)
def test_to_arbeidere_om_samme_bruker(monkeypatch: pytest.MonkeyPatch) -> None:
    bruker = lag_mottaker()
    meld_flytting(fabrikk.lag_person())
    argumenter: dict[str, Any] = {"bruker_id": bruker.pk, "dag": TIRSDAG.date(), "naa": timezone.now()}
    assert actions.lag_varsel(**argumenter)
    assert not actions.lag_varsel(**argumenter), "en om dagen"
    # the other worker looked before the first one had written
    monkeypatch.setattr(Varsel.objects, "filter", lambda **_: Varsel.objects.none(), raising=False)
    assert not actions.lag_varsel(**argumenter)
    monkeypatch.undo()
    with kontekst(motor_kontekst()):
        assert Utsending.objects.filter(slag=brev.SLAG).count() == 1


@time_machine.travel(TIRSDAG, tick=False)
def test_feil_hos_en_stopper_ikke_de_andre(monkeypatch: pytest.MonkeyPatch) -> None:
    lag_mottaker()
    lag_mottaker()
    meld_flytting(fabrikk.lag_person())
    ekte, gjort = actions.lag_varsel, []

    def feil_hos_den_foerste(**felt: Any) -> bool:
        gjort.append(1)
        if len(gjort) == 1:
            raise ValueError("en kilde er gal")
        return ekte(**felt)

    monkeypatch.setattr(actions, "lag_varsel", feil_hos_den_foerste)
    assert morgen().resultat == {"laget": 1, "feilet": 1, "brukere": 2}


def test_jobb_fra_i_gaar_gjoer_ingenting() -> None:
    lag_mottaker()
    with time_machine.travel(TIRSDAG, tick=False):
        meld_flytting(fabrikk.lag_person())
        tasks.start_dagens()
    with time_machine.travel(ONSDAG, tick=False):
        kjoer(Jobb.objects.get(slag=tasks.SLAG).pk)
    assert antall_varsler() == 0


def test_epost_som_ble_liggende_til_neste_dag_sendes_ikke() -> None:
    bruker = lag_mottaker()
    with time_machine.travel(TIRSDAG, tick=False):
        meld_flytting(fabrikk.lag_person())
        actions.lag_varsel(bruker_id=bruker.pk, dag=TIRSDAG.date(), naa=TIRSDAG)
    with time_machine.travel(ONSDAG, tick=False):
        send_utboks()
    assert not sendt()
    with kontekst(motor_kontekst()):
        assert brev.lag_brev(Utsending(gjelder=None)) is None
