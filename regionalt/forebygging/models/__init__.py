"""The tables of the prevention work, one noun a file. No table is about a person who needs help."""

from regionalt.forebygging.models.felles import Sikkerhet
from regionalt.forebygging.models.katalog import Hjelpetjeneste, Mangfoldsraadgiver, Situasjon

__all__ = ["Hjelpetjeneste", "Mangfoldsraadgiver", "Sikkerhet", "Situasjon"]
