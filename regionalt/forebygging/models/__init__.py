"""The tables of the prevention work, one noun a file. No table is about a person who needs help."""

from regionalt.forebygging.models.aktivitet import Aktivitet, Aktivitetsslag, Forebyggingstema, NasjonalPlan
from regionalt.forebygging.models.felles import Sikkerhet
from regionalt.forebygging.models.katalog import Hjelpetjeneste, Mangfoldsraadgiver, Situasjon
from regionalt.forebygging.models.nettverk import Nettverk, Nettverksmedlem, Nettverksmoete

__all__ = [
    "Aktivitet",
    "Aktivitetsslag",
    "Forebyggingstema",
    "Hjelpetjeneste",
    "Mangfoldsraadgiver",
    "NasjonalPlan",
    "Nettverk",
    "Nettverksmedlem",
    "Nettverksmoete",
    "Sikkerhet",
    "Situasjon",
]
