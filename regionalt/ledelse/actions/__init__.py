"""What one may do with the yearly report."""

from regionalt.ledelse.actions.aarsrapport import (
    begynn_rapport,
    ferdigstill_rapport,
    les_tallene,
    skriv_rapport,
)

__all__ = ["begynn_rapport", "ferdigstill_rapport", "les_tallene", "skriv_rapport"]
