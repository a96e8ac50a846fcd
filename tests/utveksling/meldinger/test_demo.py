"""Eksemplene i demoen lages av de samme handlingene som alle andre bruker."""

from __future__ import annotations

import pytest
from django.utils import timezone

from integrering.demo.brukere import opprett_brukere
from integrering.demo.eksempler import meldinger
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.meldinger.models import Forespoersel, Melding, Mottak, Utkast
from tests.fabrikk import lag_person

pytestmark = pytest.mark.django_db


def test_eksemplene_lages_og_uten_brukere_lages_ingenting() -> None:
    i_dag = timezone.localdate()
    meldinger.lag(i_dag)
    with kontekst(motor_kontekst()):
        assert Melding.objects.count() == 0
        opprett_brukere(i_dag)
    lag_person()
    meldinger.lag(i_dag)
    with kontekst(motor_kontekst()):
        assert (Melding.objects.count(), Utkast.objects.count(), Forespoersel.objects.count()) == (3, 1, 2)
        assert Mottak.objects.filter(aapnet__isnull=False).count() == 1
