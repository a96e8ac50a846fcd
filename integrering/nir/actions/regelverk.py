"""Changes to the dated rule values. Their history is kept by the database."""

from __future__ import annotations

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Model

from integrering.grunnmur.feil import HELE, Regelbrudd
from integrering.nir.actions.registreringsstatus import regn_ut_i_bakgrunnen
from integrering.nir.models.regelverdi import Regelverdi
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle


def lagre_regelverdi(*, verdi: Regelverdi, av: Aktoer) -> None:
    """Add a version of a rule value, or correct one. What everybody has registered is computed anew.

    Raises:
        IkkeTilgang: not an administrator.
        Regelbrudd: a value the rules could not read, or two versions from the same day.
    """
    av.krev(Rolle.ADMINISTRATOR)
    with kontekst(kontekst_for(av)), transaction.atomic():
        kontrollert(verdi)
        verdi.save()
        regn_ut_i_bakgrunnen(noekkel="")


def kontrollert(rad: Model) -> None:
    """Raise Regelbrudd when a row breaks what its model says."""
    try:
        rad.full_clean()
    except ValidationError as feil:
        meldinger = {HELE if felt == NON_FIELD_ERRORS else felt: m for felt, m in feil.message_dict.items()}
        raise Regelbrudd(meldinger) from feil
