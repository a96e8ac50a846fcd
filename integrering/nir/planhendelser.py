"""What upper floors know that makes a plan due for review: they register in AppConfig.ready.

Whoever registers says `hendelser.meld_endret` when it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from integrering.nir.rules.planvurdering import Planhendelse

# Numbers of persons → person and event; only events that have happened or have a day.
Leser = Callable[[Collection[int]], Iterable[tuple[int, Planhendelse]]]
_lesere: list[Leser] = []


def registrer_planhendelser(les: Leser) -> None:
    """Let the reviews of plans know of these events too."""
    if les not in _lesere:
        _lesere.append(les)


def planhendelser(ider: Collection[int]) -> Iterable[tuple[int, Planhendelse]]:
    """Yield what all who registered know of these persons."""
    for les in _lesere:
        yield from les(ider)
