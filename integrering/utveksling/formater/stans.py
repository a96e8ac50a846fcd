"""`stans`: stans of training."""

from integrering.nir.kodeverk import Ordning, Varighet
from integrering.utveksling.format import Format
from integrering.utveksling.formater.felles import ROLLER
from integrering.utveksling.kolonner import Dato, Duf, Kode
from integrering.utveksling.staging import personfeil
from integrering.utveksling.versjoner import Versjoner

FORMAT = Format(
    navn="stans",
    kolonner=(
        Duf(),
        Kode("ordning", koder=tuple(Ordning.values)),
        Dato("fra"),
        Kode("varighet", koder=tuple(Varighet.values)),
    ),
    regler=(personfeil("fra"),),
    loep=Versjoner(
        tabell="nir_stans",
        verdier=("ordning", "fra", "varighet"),
        start=("ordning", "fra"),
        start_felt="fra",
    ),
    roller=ROLLER,
)
