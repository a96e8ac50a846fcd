"""`bosteder`: folkeregistrert kommune by period."""

from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper import GRUPPENAVN, Gruppe
from integrering.utveksling.importering.format import Format, Kjoering
from integrering.utveksling.importering.formater.felles import ROLLER
from integrering.utveksling.importering.kolonner import Dato, Duf, Virksomhetsnummer
from integrering.utveksling.importering.staging import personfeil, regler, sql_fil
from integrering.utveksling.importering.versjoner import Versjoner


def meld_flyttinger(kjoering: Kjoering) -> None:
    """A municipality's rows about someone it does not have become cases for the county."""
    if kjoering.av.er_kommune:
        kjoering.peker.execute(sql_fil("meld_flytting_bosteder"), kjoering.hvem)


FORMAT = Format(
    navn="bosteder",
    tittel=_("Bosteder"),
    beskrivelse=_("Hvor personene er folkeregistrert, med datoer. Personene må være registrert først."),
    kolonner=(
        Duf(),
        Virksomhetsnummer("kommunenummer", "kommune_id", type="kommune"),
        Dato("fra"),
        Dato("til", paakrevd=False),
    ),
    regler=(personfeil("fra"), *regler("periode", "bosteder")),
    loep=Versjoner(
        tabell="nir_bosted",
        verdier=("kommune_id", "fra", "til"),
        start=("fra",),
        periode=True,
        start_felt="fra",
    ),
    roller=ROLLER,
    gruppe=GRUPPENAVN[Gruppe.OVERSIKT],
    etter_kontroll=meld_flyttinger,
)
