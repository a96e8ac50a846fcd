"""`vgo`: periods of full-time upper secondary."""

from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper import GRUPPENAVN, Gruppe
from integrering.utveksling.importering.format import Format
from integrering.utveksling.importering.formater.felles import ROLLER
from integrering.utveksling.importering.kolonner import (
    Dato,
    Desimaltall,
    Duf,
    JaNei,
    Kolonne,
    Virksomhetsnummer,
)
from integrering.utveksling.importering.staging import personfeil, regler
from integrering.utveksling.importering.versjoner import Versjoner

FORMAT = Format(
    navn="vgo",
    tittel=_("Fulltid videregående"),
    beskrivelse=_("Skole, periode og timer per uke. Personene må være registrert først."),
    kolonner=(
        Duf(),
        Virksomhetsnummer("fylkesnummer", "fylke_id", type="fylkeskommune"),
        Kolonne("skole", eksempel="Prøvedal videregående skole"),
        Dato("fra"),
        Dato("til", paakrevd=False),
        Desimaltall("timer_per_uke"),
        JaNei("kombinasjonsklasse"),
        JaNei("hovedansvar_fylke"),
    ),
    regler=(personfeil("fra"), *regler("periode")),
    loep=Versjoner(
        tabell="nir_fulltidvgo",
        verdier=(
            "fylke_id", "skole", "fra", "til", "timer_per_uke", "kombinasjonsklasse", "hovedansvar_fylke",
        ),
        start=("fra",),
        periode=True,
        start_felt="fra",
    ),
    roller=ROLLER,
    gruppe=GRUPPENAVN[Gruppe.OVERSIKT],
)  # fmt: skip
