"""`personer`: the person, and the details that decide law and money."""

from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper import GRUPPENAVN, Gruppe
from integrering.nir.kodeverk import Adressebeskyttelse, Kjoenn, Landgruppe, Tillatelsestype
from integrering.utveksling.importering.format import Format, Kjoering
from integrering.utveksling.importering.formater.felles import ROLLER
from integrering.utveksling.importering.kolonner import Dato, Duf, Kode, Kolonne, Landkode
from integrering.utveksling.importering.staging import med_spor, regler, sql_fil
from integrering.utveksling.importering.versjoner import Versjoner

VERDIER = (
    "fornavn", "etternavn", "foedselsdato", "kjoenn", "statsborgerskap", "tillatelse", "tillatelse_dato",
    "landgruppe", "adressebeskyttelse",
)  # fmt: skip


def opprett_personer(kjoering: Kjoering) -> None:
    """Make the new persons. A DUF number that lives out of the asker's sight is sent back.

    To a municipality the answer is the web's: the county gets the case (`nir_meld_flytting`).
    """
    kjoering.peker.execute(med_spor("nir_person", sql_fil("nye_personer")), kjoering.hvem)
    kjoering.peker.execute(sql_fil("skjulte_personer"))
    if kjoering.av.er_kommune and kjoering.peker.rowcount:
        kjoering.peker.execute(sql_fil("meld_flytting_personer"), kjoering.hvem)


FORMAT = Format(
    navn="personer",
    tittel=_("Personer"),
    beskrivelse=_("Navn, fødselsdato, tillatelse og landgruppe. Nye personer blir registrert."),
    kolonner=(
        Duf(),
        Kolonne("fornavn", maks=100, eksempel="Amal"),
        Kolonne("etternavn", maks=100, eksempel="Eksempel"),
        Dato("foedselsdato"),
        Kode("kjoenn", koder=tuple(Kjoenn.values), store=True),
        Landkode("statsborgerskap"),
        Kode("tillatelse", koder=tuple(Tillatelsestype.values)),
        Dato("tillatelse_dato"),
        Kode("landgruppe", paakrevd=False, koder=tuple(Landgruppe.values), store=True),
        Kode("adressebeskyttelse", paakrevd=False, koder=tuple(Adressebeskyttelse.values)),
    ),
    regler=regler("personer"),
    loep=Versjoner(tabell="nir_personopplysning", verdier=VERDIER, foer_innsetting=opprett_personer),
    roller=ROLLER,
    gruppe=GRUPPENAVN[Gruppe.OVERSIKT],
)
