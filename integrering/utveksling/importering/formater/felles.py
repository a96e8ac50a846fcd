"""What the files about persons have in common."""

from integrering.tilgang.roller import Rolle

# Who registers facts about persons: the county's case workers, and a municipality about its own.
ROLLER = (Rolle.FYLKE_SAKSBEHANDLER, Rolle.ADMINISTRATOR, Rolle.KOMMUNE_FLYKTNINGTJENESTE)
