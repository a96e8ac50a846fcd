"""The roles of users, and the database role that stands behind each. Pure."""

from __future__ import annotations

from enum import StrEnum


class Rolle(StrEnum):
    """What a person is for an organisation. An app brings its own roles when it comes."""

    FYLKE_SAKSBEHANDLER = "fylke_saksbehandler"
    KARRIEREVEILEDER = "karriereveileder"
    OPPLAERINGSKOORDINATOR = "opplaeringskoordinator"
    TILSKUDDSRAADGIVER = "tilskuddsraadgiver"
    TILSKUDDSGODKJENNER = "tilskuddsgodkjenner"
    BOSETTINGSGODKJENNER = "bosettingsgodkjenner"
    LEDER = "leder"
    ADMINISTRATOR = "administrator"
    INNSYNSREVISOR = "innsynsrevisor"
    KOMMUNE_FLYKTNINGTJENESTE = "kommune_flyktningtjeneste"
    KOMMUNE_VOKSENOPPLAERING = "kommune_voksenopplaering"
    KOMMUNE_ADMINISTRATOR = "kommune_administrator"
    SKOLEKONTAKT = "skolekontakt"
    ORGANISASJON_SOEKER = "organisasjon_soeker"


class DbRolle(StrEnum):
    """The roles that row-level security knows (see `sql/roller.sql`)."""

    FYLKE = "app_fylke"
    # the county, and with it all notes of the career guidance: case workers alone
    SAKSBEHANDLER = "app_saksbehandler"
    # the county, and with it the notes of the centres one belongs to
    KARRIERE = "app_karriere"
    ENHET = "app_enhet"
    # adult education: as the municipality, without health, family and complaints of the programme
    OPPLAERING = "app_opplaering"
    SKOLE = "app_skole"
    FRIVILLIG = "app_frivillig"
    # keeps a municipality's users; no table with persons is open to it
    FORVALTER = "app_forvalter"
    MOTOR = "app_motor"


DBROLLE: dict[Rolle, DbRolle] = {
    Rolle.FYLKE_SAKSBEHANDLER: DbRolle.SAKSBEHANDLER,
    Rolle.KARRIEREVEILEDER: DbRolle.KARRIERE,
    Rolle.OPPLAERINGSKOORDINATOR: DbRolle.FYLKE,
    Rolle.TILSKUDDSRAADGIVER: DbRolle.FYLKE,
    Rolle.TILSKUDDSGODKJENNER: DbRolle.FYLKE,
    Rolle.BOSETTINGSGODKJENNER: DbRolle.FYLKE,
    Rolle.LEDER: DbRolle.FYLKE,
    Rolle.ADMINISTRATOR: DbRolle.FYLKE,
    Rolle.INNSYNSREVISOR: DbRolle.FYLKE,
    Rolle.KOMMUNE_FLYKTNINGTJENESTE: DbRolle.ENHET,
    Rolle.KOMMUNE_VOKSENOPPLAERING: DbRolle.OPPLAERING,
    Rolle.KOMMUNE_ADMINISTRATOR: DbRolle.FORVALTER,
    Rolle.SKOLEKONTAKT: DbRolle.SKOLE,
    Rolle.ORGANISASJON_SOEKER: DbRolle.FRIVILLIG,
}

# The database roles of those who represent the county: each is `app_fylke`, some with more.
FYLKETS_DBROLLER = frozenset({DbRolle.FYLKE, DbRolle.SAKSBEHANDLER, DbRolle.KARRIERE})

# Kind of organisation → the roles that belong to it.
ROLLER_I: dict[str, frozenset[Rolle]] = {
    "fylkeskommune": frozenset(rolle for rolle, db in DBROLLE.items() if db in FYLKETS_DBROLLER),
    "kommune": frozenset(
        {Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.KOMMUNE_VOKSENOPPLAERING, Rolle.KOMMUNE_ADMINISTRATOR}
    ),
    "skole": frozenset({Rolle.SKOLEKONTAKT}),
    "frivillig": frozenset({Rolle.ORGANISASJON_SOEKER}),
}

# Those who work with persons: at the county (all of them), and at a municipality (its own).
FYLKESROLLER = frozenset(
    {
        Rolle.FYLKE_SAKSBEHANDLER,
        # guides newly arrived refugees, and writes the note the municipality gets
        Rolle.KARRIEREVEILEDER,
        Rolle.OPPLAERINGSKOORDINATOR,
        Rolle.TILSKUDDSRAADGIVER,
        Rolle.TILSKUDDSGODKJENNER,
        # approves how many refugees each municipality should be asked to settle
        Rolle.BOSETTINGSGODKJENNER,
        # reads all of it; registers, calculates and decides nothing
        Rolle.LEDER,
        Rolle.ADMINISTRATOR,
    }
)
KOMMUNEROLLER = frozenset({Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.KOMMUNE_VOKSENOPPLAERING})
# Those outside who have messages, meetings and tasks here, but no register of persons.
PARTNERROLLER = frozenset({Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER})
# Those who have work that comes to them: tasks, messages, meetings.
ARBEIDSROLLER = FYLKESROLLER | KOMMUNEROLLER | PARTNERROLLER
ALLE_ROLLER = frozenset(Rolle)


def virksomhetstype_for(rolle: Rolle) -> str:
    """Return the kind of organisation a role belongs to: «fylkeskommune», «kommune», «skole», «frivillig»."""
    return next(type_ for type_, roller in ROLLER_I.items() if rolle in roller)
