"""The doors through the wall: moves between municipalities, and the look-up log."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from integrering.nir.models import (
    Flyttesak,
    Person,
)
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Innsyn
from tests.fabrikk import (
    STEINKJER,
    lag_bosted,
    lag_person,
    nytt_duf,
)
from tests.tilgang.vegghjelp import Som, nektet, rader_om

pytestmark = pytest.mark.django_db


def test_meld_flytting_apner_en_sak_og_roeper_ikke_personen(
    som: Som, trondheim: Aktoer, fylket: Aktoer
) -> None:
    """The municipality learns that a case is open; the county sees about whom; it happens once."""
    person = lag_person(kommune=STEINKJER)
    with som(trondheim):
        with connection.cursor() as peker:
            for _ in range(2):
                peker.execute("SELECT nir_meld_flytting(%s, '2024-01-01')", [person.duf])
                assert peker.fetchone() == (True,)
            peker.execute("SELECT nir_meld_flytting(%s, '2024-01-01')", [nytt_duf()])
            assert peker.fetchone() == (False,)
        sett = rader_om(person)
        assert sett.pop("Flyttesak") == 1
        assert not any(sett.values())
    with som(fylket):
        sak = Flyttesak.objects.get()
        assert (sak.person_id, sak.til_kommune_id) == (person.pk, trondheim.virksomhet_id)


def test_den_som_ber_om_personen_avgjoer_ikke_selv(som: Som, trondheim: Aktoer, steinkjer: Aktoer) -> None:
    """The county or the municipality that has the person confirms, in its own name."""
    person = lag_person(kommune=STEINKJER)
    with som(trondheim), connection.cursor() as peker:
        peker.execute("SELECT nir_meld_flytting(%s, '2024-01-01')", [person.duf])
        ja = {"tilstand": "bekreftet", "avgjort": timezone.now()}
        assert Flyttesak.objects.update(**ja, avgjort_av_id=trondheim.bruker_id) == 0
    with som(steinkjer):
        with nektet("row-level security"):
            Flyttesak.objects.update(**ja, avgjort_av_id=trondheim.bruker_id)
        assert Flyttesak.objects.update(**ja, avgjort_av_id=steinkjer.bruker_id) == 1


def test_innsyn_skrives_i_eget_navn(som: Som, trondheim: Aktoer, steinkjer: Aktoer, fylket: Aktoer) -> None:
    """Each user reads its own look-ups at a municipality, the county reads all; nobody writes for others."""
    person = lag_person()
    with som(trondheim):
        registrer_innsyn(person_id=person.pk, av=trondheim, hvor="person")
        assert Innsyn.objects.count() == 1
        with nektet("row-level security"):
            registrer_innsyn(person_id=person.pk, av=steinkjer, hvor="person")
        with nektet("row-level security"):
            Innsyn.objects.create(
                person_id=person.pk,
                bruker_id=trondheim.bruker_id,
                virksomhet_id=steinkjer.virksomhet_id,
                hvor="x",
            )
    with som(steinkjer):
        assert not Innsyn.objects.exists()
    with som(fylket):
        assert Innsyn.objects.count() == 1


def test_bosted_flytter_personen_mellom_kommunene(som: Som, trondheim: Aktoer, steinkjer: Aktoer) -> None:
    """The cached municipality follows the current bosted rows."""
    person = lag_person(bosatt_fra=date(2023, 1, 1), bosatt_til=date(2024, 1, 31))
    with som(steinkjer):
        assert not Person.objects.exists()
    lag_bosted(person, kommune=STEINKJER, fra=date(2024, 2, 1))
    with som(steinkjer):
        assert Person.objects.exists()
    with som(trondheim):
        assert not Person.objects.exists()
