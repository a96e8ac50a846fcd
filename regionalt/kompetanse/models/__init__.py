"""Events with their sessions, programme and invited municipalities."""

from regionalt.kompetanse.models.arrangement import Arrangement, Invitert, Oekt, Programpost
from regionalt.kompetanse.models.valg import Arrangementsslag, Tilstand

__all__ = ["Arrangement", "Arrangementsslag", "Invitert", "Oekt", "Programpost", "Tilstand"]
