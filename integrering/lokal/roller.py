"""The database inside the cluster: made once, its roles from the same SQL file as in production."""

from pathlib import Path

import psycopg
from psycopg import sql

DATABASE = "integrering"


def svarer(dsn: str) -> bool:
    """Return True when the server takes connections."""
    try:
        psycopg.connect(dsn, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def opprett_database(dsn_postgres: str, navn: str = DATABASE) -> bool:
    """Create database `navn` if it is not there; True when made now. `dsn_postgres` is the superuser's."""
    with psycopg.connect(dsn_postgres, autocommit=True) as kobling:
        if kobling.execute("SELECT 1 FROM pg_database WHERE datname = %s", [navn]).fetchone():
            return False
        kobling.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(navn)))
        return True


def sett_opp_roller(dsn: str, roller_sql: Path, passord: dict[str, str]) -> None:
    """Run `roller.sql` (safe to repeat) in one database as superuser and set the login roles' passwords."""
    with psycopg.connect(dsn) as kobling:
        kobling.execute(roller_sql.read_text().encode())
        for rolle, hemmelig in passord.items():
            kobling.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(rolle), sql.Literal(hemmelig))
            )


def statistikk(dsn_mal: str) -> None:
    """Put pg_stat_statements into the database all new ones are copied from (needs a superuser)."""
    with psycopg.connect(dsn_mal) as kobling:
        if kobling.execute(
            "SELECT 1 FROM pg_available_extensions WHERE name = 'pg_stat_statements'"
        ).fetchone():
            kobling.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")


def merke(dsn: str, navn: str = DATABASE) -> str:
    """Return the database's comment, where the last applied migrations are remembered ('' at first)."""
    with psycopg.connect(dsn) as kobling:
        rad = kobling.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [navn]
        ).fetchone()
    return str(rad[0]) if rad and rad[0] else ""


def sett_merke(dsn: str, tekst: str, navn: str = DATABASE) -> None:
    """Remember `tekst` in the database itself, so that it is gone when the data are gone."""
    with psycopg.connect(dsn) as kobling:
        kobling.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(navn), sql.Literal(tekst))
        )
