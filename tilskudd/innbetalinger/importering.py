"""The file `innbetalinger`: what IMDi paid."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from psycopg.sql import SQL, Literal

from integrering.grunnmur.sql import les_sql
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.importering.format import Format, Kjoering, registrer_format
from integrering.utveksling.importering.kolonner import Dato, Duf, Kolonne
from integrering.utveksling.importering.meldinger import registrer_meldinger
from tilskudd.doerer import BEREGNER
from tilskudd.innbetalinger import motor
from tilskudd.innbetalinger.kolonner import Beloep, Kvartalskolonne, Tilskuddskode
from tilskudd.innbetalinger.rules.runde import PERSONTILSKUDD

PAKKE = "tilskudd.innbetalinger"
_MELDINGER = {
    "tilskuddskode": _(
        "«%(verdi)s» er ikke en kjent tilskuddskode. Er koden ny hos IMDi, kan en administrator legge den til"
        " i kodelisten"
    ),
    "kvartal": _("«%(verdi)s» er ikke et kvartal. Skriv for eksempel 2023K4, eller la cellen stå tom"),
    "beloep": _("«%(verdi)s» er ikke et beløp. Skriv kroner med høyst to desimaler, for eksempel 9174,50"),
    "beloep_null": _("beløpet kan ikke være 0"),
    "betalt_fram_i_tid": _("betalingsdatoen «%(verdi)s» er fram i tid"),
    "persontilskudd_uten_duf": _(
        "raden er en sum uten DUF-nummer. Den holdes mot alle i runden som ikke har egne rader"
    ),
    "ikke_persontilskudd": _("%(verdi)s er ikke persontilskudd. Raden tas vare på, men avstemmes ikke"),
}


def _ta_inn(kjoering: Kjoering) -> None:
    """Take the payments in and match them, as the jobs: a payment may be about a protected person."""
    with kontekst(motor_kontekst(kjoering.av.bruker_id)):
        kjoering.peker.execute(
            les_sql(PAKKE, "ta_inn"),
            {"bruker": kjoering.av.bruker_id, "persontilskudd": PERSONTILSKUDD},
        )
        motor.avstem()


FORMAT = Format(
    navn="innbetalinger",
    kolonner=(
        Duf(paakrevd=False),
        Tilskuddskode("kode"),
        Kvartalskolonne("kvartal", paakrevd=False),
        Beloep("beloep", felt="oere"),
        Dato("betalt", felt="dato"),
        Kolonne("referanse", paakrevd=False, maks=60, eksempel="IMDI-2025-4"),
    ),
    regler=(SQL(les_sql(PAKKE, "radfeil")).format(persontilskudd=Literal(PERSONTILSKUDD)),),
    loep=_ta_inn,
    roller=BEREGNER,
    om_person=False,
    historisk=False,
    tittel=_("Innbetalinger fra IMDi"),
    beskrivelse=_(
        "Det IMDi har utbetalt: kode, beløp og dato, helst per person. Filen avstemmes mot de godkjente"
        " kjøringene med det samme."
    ),
    gruppe=_("Tilskudd"),
    uten_angring=_(
        "Innbetalinger tas tilbake på siden Avstemming, så lenge ingen har arbeidet med avvikene."
    ),
)


def registrer() -> None:
    """Make the file known, with its messages."""
    registrer_meldinger(_MELDINGER)
    registrer_format(FORMAT)
