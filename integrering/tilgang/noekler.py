"""Keys of links in e-mail: random, kept as fingerprints only; and keyed fingerprints of what is counted."""

from __future__ import annotations

import hashlib
import secrets

from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac


def ny_noekkel() -> tuple[str, str]:
    """Return a key (256 random bits) for a link, and the fingerprint to keep."""
    noekkel = secrets.token_urlsafe(32)
    return noekkel, avtrykk(noekkel)


def avtrykk(noekkel: str) -> str:
    """Return the fingerprint of a key. The key has 256 random bits, so one round of SHA-256 is enough."""
    return hashlib.sha256(noekkel.encode()).hexdigest()


def virker(avtrykket: str) -> Q:
    """Return what a row must be for the link with this fingerprint to work now, once, for one who is in."""
    return ~Q(avtrykk="") & Q(
        avtrykk=avtrykket, brukt__isnull=True, utloeper__gt=timezone.now(), bruker__is_active=True
    )


def tellemerke(hva: str, tekst: str) -> str:
    """Return a fingerprint that cannot be turned back without the installation's secret key."""
    return salted_hmac(f"integrering.tilgang.{hva}", tekst.strip().lower(), algorithm="sha256").hexdigest()
