"""What the database holds of a snapshot: nobody changes it, not even the owner of the tables."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connections, transaction

from integrering.matrise.models import Bildelinje, Bildeperson, Oeyeblikksbilde
from integrering.tilgang.kontekst import kontekst, kontekst_for
from tests.fabrikk import TRONDHEIM, lag_aktoer
from tests.matrise.hjelp import deltaker, lag_bilde

TABELLER = [modell._meta.db_table for modell in (Oeyeblikksbilde, Bildelinje, Bildeperson)]


def test_ingen_endrer_sletter_toemmer_eller_legger_til(egen_database: str) -> None:
    deltaker()
    av = lag_aktoer(nummer=TRONDHEIM)
    bilde = lag_bilde(av, date(2024, 2, 28))
    with connections["eier"].cursor() as eier:
        for tabell in TABELLER:
            for setning in (
                f"UPDATE {tabell} SET id = id",
                f"DELETE FROM {tabell}",
                f"TRUNCATE {tabell} CASCADE",
            ):
                with pytest.raises(DatabaseError, match="endres og slettes ikke"), transaction.atomic("eier"):
                    eier.execute(setning)
    with pytest.raises(DatabaseError, match="endres og slettes ikke"), kontekst(kontekst_for(av)):
        Bildelinje.objects.create(
            bilde=bilde, registrering="klage", plass=10, kolonne="", ansvarlig="nav",
            registrert=0, delvis=0, mangler=0, gjelder_ikke=0, ukjent=0,
        )  # fmt: skip
    with kontekst(kontekst_for(av)):
        assert Bildelinje.objects.filter(bilde=bilde).count() == 20
