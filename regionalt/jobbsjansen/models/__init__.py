"""Projects of Jobbsjansen part B: numbers, never participants."""

from regionalt.jobbsjansen.models.prosjekt import Halvaarstall, Prosjekt, Prosjekttilstand, Prosjektvedlegg

__all__ = ["Halvaarstall", "Prosjekt", "Prosjekttilstand", "Prosjektvedlegg"]
