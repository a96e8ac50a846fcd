"""What it means that IMDi paid something else than expected. Amounts in øre."""

from __future__ import annotations

from enum import StrEnum

# The engine splits a rate in whole kroner, each part within a krone of its exact share; IMDi's own parts may
# have øre (its published totals do). So a difference of up to one krone is rounding, not missing money.
AVRUNDING = 100


class Utfall(StrEnum):
    """Outcomes, as they are stored."""

    STEMMER = "stemmer"
    MANGLER = "mangler"
    MER = "mer"
    UKJENT_PERSON = "ukjent_person"
    ANNEN_KODE = "annen_kode"
    ANNET_BELOEP = "annet_beloep"
    TREKK = "trekk"


def utfall(forventet: int, mottatt: int, *, ukjent: bool = False, byttet: bool = False) -> Utfall:
    """Return what a comparison shows.

    Args:
        forventet: posted lines of the round for the person and code.
        mottatt: what IMDi paid for the same.
        ukjent: the payment has a DUF number that no person has.
        byttet: only one of the two is there, and the person has the other one under another code in the same
            round, or for the same code and amount in another round.
    """
    if ukjent:
        return Utfall.UKJENT_PERSON
    begge = forventet != 0 and mottatt != 0
    if forventet == mottatt or (begge and abs(forventet - mottatt) <= AVRUNDING):
        return Utfall.STEMMER
    if byttet:
        return Utfall.ANNEN_KODE
    if forventet < 0 or mottatt < 0:
        return Utfall.TREKK
    if begge:
        return Utfall.ANNET_BELOEP
    return Utfall.MER if mottatt else Utfall.MANGLER


def krav(forventet: int, mottatt: int, slag: Utfall) -> int:
    """Return what may be claimed of IMDi: what was expected and has not come. Never for unknown persons.

    Also of a wrong code: IMDi is told what was expected, and what came instead stands in the list.
    """
    if slag in (Utfall.STEMMER, Utfall.UKJENT_PERSON):
        return 0
    return max(0, forventet - mottatt)
