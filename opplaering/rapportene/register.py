"""The figures of the training, in the order of the page."""

from integrering.rapporter.rapportene.felles import Rapportslag
from opplaering.rapportene.deltakere import DELTAKERE
from opplaering.rapportene.plasser import PLASSER
from opplaering.rapportene.resultater import RESULTATER

TALL: tuple[Rapportslag, ...] = (DELTAKERE, RESULTATER, PLASSER)
