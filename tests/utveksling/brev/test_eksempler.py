"""The demo's letters are made through the same actions as all others."""

from __future__ import annotations

import pytest
from django.utils import timezone

from integrering.demo.eksempler import brev as eksempler
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev.models import Brev
from tests import fabrikk

pytestmark = pytest.mark.django_db


def test_eksempelbrev() -> None:
    """Sent, answered, finished and drafted, in both languages."""
    i_dag = timezone.localdate()
    eksempler.lag(i_dag)  # without the demo's user: nothing
    with kontekst(motor_kontekst()):
        assert not Brev.objects.exists()
    fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, brukernavn="saksbehandler", skjermede=True)
    fabrikk.lag_person(kommune="5061")
    eksempler.lag(i_dag)
    with kontekst(motor_kontekst()):
        brev = list(Brev.objects.values_list("tilstand", "mottakerslag", "maalform"))
        assert Brev.objects.filter(svar_dato__isnull=False).count() == 1
    assert sorted(brev) == [
        ("ferdig", "person", "nn"), ("sendt", "virksomhet", "nb"), ("sendt", "virksomhet", "nb"),
        ("sendt", "virksomhet", "nb"), ("utkast", "virksomhet", "nb"),
    ]  # fmt: skip
