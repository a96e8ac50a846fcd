"""What an administrator decides about a rule."""

from __future__ import annotations

from django.db import transaction

from integrering.oppgaver.actions.utregning import regn_ut_i_bakgrunnen
from integrering.oppgaver.models import Regelinnstilling
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle


@transaction.atomic
def endre_innstilling(*, innstilling: Regelinnstilling, av: Aktoer) -> None:
    """Save the setting, and let all tasks be computed anew. Raises IkkeTilgang."""
    av.krev(Rolle.ADMINISTRATOR)
    innstilling.save()
    # a job of its own: one that runs already may be past the tasks of this rule
    regn_ut_i_bakgrunnen(noekkel="")
