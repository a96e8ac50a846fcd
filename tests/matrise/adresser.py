"""Values of the addresses of the matrix, for the walk through all addresses."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from integrering.matrise import actions
from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for
from tests.fabrikk import TRONDHEIM, lag_aktoer
from tests.matrise.hjelp import lag_bilde, lag_punkt

FOER, ETTER = date(2025, 2, 28), date(2025, 11, 30)


def verdier_for_matrisen(person: Person) -> dict[str, Any]:
    """Return the keys of Trondheim's things: two snapshots, and a decision point with a file."""
    av = lag_aktoer(nummer=TRONDHEIM)
    regn_ut_status([person.pk])
    lag_bilde(av, FOER)
    lag_bilde(av, ETTER)
    punkt = lag_punkt(av)
    with kontekst(kontekst_for(av)):
        fil = SimpleUploadedFile("rutine.txt", b"Rutine", content_type="text/plain")
        actions.legg_ved_punktet(punkt=punkt, filer=[fil], av=av)
        vedlegg = punkt.vedlegg.get().vedlegg.noekkel
    return {
        "kommunenummer": TRONDHEIM,
        "bildedato": ETTER,
        "fradato": FOER,
        "vedtakspunkt_noekkel": punkt.noekkel,
        "bevis_noekkel": vedlegg,
    }
