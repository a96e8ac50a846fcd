"""The tables of the plans, one noun a file."""

from regionalt.planer.models.hoering import Bruk, Hoeringsinstans, Hoeringssvar
from regionalt.planer.models.kunnskap import Arbeidskraftbehov, Sikkerhet, Tilbud
from regionalt.planer.models.plan import LAAST, Maal, Plan, Planslag, Plantilstand
from regionalt.planer.models.tiltak import Plantiltak, Statusrad, Tiltaksstatus
from regionalt.planer.models.utgivelse import Utgivelse
from regionalt.planer.models.vedtak import Planvedtak

__all__ = [
    "LAAST",
    "Arbeidskraftbehov",
    "Bruk",
    "Hoeringsinstans",
    "Hoeringssvar",
    "Maal",
    "Plan",
    "Planslag",
    "Plantilstand",
    "Plantiltak",
    "Planvedtak",
    "Sikkerhet",
    "Statusrad",
    "Tilbud",
    "Tiltaksstatus",
    "Utgivelse",
]
