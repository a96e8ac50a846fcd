"""`skolefravaer`: hours and absence of a month; `skolefravaer-dager`: of a day, summed by month."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from psycopg.sql import SQL, Composable, Identifier, Literal

from integrering.grunnmur.sql import les_sql
from integrering.utveksling.importering.format import Format, Kjoering
from integrering.utveksling.importering.kodekolonner import Maaned
from integrering.utveksling.importering.kolonner import Dato, Duf
from integrering.utveksling.importering.staging import analyser, fyll
from integrering.utveksling.importering.versjoner import Versjoner
from opplaering.hendelser import meld_endret
from opplaering.importering.kolonner import Fravaerstype, Skole, Timetall, Undervisning, perioden
from opplaering.kodeverk import UNDERVISNING
from opplaering.roller import SKRIVER

GRUPPE = _("Opplæring i videregående")
PAKKE = "opplaering"
_VERDIER = ("skole_id", "undervisning", "maaned", "timer", "gyldig", "ugyldig", "uavklart")
_START = ("skole_id", "undervisning", "maaned")
_MAANED, _DATO = Maaned("maaned"), Dato("dato")
_UNDERVISNING = Undervisning("undervisning", paakrevd=False, liste=UNDERVISNING, standard="alt")


def regler_om_skolen(naar: str, *, hele_maaneden: bool) -> Composable:
    """Return the rules about the pupil: known to the one who asks, at the school then, and born."""
    fra, til = perioden(SQL("r.{}").format(Identifier(naar)), hele_maaneden=hele_maaneden)
    return SQL(les_sql(PAKKE, "skolen_da")).format(
        naar=Literal(naar), dag=Identifier(naar), raa=Identifier(f"raa_{naar}"), fra=fra, til=til
    )


def stans_laaste(kjoering: Kjoering) -> None:
    """Refuse rows that say something else than what is registered of a month that is locked."""
    kjoering.peker.execute(SQL(les_sql(PAKKE, "laaste_maaneder")))


def samle_dagene(kjoering: Kjoering) -> None:
    """Make the rows of days into one row for each pupil and month: `utv_dager` keeps which became which.

    A month with a row that is refused is refused as a whole: half a month is no month.
    """
    for navn in ("dager_ufullstendig", "dager"):
        sporring = SQL(les_sql(PAKKE, navn))
        if navn == "dager":
            fyll("utv_dager", sporring, kjoering)
        else:
            kjoering.peker.execute(sporring)
    analyser("utv_dager", kjoering)
    fyll("utv_rad", SQL(les_sql(PAKKE, "dager_samlet")), kjoering)
    analyser("utv_rad", kjoering)
    kjoering.peker.execute(SQL(les_sql(PAKKE, "dager_for_mange")))
    stans_laaste(kjoering)


@dataclass(frozen=True)
class Meldte(Versjoner):
    """Takes the rows in, and tells those who listen to the training whom they were about."""

    def __call__(self, kjoering: Kjoering) -> None:
        """Run it."""
        super().__call__(kjoering)
        kjoering.peker.execute("SELECT DISTINCT person_id FROM utv_kandidat ORDER BY 1")
        meld_endret([pk for (pk,) in kjoering.peker.fetchall()])


@dataclass(frozen=True)
class SummerteDager(Meldte):
    """Takes the summed rows in, and tells each day what became of its month."""

    def __call__(self, kjoering: Kjoering) -> None:
        """Run it."""
        super().__call__(kjoering)
        kjoering.peker.execute(SQL(les_sql(PAKKE, "dager_utfall")))


FORMAT = Format(
    navn="skolefravaer",
    tittel=_("Timer og fravær på skolen, per måned"),
    beskrivelse=_("En rad per deltaker og måned. Deltakerne må gå på skolen den måneden."),
    gruppe=GRUPPE,
    kolonner=(
        Duf(),
        _MAANED,
        Timetall("timer", hoeyst=300),
        Timetall("gyldig", paakrevd=False, hoeyst=300),
        Timetall("ugyldig", paakrevd=False, hoeyst=300),
        Timetall("ikke_avklart", felt="uavklart", paakrevd=False, hoeyst=300),
        _UNDERVISNING,
        Skole(naar=_MAANED, hele_maaneden=True),
    ),
    regler=(regler_om_skolen("maaned", hele_maaneden=True),),
    loep=Versjoner(tabell="opplaering_maanedsfravaer", verdier=_VERDIER, start=_START, start_felt="maaned"),
    roller=SKRIVER,
    etter_kontroll=stans_laaste,
    historisk=False,
)
DAGER = Format(
    navn="skolefravaer-dager",
    tittel=_("Timer og fravær på skolen, per dag"),
    beskrivelse=_(
        "En rad per deltaker, dag og type. Radene summeres per måned, så hele måneden må være med."
        " Sendes måneden på nytt, rettes den."
    ),
    gruppe=GRUPPE,
    kolonner=(
        Duf(),
        _DATO,
        Timetall("timer", hoeyst=24),
        Fravaerstype("type", koder=("til_stede", "gyldig", "ugyldig", "ikke_avklart")),
        _UNDERVISNING,
        Skole(naar=_DATO),
    ),
    regler=(regler_om_skolen("dato", hele_maaneden=False),),
    loep=SummerteDager(
        tabell="opplaering_maanedsfravaer", verdier=_VERDIER, start=_START, start_felt="maaned"
    ),
    roller=SKRIVER,
    etter_kontroll=samle_dagene,
    historisk=False,
)
