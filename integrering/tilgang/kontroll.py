"""The start-up check: the web and the worker refuse to run with more power than they need."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import OperationalError, connection

_MAKT = """
    SELECT r.rolsuper OR r.rolbypassrls OR EXISTS (
        SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relowner = r.oid AND n.nspname = 'public')
    FROM pg_roles r WHERE r.rolname = session_user
"""


def har_for_mye_makt() -> bool:
    """Return True when the login role is superuser, bypasses row-level security or owns a table."""
    with connection.cursor() as peker:
        peker.execute(_MAKT)
        rad = peker.fetchone()
    return bool(rad and rad[0])


def ikke_eier_eller_superbruker(databases: list[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Refuse to serve as owner or superuser (runs with `check --database default`)."""
    if not databases or "default" not in databases:
        return []
    try:
        for_mye = har_for_mye_makt()
    except OperationalError:
        return []
    if not for_mye:
        return []
    return [
        Error(
            "Innloggingsrollen til databasen eier tabeller eller er superbruker.",
            hint="DATABASE_URL skal bruke rollen app (se integrering/tilgang/sql/roller.sql).",
            id="tilgang.E001",
        )
    ]
