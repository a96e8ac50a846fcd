"""Events, their sessions and programme; who is registered, who came, what they think; networks; examples."""

from regionalt.kompetanse.models.arrangement import Arrangement, Invitert, Oekt, Programpost
from regionalt.kompetanse.models.eksempel import Eksempel
from regionalt.kompetanse.models.evaluering import Evaluering, Evaluert
from regionalt.kompetanse.models.nettverk import Nettverk, Nettverksmedlem
from regionalt.kompetanse.models.paamelding import Oppmoete, Paamelding
from regionalt.kompetanse.models.valg import Arrangementsslag, Eksempeltilstand, Plass, Tilstand
from regionalt.kompetanse.models.vedlegg import Arrangementsvedlegg

__all__ = [
    "Arrangement",
    "Arrangementsslag",
    "Arrangementsvedlegg",
    "Eksempel",
    "Eksempeltilstand",
    "Evaluering",
    "Evaluert",
    "Invitert",
    "Nettverk",
    "Nettverksmedlem",
    "Oekt",
    "Oppmoete",
    "Paamelding",
    "Plass",
    "Programpost",
    "Tilstand",
]
