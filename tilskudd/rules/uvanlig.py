"""What an approver should look at twice: changes that are larger than they usually are.

The limits are ours: no source says what is unusual.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

ENDRING_PROSENT = 30
ENDRING_KRONER = 50_000
TREKK_PERSONER = 20


class Hva(StrEnum):
    """Kinds of unusual change."""

    MOTTAKER = "mottaker"
    TREKK = "trekk"
    OVER_SATS = "over_sats"


@dataclass(frozen=True)
class Mottakertall:
    """A recipient's sum of lines now and in the run before, in kroner."""

    kode: str
    navn: str
    naa: int
    foer: int


@dataclass(frozen=True)
class Uvanlig:
    """One change to look at: of a recipient, or of so many persons."""

    hva: Hva
    mottaker: Mottakertall | None = None
    antall: int = 0


def er_stor_endring(naa: int, foer: int) -> bool:
    """Return True for a change of more than 30 % and more than 50 000 kr. From nothing is more than 30 %."""
    endring = abs(naa - foer)
    return endring > ENDRING_KRONER and endring * 100 > ENDRING_PROSENT * abs(foer)


def uvanlige(mottakere: Iterable[Mottakertall], *, med_trekk: int, over_sats: int) -> list[Uvanlig]:
    """Return what is unusual, in order: recipients, deductions, persons above a year's rate.

    Args:
        mottakere: the recipients now and before; none when there is no ordinary run to compare with.
        med_trekk: how many persons have a deduction.
        over_sats: how many persons get more in this run than the rate of a whole grant year.
    """
    ut = [Uvanlig(Hva.MOTTAKER, m) for m in mottakere if er_stor_endring(m.naa, m.foer)]
    if med_trekk > TREKK_PERSONER:
        ut.append(Uvanlig(Hva.TREKK, antall=med_trekk))
    if over_sats:
        ut.append(Uvanlig(Hva.OVER_SATS, antall=over_sats))
    return ut
