"""Schools, their classes, who goes there, what they miss and reach, and what the municipality is told."""

from opplaering.models.fravaer import Maanedsfravaer, Skolemaanedslaas
from opplaering.models.klasse import Hovedansvar, Skoleklasse, Utdanningstilbud
from opplaering.models.melding import Kommunemelding
from opplaering.models.resultat import Resultat
from opplaering.models.samarbeid import Avtale, Samarbeidskontakt
from opplaering.models.skolegang import Skolegang
from opplaering.models.skolemelding import Skolemelding
from opplaering.models.soeknad import Prioritet, Realkompetanse, Soeknad
from opplaering.models.visninger import Avstemming, Umeldt

__all__ = [
    "Avstemming",
    "Avtale",
    "Hovedansvar",
    "Kommunemelding",
    "Maanedsfravaer",
    "Prioritet",
    "Realkompetanse",
    "Resultat",
    "Samarbeidskontakt",
    "Skolegang",
    "Skoleklasse",
    "Skolemaanedslaas",
    "Skolemelding",
    "Soeknad",
    "Umeldt",
    "Utdanningstilbud",
]
