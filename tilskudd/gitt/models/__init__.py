"""Calls, applications, checks, assessment, decisions, payments, reports."""

from tilskudd.gitt.models.kontroll import Fravik, Logglinje, Registerkontroll
from tilskudd.gitt.models.oppfoelging import Krav, Rapport, Utbetaling
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
from tilskudd.gitt.models.vedtak import Anbefaling, Klage, Poeng, Utfall, Vedtak, Vurdering

__all__ = [
    "Anbefaling",
    "Budsjettlinje",
    "Budsjettslag",
    "Fravik",
    "Innsending",
    "Klage",
    "Kostnadsslag",
    "Krav",
    "Kriterium",
    "Logglinje",
    "Poeng",
    "Rapport",
    "Registerkontroll",
    "Soekerslag",
    "Soeknad",
    "Soeknadstilstand",
    "Soeknadsvedlegg",
    "Utbetaling",
    "Utbetalingsregel",
    "Utfall",
    "Utlysning",
    "Utlysningstilstand",
    "Vedleggskrav",
    "Vedtak",
    "Vurdering",
]
