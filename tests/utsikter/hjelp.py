"""Pupils whose registrations are missing, and what waits for them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from opplaering.models import Avstemming
from opplaering.rules.avstemming import Avvik, Linje, Skoleperiode, Tilstand
from tests import fabrikk
from tests.opplaering.hjelp import lag_skolegang
from tilskudd.utsikter.models import PaaVentKvartal

# E1/E2 of tilskuddsmotor.md § 8, as the school knows it.
FRA, TIL = date(2023, 8, 21), date(2024, 6, 20)


def elev(*, vedtak: bool = True, **felt: Any) -> Person:
    """Return the person of E2 as a pupil; the municipality has registered the vedtak, and no period."""
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 2), **felt)
    if vedtak:
        fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    lag_skolegang(person, fra=FRA, til=TIL)
    return person


def paa_dag(monkeypatch: pytest.MonkeyPatch, dag: date) -> None:
    """Let today be this day."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: dag)


def venter(person: Person) -> dict[str, tuple[int, int]]:
    """Return quarter → kroner and days that wait for a person."""
    with kontekst(motor_kontekst()):
        alle = PaaVentKvartal.objects.filter(person=person).order_by("kvartal")
        return {str(r.kvartal): (r.kroner, r.dager) for r in alle}


def linjer_for(person: Person) -> list[Linje]:
    """Return the reconciliation of a person as the rules know it."""
    with kontekst(motor_kontekst()):
        return [_linje(rad) for rad in Avstemming.objects.filter(person=person)]


def _linje(rad: Any) -> Linje:
    return Linje(
        egen=Skoleperiode(rad.fra, rad.til, rad.timer_per_uke) if rad.fra else None,
        registrert=Skoleperiode(rad.registrert_fra, rad.registrert_til, rad.registrert_timer)
        if rad.registrert_fra
        else None,
        tilstand=Tilstand(rad.tilstand),
        avvik=tuple(Avvik(kode) for kode in rad.avvik),
        siden=rad.mangler_siden,
    )
