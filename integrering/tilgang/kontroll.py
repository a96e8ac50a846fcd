"""The web and the worker refuse to run with more power than they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import structlog
from django.core.checks import CheckMessage, Error
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

logg = structlog.get_logger(__name__)

MELDING = "Innloggingsrollen til databasen eier tabeller, er superbruker eller går forbi radtilgangen."
HINT = "DATABASE_URL skal bruke rollen app (se integrering/tilgang/sql/roller.sql)."

# Too much: superuser, bypass of row-level security, making roles, or able to become the owner of a table.
_MAKT = """
    SELECT r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR EXISTS (
        SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm')
          AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
    FROM pg_roles r WHERE r.rolname = session_user
"""


def har_for_mye_makt(kobling: BaseDatabaseWrapper) -> bool:
    """Return True when the login role could see what no policy gives it."""
    with kobling.cursor() as peker:
        peker.execute(_MAKT)
        rad = peker.fetchone()
    return bool(rad and rad[0])


def ikke_eier_eller_superbruker(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Say in `manage.py check --database default` what would stop the web and the worker."""
    if not databases or "default" not in databases:
        return []
    try:
        for_mye = har_for_mye_makt(connection)
    except OperationalError:
        return []
    return [Error(MELDING, hint=HINT, id="tilgang.E001")] if for_mye else []


def vokt_oppstart() -> None:
    """Stop this process if its database role has too much power; called where web and worker start.

    A database that is not there yet is asked when it answers: every new connection is checked.

    Raises:
        SystemExit: with one line that says what is wrong.
    """
    connection_created.connect(_vokt_kobling, dispatch_uid="tilgang.vokt_kobling")
    try:
        connection.ensure_connection()
    except OperationalError:
        logg.warning("databasen_svarer_ikke_ennaa")
    finally:
        connection.close()


def _vokt_kobling(connection: BaseDatabaseWrapper, **_: Any) -> None:
    if connection.alias == "default" and har_for_mye_makt(connection):
        connection.close()
        raise SystemExit(f"{MELDING} {HINT}")
