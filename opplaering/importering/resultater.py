"""`skoleresultat`: results of tests and grades."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from psycopg.sql import SQL, Literal

from integrering.grunnmur.sql import les_sql
from integrering.utveksling.importering.format import Format
from integrering.utveksling.importering.kodekolonner import Listekode, Spraakkode
from integrering.utveksling.importering.kolonner import Dato, Duf, Heltall
from opplaering.importering.fravaer import GRUPPE, PAKKE, Meldte
from opplaering.importering.kolonner import Skole
from opplaering.kodeverk import RESULTATFAG, RESULTATSLAG
from opplaering.roller import SKRIVER
from opplaering.rules.resultat import DELER, HOEYEST, LAVEST, PROEVER

_DATO = Dato("dato")
_PROEVER = SQL("({})").format(SQL(", ").join(map(Literal, PROEVER)))

FORMAT = Format(
    navn="skoleresultat",
    tittel=_("Prøver og karakterer fra skolen"),
    beskrivelse=_("En rad per prøve eller karakter: delene av en prøve, eller fag og karakter."),
    gruppe=GRUPPE,
    kolonner=(
        Duf(),
        Listekode("slag", liste=RESULTATSLAG),
        _DATO,
        *(Listekode(navn, paakrevd=False, liste="proeveresultat") for navn in DELER),
        Spraakkode("spraak", paakrevd=False),
        Listekode("fag", paakrevd=False, liste=RESULTATFAG),
        Heltall("karakter", paakrevd=False, minst=LAVEST, hoeyst=HOEYEST),
        Skole(naar=_DATO),
    ),
    regler=(
        SQL(les_sql(PAKKE, "resultat_da")).format(),
        SQL(les_sql(PAKKE, "skoleresultat")).format(proever=_PROEVER),
    ),
    loep=Meldte(
        tabell="opplaering_resultat",
        verdier=("skole_id", "slag", "dato", *DELER, "spraak", "fag", "karakter"),
        start=("slag", "fag", "dato"),
        start_felt="dato",
    ),
    roller=SKRIVER,
    historisk=False,
)
