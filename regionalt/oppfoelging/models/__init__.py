"""The contact log, and the requests for guidance."""

from regionalt.oppfoelging.models.forespoersel import Forespoersel, Forespoerselvedlegg
from regionalt.oppfoelging.models.kontakt import Kontakt, Kontaktkommune, Kontaktpunkt

__all__ = ["Forespoersel", "Forespoerselvedlegg", "Kontakt", "Kontaktkommune", "Kontaktpunkt"]
