"""The tables of the regional work, one noun a file."""

from regionalt.models.kontakt import Kommunekontakt

__all__ = ["Kommunekontakt"]
