"""What the county applies for, one noun a file."""

from tilskudd.soekt.models.bruk import Bruk, Kjoenn, Metode, Nivaa, Resultat
from tilskudd.soekt.models.innhold import Budsjettlinje, Partner, Partnerslag, Vilkaarsvar
from tilskudd.soekt.models.soeknad import Soeknad, Tilstand
from tilskudd.soekt.models.utlysning import Utlysning, Vilkaar, Vilkaarsdel
from tilskudd.soekt.models.vedlegg import Soeknadsvedlegg, Vedleggsslag

__all__ = [
    "Bruk",
    "Budsjettlinje",
    "Kjoenn",
    "Metode",
    "Nivaa",
    "Partner",
    "Partnerslag",
    "Resultat",
    "Soeknad",
    "Soeknadsvedlegg",
    "Tilstand",
    "Utlysning",
    "Vedleggsslag",
    "Vilkaar",
    "Vilkaarsdel",
    "Vilkaarsvar",
]
