"""The tables of the voluntary sector, one noun a file."""

from regionalt.frivillighet.models.aktivitet import Aktivitet
from regionalt.frivillighet.models.avtale import Avtale, Avtalevedlegg
from regionalt.frivillighet.models.organisasjon import Dekning, Organisasjon, Organisasjonsslag

__all__ = ["Aktivitet", "Avtale", "Avtalevedlegg", "Dekning", "Organisasjon", "Organisasjonsslag"]
