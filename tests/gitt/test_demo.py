"""The demo's grants: a case that is paid, one that waits, and a draft; nothing without the demo's users."""

from __future__ import annotations

import pytest
from django.utils import timezone

from integrering.demo.eksempler import tilskudd_gitt
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.fabrikk import lag_bruker
from tilskudd.gitt.models import Soeknad, Utlysning

pytestmark = pytest.mark.django_db


def test_eksemplene_i_demoen() -> None:
    tilskudd_gitt.lag(timezone.localdate())
    with kontekst(motor_kontekst()):
        assert not Utlysning.objects.exists()
    for navn, rolle in (
        ("raadgiver", Rolle.TILSKUDDSRAADGIVER), ("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER),
        ("godkjenner", Rolle.TILSKUDDSGODKJENNER), ("frivillig", Rolle.ORGANISASJON_SOEKER),
    ):  # fmt: skip
        lag_bruker(rolle, brukernavn=navn)
    tilskudd_gitt.lag(timezone.localdate())
    with kontekst(motor_kontekst()):
        assert sorted(Soeknad.objects.values_list("tilstand", flat=True)) == ["avgjort", "sendt", "utkast"]
        assert [u.beloep for s in Soeknad.objects.all() for u in s.utbetalinger.all()] == [35_000]
