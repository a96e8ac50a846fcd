"""Events with their sessions, programme and invited municipalities; who is registered, and who came."""

from regionalt.kompetanse.models.arrangement import Arrangement, Invitert, Oekt, Programpost
from regionalt.kompetanse.models.paamelding import Oppmoete, Paamelding
from regionalt.kompetanse.models.valg import Arrangementsslag, Plass, Tilstand

__all__ = [
    "Arrangement",
    "Arrangementsslag",
    "Invitert",
    "Oekt",
    "Oppmoete",
    "Paamelding",
    "Plass",
    "Programpost",
    "Tilstand",
]
