"""`stans`: stans of training."""

from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper import GRUPPENAVN, Gruppe
from integrering.nir.kodeverk import Ordning, Varighet
from integrering.utveksling.importering.format import Format
from integrering.utveksling.importering.formater.felles import ROLLER
from integrering.utveksling.importering.kodekolonner import Listekode
from integrering.utveksling.importering.kolonner import Dato, Duf, Kode
from integrering.utveksling.importering.staging import personfeil
from integrering.utveksling.importering.versjoner import Versjoner

FORMAT = Format(
    navn="stans",
    tittel=_("Stans av opplæring"),
    beskrivelse=_(
        "Midlertidig eller permanent stans av norsk, samfunnskunnskap eller introduksjonsprogram."
        " Personene må være registrert først."
    ),
    kolonner=(
        Duf(),
        Kode("ordning", paakrevd=False, koder=tuple(Ordning.values), standard=Ordning.NORSK.value),
        Dato("fra"),
        Kode("varighet", koder=tuple(Varighet.values)),
        Listekode("grunn", paakrevd=False, liste="stansgrunn"),
    ),
    regler=(personfeil("fra"),),
    loep=Versjoner(
        tabell="nir_stans",
        verdier=("ordning", "fra", "varighet", "grunn"),
        start=("ordning", "fra"),
        start_felt="fra",
    ),
    roller=ROLLER,
    gruppe=GRUPPENAVN[Gruppe.OPPLAERING],
)
