"""Classes, who is in them, months that are locked, and what was registered for many."""

from integrering.klasser.models.fellesregistrering import Fellesregistrering
from integrering.klasser.models.klasse import Klasse
from integrering.klasser.models.maanedslaas import Maanedslaas
from integrering.klasser.models.medlemskap import Medlemskap

__all__ = ["Fellesregistrering", "Klasse", "Maanedslaas", "Medlemskap"]
