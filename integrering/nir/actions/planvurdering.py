"""Changes to what sets off a review of the integration plan. Their history is kept by the database."""

from __future__ import annotations

from django.db import transaction

from integrering.nir.actions.regelverk import kontrollert
from integrering.nir.hendelser import meld_endret
from integrering.nir.models import Planvurdering
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle


def lagre_planvurdering(*, utloeser: Planvurdering, av: Aktoer) -> None:
    """Add a trigger, or change one; what follows is computed anew for all, in the background.

    Raises:
        IkkeTilgang: not an administrator.
        Regelbrudd: a day no year has, or the same trigger twice from the same day.
    """
    av.krev(Rolle.ADMINISTRATOR)
    with kontekst(kontekst_for(av)), transaction.atomic():
        kontrollert(utloeser)
        utloeser.save()
        meld_endret(None)
