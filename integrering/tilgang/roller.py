"""The roles of users, and the database role that stands behind each. Pure."""

from __future__ import annotations

from enum import StrEnum


class Rolle(StrEnum):
    """What a person is for an organisation. An app brings its own roles when it comes."""

    FYLKE_SAKSBEHANDLER = "fylke_saksbehandler"
    TILSKUDDSRAADGIVER = "tilskuddsraadgiver"
    TILSKUDDSGODKJENNER = "tilskuddsgodkjenner"
    ADMINISTRATOR = "administrator"
    KOMMUNE_FLYKTNINGTJENESTE = "kommune_flyktningtjeneste"


class DbRolle(StrEnum):
    """The roles that row-level security knows (see `sql/roller.sql`)."""

    FYLKE = "app_fylke"
    ENHET = "app_enhet"
    SKOLE = "app_skole"
    FRIVILLIG = "app_frivillig"
    MOTOR = "app_motor"


DBROLLE: dict[Rolle, DbRolle] = {
    Rolle.FYLKE_SAKSBEHANDLER: DbRolle.FYLKE,
    Rolle.TILSKUDDSRAADGIVER: DbRolle.FYLKE,
    Rolle.TILSKUDDSGODKJENNER: DbRolle.FYLKE,
    Rolle.ADMINISTRATOR: DbRolle.FYLKE,
    Rolle.KOMMUNE_FLYKTNINGTJENESTE: DbRolle.ENHET,
}

FYLKESROLLER = frozenset(rolle for rolle, db in DBROLLE.items() if db is DbRolle.FYLKE)
KOMMUNEROLLER = frozenset(rolle for rolle, db in DBROLLE.items() if db is DbRolle.ENHET)


def virksomhetstype_for(rolle: Rolle) -> str:
    """Return the kind of organisation a role belongs to: «fylkeskommune» or «kommune»."""
    return "kommune" if rolle in KOMMUNEROLLER else "fylkeskommune"
