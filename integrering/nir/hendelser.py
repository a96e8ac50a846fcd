"""Who wants to know that facts about persons changed: upper floors register in AppConfig.ready.

They are told in the transaction of the change, so what they derive from the facts is true on the next page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# More persons than this are not named one by one: whoever listens reads all again, in the background.
MANGE = 500

Lytter = Callable[[Collection[int] | None], None]
_lyttere: list[Lytter] = []
_samles: ContextVar[set[int] | None] = ContextVar("endrede", default=None)


def registrer_lytter(lytter: Lytter) -> None:
    """Tell `lytter` the numbers of the persons whose facts changed; None: so many that all may have."""
    if lytter not in _lyttere:
        _lyttere.append(lytter)


@contextmanager
def samlet() -> Iterator[None]:
    """Within the block changes are gathered; the listeners are told once, when it ends well."""
    hittil: set[int] = set()
    merke = _samles.set(hittil)
    try:
        yield
    finally:
        _samles.reset(merke)
    meld_endret(hittil)


def meld_endret(person_ider: Collection[int] | None) -> None:
    """Say that something changed about these persons. More than `MANGE` are passed on as None."""
    if person_ider is not None and (hittil := _samles.get()) is not None:
        hittil.update(person_ider)
        return
    if person_ider is not None and len(person_ider) > MANGE:
        person_ider = None
    if person_ider is not None and not person_ider:
        return
    for lytter in _lyttere:
        lytter(person_ider)


_statuslyttere: list[Callable[[], None]] = []


def registrer_statuslytter(lytter: Callable[[], None]) -> None:
    """Tell `lytter` when the registration status of all persons has been computed anew in the background."""
    if lytter not in _statuslyttere:
        _statuslyttere.append(lytter)


def meld_status_regnet() -> None:
    """Say that the status of all persons is computed: what is made of it can follow."""
    for lytter in _statuslyttere:
        lytter()
