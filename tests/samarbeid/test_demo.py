"""The demo's cooperation; nothing without the demo's users."""

from __future__ import annotations

import pytest
from django.utils import timezone

from integrering.demo.eksempler import samarbeid
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.samarbeid.models import Forum, Forummoete, Forumvedtak, Medlem, Samarbeidstiltak
from tests.fabrikk import lag_bruker

pytestmark = pytest.mark.django_db


def test_eksemplene_i_demoen() -> None:
    samarbeid.lag(timezone.localdate())
    with kontekst(motor_kontekst()):
        assert not Forum.objects.exists()
    lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, brukernavn="saksbehandler")
    samarbeid.lag(timezone.localdate())
    with kontekst(motor_kontekst()):
        assert (Forum.objects.count(), Medlem.objects.count(), Forummoete.objects.count()) == (2, 8, 1)
        assert (Forumvedtak.objects.count(), Samarbeidstiltak.objects.count()) == (3, 4)
