"""Reads the environment: the only way settings get their secrets and addresses."""

import os
from typing import Any
from urllib.parse import unquote, urlparse


def tekst(navn: str, standard: str = "") -> str:
    """Return the variable as text, or `standard`."""
    return os.environ.get(navn, standard)


def ja(navn: str) -> bool:
    """Return True when the variable says yes (1, ja, true, on)."""
    return os.environ.get(navn, "").lower() in {"1", "ja", "true", "on"}


def database(url: str, **valg: Any) -> dict[str, Any]:
    """Return Django's database settings for a `postgresql://user:password@host:port/name` address.

    Raises:
        ValueError: when the address is not one of PostgreSQL.
    """
    deler = urlparse(url)
    if deler.scheme not in {"postgres", "postgresql"}:
        raise ValueError("DATABASE_URL must start with postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(deler.path.lstrip("/")),
        "USER": unquote(deler.username or ""),
        "PASSWORD": unquote(deler.password or ""),
        "HOST": deler.hostname or "",
        "PORT": str(deler.port or ""),
        **valg,
    }
