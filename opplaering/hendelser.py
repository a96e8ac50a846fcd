"""Who wants to know that what the county knows of persons' training changed: parts register at the start.

They are told in the transaction of the change, as whoever made it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

Lytter = Callable[[Collection[int]], None]
_lyttere: list[Lytter] = []


def registrer_lytter(lytter: Lytter) -> None:
    """Tell `lytter` the numbers of the persons whose training changed."""
    if lytter not in _lyttere:
        _lyttere.append(lytter)


def meld_endret(person_ider: Collection[int]) -> None:
    """Say that something changed about these persons' training."""
    for lytter in _lyttere:
        lytter(person_ider)
