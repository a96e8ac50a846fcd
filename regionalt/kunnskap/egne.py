"""The county's own figures: what people go to from the introduction programme, as it is registered."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from integrering.rapporter.queries.avsluttede import utfall_per_kommune
from integrering.rapporter.rules.utfall import ARBEID_ELLER_UTDANNING
from integrering.tilgang.queries import kommuner_i_fylket

KILDE = "egne_intro"
FILNAVN = "egne-avsluttede-program.csv"
# Fewer than so many in a group are not shown: the house's limit for small counts.
FAERREST = 5
_SKJULT, _INGEN = ":", "."


def andel(naadd: int, alle: int) -> str:
    """Return the share in per cent with one decimal, as a table of figures has it.

    «.» when nobody ended; «:» when those who reached it, or those who did not, are one to four.
    """
    if not alle:
        return _INGEN
    if alle < FAERREST or any(0 < gruppe < FAERREST for gruppe in (naadd, alle - naadd)):
        return _SKJULT
    return f"{(Decimal(100) * naadd / alle).quantize(Decimal('0.1'))}".replace(".", ",")


def intro_resultater(aar: int) -> bytes:
    """Return a table of the municipalities: of those whose programme ended, who went to work or education.

    In per cent of a year; one question for all. Protected persons are not in it.
    """
    alle, naadd = Counter[str](), Counter[str]()
    for (_aar, kommune, gruppe), antall in utfall_per_kommune(fra_aar=aar, til_aar=aar).items():
        alle[kommune] += antall
        naadd[kommune] += antall if gruppe in ARBEID_ELLER_UTDANNING else 0
    rader = [f"{k.nummer};{andel(naadd[k.nummer], alle[k.nummer])}" for k in kommuner_i_fylket()]
    return "\n".join(["Kommunenummer;Intro resultat", *rader]).encode()
