"""Whose calendar asks."""

from __future__ import annotations

import hashlib

from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.queries import aktoer_av, gyldige_roller
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.moeter.models import Kalenderabonnement


def kontrollsum(hemmelig: str) -> str:
    """Return what is kept of a secret. It has 256 random bits, so a plain hash cannot be searched back."""
    return hashlib.sha256(hemmelig.encode()).hexdigest()


def eget_abonnement(av: Aktoer) -> Kalenderabonnement | None:
    """Return the subscription that works now."""
    return Kalenderabonnement.objects.filter(
        bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id, tilbakekalt__isnull=True
    ).first()


def spraak_for(av: Aktoer) -> str:
    """Return the language the owner of a calendar has chosen to read."""
    return Bruker.objects.values_list("maalform", flat=True).get(pk=av.bruker_id)


def aktoer_for_hemmelighet(hemmelig: str) -> Aktoer | None:
    """Return who a calendar asks for: a user who still has a role with work for that organisation.

    Nobody is logged in, so the secret is looked up as the jobs' role; the meetings are then read as the user.
    """
    with kontekst(motor_kontekst()):
        funnet = (
            Kalenderabonnement.objects.select_related("bruker")
            .filter(merke=kontrollsum(hemmelig), tilbakekalt__isnull=True, bruker__is_active=True)
            .first()
        )
        if funnet is None:
            return None
        roller = gyldige_roller(funnet.bruker_id, timezone.localdate()).filter(
            virksomhet_id=funnet.virksomhet_id, rolle__in=ARBEIDSROLLER
        )
        tildeling = roller.first()
        return aktoer_av(tildeling) if tildeling else None
