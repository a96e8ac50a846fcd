"""Calendars that ask by themselves: a secret address per user and organisation."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.moeter.models import Kalenderabonnement
from integrering.utveksling.moeter.queries.abonnement import kontrollsum


@transaction.atomic
def nytt_abonnement(*, av: Aktoer) -> str:
    """Return a new secret, 256 bits, shown only now; a former one stops. Raises IkkeTilgang."""
    tilbakekall_abonnement(av=av)
    hemmelig = secrets.token_urlsafe(32)
    Kalenderabonnement.objects.create(
        merke=kontrollsum(hemmelig), bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id
    )
    return hemmelig


@transaction.atomic
def tilbakekall_abonnement(*, av: Aktoer) -> None:
    """Let the address stop working. Again: no change. Raises IkkeTilgang."""
    av.krev(*ARBEIDSROLLER)
    Kalenderabonnement.objects.filter(
        bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id, tilbakekalt__isnull=True
    ).update(tilbakekalt=timezone.now())
