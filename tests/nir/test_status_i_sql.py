"""Listene teller i SQL det personsiden sier med reglene: de må si det samme."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from integrering.nir.models import Person
from integrering.nir.queries.person import hent_mappe
from integrering.nir.queries.status import som_mangler
from integrering.nir.rules.utbetaling import Mangel, mangler
from tests import fabrikk

pytestmark = pytest.mark.django_db
IDAG = date(2026, 11, 12)
MANGLER = (Mangel.VEDTAK.value, Mangel.PERIODE.value, Mangel.SLUTTDATO.value)


def befolkning() -> None:
    """Make one person of each kind: permit × age × time since settled × what is registered."""
    tilfeller = product(("9a", "9e", "28"), (1995, 2006), (200, 1200), range(5))
    for tillatelse, foedt, dager, slag in tilfeller:
        bosatt = IDAG - timedelta(days=dager)
        person = fabrikk.lag_person(tillatelse=tillatelse, foedselsdato=date(foedt, 1, 1), bosatt_fra=bosatt)
        if slag in (1, 3):
            fabrikk.lag_vedtak(person, startdato=bosatt + timedelta(days=20))
        if slag in (2, 3):
            fabrikk.lag_vgo(person, fra=bosatt, til=None if tillatelse == "9a" else IDAG)
        if slag == 4:
            fabrikk.lag_vgo(person, fra=bosatt, til=None, timer=20)


def test_sql_og_regler_er_enige(motor: None) -> None:
    befolkning()
    etter_regler: dict[str, set[int]] = {hva: set() for hva in MANGLER}
    for person in Person.objects.all():
        for funn in mangler(hent_mappe(person, ()).situasjon, IDAG):
            if funn.value in etter_regler:
                etter_regler[funn.value].add(person.pk)
    for hva in MANGLER:
        i_sql = set(som_mangler(Person.objects.all(), hva, IDAG).values_list("pk", flat=True))
        assert i_sql == etter_regler[hva], hva
        assert i_sql, f"ingen som mangler {hva}: prøven er tom"
    with pytest.raises(ValueError, match="annet"):
        som_mangler(Person.objects.all(), "annet", IDAG)
