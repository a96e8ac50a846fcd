"""Tasks, what was done with them, stand-ins and the administrator's settings of rules."""

from integrering.oppgaver.models.hendelse import Oppgavehendelse
from integrering.oppgaver.models.oppgave import Oppgave
from integrering.oppgaver.models.regelinnstilling import Regelinnstilling
from integrering.oppgaver.models.vikariat import Vikariat

__all__ = ["Oppgave", "Oppgavehendelse", "Regelinnstilling", "Vikariat"]
