"""Values of the addresses of meetings, for the walk through all addresses."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.utveksling.moeter import actions
from tests.fabrikk import FYLKET, ORGANISASJON, TRONDHEIM, lag_aktoer
from tests.utveksling.moeter.hjelp import inviter, lag_moete, lag_punkt, lag_tid


def verdier_for_moeter(person: Person) -> dict[str, Any]:
    """Return the keys of Trondheim's things; the county and an organisation are invited."""
    av = lag_aktoer(nummer=TRONDHEIM)
    moete = lag_moete(av, deltakere=inviter(FYLKET, ORGANISASJON), personer=[person])
    punkt, tid = lag_punkt(moete, av), lag_tid(av)
    with kontekst(kontekst_for(av)):
        fil = SimpleUploadedFile("prove.txt", b"Dagsorden", content_type="text/plain")
        actions.legg_ved_moetet(moete=moete, filer=[fil], av=av)
        token = actions.nytt_abonnement(av=av)
        vedlegg = moete.vedlegg.get().vedlegg.noekkel
    return {
        "moete_noekkel": moete.noekkel,
        "punkt_noekkel": punkt.noekkel,
        "fast_tid_noekkel": tid.noekkel,
        "moetevedlegg_noekkel": vedlegg,
        "kalendertoken": token,
    }
