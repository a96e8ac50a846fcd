"""Events with sessions, programme and invitations; who is registered, who came; good examples."""

from regionalt.kompetanse.models.arrangement import Arrangement, Invitert, Oekt, Programpost
from regionalt.kompetanse.models.eksempel import Eksempel
from regionalt.kompetanse.models.paamelding import Oppmoete, Paamelding
from regionalt.kompetanse.models.valg import Arrangementsslag, Eksempeltilstand, Plass, Tilstand
from regionalt.kompetanse.models.vedlegg import Arrangementsvedlegg

__all__ = [
    "Arrangement",
    "Arrangementsslag",
    "Arrangementsvedlegg",
    "Eksempel",
    "Eksempeltilstand",
    "Invitert",
    "Oekt",
    "Oppmoete",
    "Paamelding",
    "Plass",
    "Programpost",
    "Tilstand",
]
