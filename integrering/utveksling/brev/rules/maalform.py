"""Which written standard a letter gets (språklova § 15, and the rule that a person is answered in their own).

Sources: språklova § 15; Språkrådet, «Reglar for fylkeskommunar».
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

BOKMAAL, NYNORSK = "nb", "nn"
SPRAAK = (BOKMAAL, NYNORSK)


class Kilde(StrEnum):
    """Why a letter has the language it has."""

    VEDTAK = "vedtak"
    NOEYTRAL = "noeytral"
    BRUKT = "brukt"
    VALGT = "valgt"
    OVERSTYRT = "overstyrt"


@dataclass(frozen=True)
class Maalformvalg:
    """The language the rule gives (empty: someone has to say), and why."""

    maalform: str
    kilde: Kilde


def for_virksomhet(vedtak: str, standard: str) -> Maalformvalg:
    """Return the language of a letter to an organisation: what it has decided, else the county's own choice.

    Args:
        vedtak: «nb», «nn», «noeytral» or empty (not known).
        standard: what the county writes where it may choose.
    """
    if vedtak in SPRAAK:
        return Maalformvalg(vedtak, Kilde.VEDTAK)
    return Maalformvalg(standard, Kilde.NOEYTRAL)


def for_person(forrige: str) -> Maalformvalg:
    """Return the language of a letter to a person: the one they used, as in the letter before (`forrige`)."""
    return Maalformvalg(forrige if forrige in SPRAAK else "", Kilde.BRUKT)


def krever_grunn(regel: Maalformvalg, valgt: str) -> bool:
    """Return True when the choice goes against a decision: that is done with a reason only."""
    return regel.kilde is Kilde.VEDTAK and valgt != regel.maalform


def kilde_for(regel: Maalformvalg, valgt: str) -> Kilde:
    """Return what to write down as the reason for the language. A person's is the one they use."""
    if valgt == regel.maalform or regel.kilde is Kilde.BRUKT:
        return regel.kilde
    return Kilde.OVERSTYRT if krever_grunn(regel, valgt) else Kilde.VALGT
