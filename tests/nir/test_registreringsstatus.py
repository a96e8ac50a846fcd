"""Statusen for hver person holdes sann."""

from __future__ import annotations

import pytest

from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.nir.models import Registreringsstatus
from integrering.nir.queries.registreringsstatus import beregn
from tests import fabrikk
from tests.nir.verktoey import IDAG

pytestmark = pytest.mark.django_db


def test_det_som_lagres_er_det_som_regnes_ut(motor: None) -> None:
    person = fabrikk.lag_person()
    assert regn_ut_status([person.pk]) == 1
    rad = Registreringsstatus.objects.get()
    assert rad.status == beregn([person.pk], IDAG)[person.pk]
    assert rad.mangler == ["utdanningsbakgrunn", "vedtak_norsk"]
