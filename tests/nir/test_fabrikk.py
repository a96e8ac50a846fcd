"""The factories give what the other tests lean on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from integrering.nir.models import Bosted, Person, Vedtak
from integrering.tilgang.aktoer import Aktoer
from tests import fabrikk

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]


def test_person_med_registreringer_i_fortiden(som: Som) -> None:
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 2))
    vedtak = fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    neste = fabrikk.rett(vedtak, naar=fabrikk.klokken(2023, 5, 1), startdato=date(2023, 4, 15))
    with som(fabrikk.lag_aktoer()):
        assert Person.objects.get().kommune == fabrikk.virksomhet("5001")
        assert Vedtak.objects.gjeldende().get() == neste
        assert Vedtak.objects.slik_det_var(fabrikk.klokken(2023, 4, 20)).get() == vedtak
        assert Bosted.objects.get().registrert == fabrikk.klokken(2023, 3, 2)


def test_nabokommunen_ser_ingenting(som: Som) -> None:
    fabrikk.lag_vedtak(fabrikk.lag_person())
    with som(fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER)):
        assert not Person.objects.exists()
        assert not Vedtak.objects.exists()
