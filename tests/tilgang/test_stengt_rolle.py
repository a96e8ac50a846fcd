"""A closed role is nobody to turn to: not for a task, a meeting or a message."""

from __future__ import annotations

import pytest
from django.utils import timezone

from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.utveksling.meldinger.queries.adressater import uten_brukere
from integrering.utveksling.moeter.queries.deltakere import brukere_i
from tests.fabrikk import STEINKJER, lag_bruker, virksomhet

pytestmark = pytest.mark.django_db


@pytest.fixture
def sluttet() -> Bruker:
    """The only one at Steinkjer, whose role is closed today."""
    bruker = lag_bruker(nummer=STEINKJER)
    with kontekst(motor_kontekst()):
        assert list(brukere_i(virksomhet(STEINKJER).pk, timezone.localdate())) == [bruker]
        Rolletildeling.objects.filter(bruker=bruker).update(stengt=timezone.now())
    return bruker


def test_den_som_er_stengt_ute_faar_ingen_oppgave_og_ingen_innkalling(sluttet: Bruker) -> None:
    sted = virksomhet(STEINKJER)
    with kontekst(motor_kontekst()):
        assert sluttet.pk not in kan_faa_oppgaver(sted.pk)
        assert not brukere_i(sted.pk, timezone.localdate()).exists()


def test_avsenderen_faar_vite_at_ingen_leser_naar_alle_er_stengt_ute(sluttet: Bruker) -> None:
    with kontekst(motor_kontekst()):
        assert uten_brukere([virksomhet(STEINKJER)]) == [virksomhet(STEINKJER)]
