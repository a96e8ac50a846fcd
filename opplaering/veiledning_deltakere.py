"""«Slik gjør du» for dem som registrerer skolegang."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.veiledninger import Veiledning
from opplaering.roller import FYLKET, SKRIVER

ALLE = (
    Veiledning(
        kode="registrer_skolestart",
        tittel=_("Registrer at noen begynner på videregående"),
        steg=(
            _("Finn personen, og velg «Registrer start på skole» på personens side."),
            _("Skriv skole, første skoledag, timer per uke og målgruppe. Klassen kan velges senere."),
            _("Lagre. Siden viser hvem som har ansvaret for norsk og samfunnskunnskap, og hvorfor."),
        ),
        rekkefoelge=60,
        roller=frozenset(FYLKET),
        begynner="personer",
    ),
    Veiledning(
        kode="endre_skolegang",
        tittel=_("Registrer andre timer eller slutt på skolen"),
        steg=(
            _("Velg «Opplæring», og navnet i listen."),
            _("Velg «Andre timer» eller «Slutt» ved perioden."),
            _("Skriv dagen det gjelder fra, og lagre. Er noe skrevet feil, velger du «Rett» i stedet."),
        ),
        rekkefoelge=61,
        roller=frozenset(SKRIVER),
        begynner="opplaering",
    ),
)
