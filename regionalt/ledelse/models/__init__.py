"""Models of the yearly report."""

from regionalt.ledelse.models.aarsrapport import Aarsrapport

__all__ = ["Aarsrapport"]
