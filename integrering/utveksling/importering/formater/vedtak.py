"""`vedtak`: vedtak om norskopplæring."""

from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper import GRUPPENAVN, Gruppe
from integrering.nir.kodeverk import Ordning, Vedtakstype
from integrering.utveksling.importering.format import Format
from integrering.utveksling.importering.formater.felles import ROLLER
from integrering.utveksling.importering.kolonner import Dato, Duf, Kode
from integrering.utveksling.importering.staging import personfeil, regler
from integrering.utveksling.importering.versjoner import Versjoner

FORMAT = Format(
    navn="vedtak",
    tittel=_("Vedtak om norskopplæring"),
    beskrivelse=_(
        "Vedtaksdato og startdato, for norsk, samfunnskunnskap eller introduksjonsprogram."
        " Personene må være registrert først."
    ),
    kolonner=(
        Duf(),
        Kode("ordning", paakrevd=False, koder=tuple(Ordning.values), standard=Ordning.NORSK.value),
        Kode(
            "vedtakstype",
            paakrevd=False,
            koder=tuple(Vedtakstype.values),
            standard=Vedtakstype.INNVILGET.value,
        ),
        Dato("vedtaksdato"),
        Dato("startdato"),
    ),
    regler=(personfeil("startdato"), *regler("vedtak")),
    loep=Versjoner(
        tabell="nir_vedtak",
        verdier=("ordning", "vedtakstype", "vedtaksdato", "startdato"),
        start=("ordning", "startdato"),
        start_felt="startdato",
    ),
    roller=ROLLER,
    gruppe=GRUPPENAVN[Gruppe.OPPLAERING],
)
