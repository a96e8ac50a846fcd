"""The demo's voluntary sector; nothing without the demo's users."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django import Settings

from integrering.demo.eksempler import frivillighet
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.frivillighet.models import Aktivitet, Avtale, Organisasjon
from tests.fabrikk import lag_bruker

pytestmark = pytest.mark.django_db


def test_eksemplene_i_demoen(settings: Settings) -> None:
    settings.DEMO = True
    frivillighet.lag(timezone.localdate())
    with kontekst(motor_kontekst()):
        assert not Organisasjon.objects.exists()
    lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, brukernavn="saksbehandler")
    lag_bruker(Rolle.ORGANISASJON_SOEKER)
    frivillighet.lag(timezone.localdate())
    with kontekst(motor_kontekst()):
        assert Organisasjon.objects.filter(paraply__isnull=False).count() == 2
        assert (Avtale.objects.count(), Aktivitet.objects.count()) == (2, 5)
