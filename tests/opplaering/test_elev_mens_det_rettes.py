"""A school corrects the only period a pupil has there: between two versions the pupil is still its own."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.db.models.functions import Now
from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from opplaering.models import Skolegang
from tests import fabrikk

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]


def _rad(person_id: int, av: Aktoer, **felt: Any) -> Skolegang:
    return Skolegang(
        **{
            "person_id": person_id, "skole": fabrikk.virksomhet(fabrikk.SKOLE), "fra": date(2026, 8, 17),
            "timer_per_uke": Decimal(30), "maalgruppe": "program", "registrering_id": uuid.uuid4(),
            "registrert_av_id": av.bruker_id, "virksomhet_id": av.virksomhet_id,
        } | felt
    )  # fmt: skip


def test_skolen_kan_rette_den_eneste_perioden(som: Som) -> None:
    fylket = fabrikk.lag_aktoer(Rolle.OPPLAERINGSKOORDINATOR)
    skolen = fabrikk.lag_aktoer(Rolle.SKOLEKONTAKT)
    vaar, annens = fabrikk.lag_person(), fabrikk.lag_person()
    with kontekst(kontekst_for(fylket)):
        rad = _rad(vaar.pk, fylket)
        rad.save(force_insert=True)
    with som(skolen):
        Skolegang.objects.filter(pk=rad.pk).update(erstattet=Now())
        til = timezone.localdate() - timedelta(days=1)
        ny = _rad(vaar.pk, skolen, registrering_id=rad.registrering_id, til=til, aarsak="Sluttet")
        ny.save(force_insert=True)
        with pytest.raises(DatabaseError), transaction.atomic():
            _rad(annens.pk, skolen).save(force_insert=True)
        assert Skolegang.objects.gjeldende().get().til == til
