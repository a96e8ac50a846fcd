"""Calls, applications, checks."""

from tilskudd.gitt.models.kontroll import Fravik, Logglinje, Registerkontroll
from tilskudd.gitt.models.soeknad import Budsjettlinje, Innsending, Soeknad, Soeknadsvedlegg
from tilskudd.gitt.models.utlysning import Kriterium, Utlysning
from tilskudd.gitt.models.valg import (
    Budsjettslag,
    Kostnadsslag,
    Soekerslag,
    Soeknadstilstand,
    Utbetalingsregel,
    Utlysningstilstand,
    Vedleggskrav,
)

__all__ = [
    "Budsjettlinje",
    "Budsjettslag",
    "Fravik",
    "Innsending",
    "Kostnadsslag",
    "Kriterium",
    "Logglinje",
    "Registerkontroll",
    "Soekerslag",
    "Soeknad",
    "Soeknadstilstand",
    "Soeknadsvedlegg",
    "Utbetalingsregel",
    "Utlysning",
    "Utlysningstilstand",
    "Vedleggskrav",
]
