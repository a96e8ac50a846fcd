"""What this app tells those above: a municipality has got another contact, or none."""

from __future__ import annotations

from collections.abc import Callable, Collection

Lytter = Callable[[Collection[int]], object]
_lyttere: dict[str, Lytter] = {}


def registrer_kontaktlytter(navn: str, lytter: Lytter) -> None:
    """Call `lytter` with the numbers of municipalities whose contact changed, in the same transaction."""
    _lyttere[navn] = lytter


def meld_kontakt_endret(kommuner: Collection[int]) -> None:
    """Tell those who listen."""
    for lytter in _lyttere.values():
        lytter(kommuner)
