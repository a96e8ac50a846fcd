"""Small numbers: which counts of a table are hidden, so that none can be worked out from those shown. Pure.

A count from 1 up to the threshold is hidden («:», as in IMDi's files). That is not enough: 20 participants of
whom 17 are shown, tell of 3. So more is hidden, until no hidden count, nor the sum of the hidden counts of a
row or a column, can be found by subtraction as a small number.

The table is seen as a graph: each row and each column (with its total) is a node, each hidden count an edge
between them. Subtraction finds exactly the edges that lie on no cycle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

SUM = ""
"""The key of totals."""
Celle = tuple[str, str]
_Node = tuple[str, str]
_FRI: _Node = ("fri", "")
"""Where there are no totals nothing is subtracted; all such edges meet here."""


def med_summer(rader: Sequence[str], kolonner: Sequence[str], tall: Mapping[Celle, int]) -> dict[Celle, int]:
    """Return all counts with the totals: of rows when there are several columns, of columns likewise."""
    alle = {(r, k): tall.get((r, k), 0) for r in rader for k in kolonner}
    if len(kolonner) > 1:
        alle |= {(r, SUM): sum(alle[r, k] for k in kolonner) for r in rader}
    if len(rader) > 1:
        bredde = [*kolonner, SUM] if len(kolonner) > 1 else list(kolonner)
        alle |= {(SUM, k): sum(alle[r, k] for r in rader) for k in bredde}
    return alle


def skjulte(alle: Mapping[Celle, int], grense: int) -> frozenset[Celle]:
    """Return the counts to hide.

    Args:
        alle: every count that is shown, with totals, as `med_summer` gives it.
        grense: counts from 1 up to, not including, this are hidden.
    """
    skjult = {celle for celle, antall in alle.items() if 0 < antall < grense}
    linjer = _linjer(alle)
    while kandidater := _maa_skjule_en_av(linjer, alle, skjult, grense):
        skjult.add(_billigst(kandidater, linjer, alle, skjult))
    return frozenset(skjult)


def _linjer(alle: Mapping[Celle, int]) -> dict[_Node, list[Celle]]:
    """Return the rows and columns that have a total."""
    linjer: dict[_Node, list[Celle]] = defaultdict(list)
    for rad, kolonne in alle:
        linjer["rad", rad].append((rad, kolonne))
        linjer["kolonne", kolonne].append((rad, kolonne))
    return {
        node: celler
        for node, celler in linjer.items()
        if len(celler) > 1 and any(_er_sum(node, c) for c in celler)
    }


def _er_sum(node: _Node, celle: Celle) -> bool:
    """Return True when the count is the total of this row or column."""
    return (celle[1] if node[0] == "rad" else celle[0]) == SUM


def _maa_skjule_en_av(
    linjer: Mapping[_Node, list[Celle]], alle: Mapping[Celle, int], skjult: set[Celle], grense: int
) -> set[Celle]:
    """Return the shown counts of which one must be hidden too; none when nothing small can be worked out."""
    for node, celler in linjer.items():
        if _rester(node, celler, alle, skjult) in range(1, grense):
            return set(celler) - skjult
    broer = _broer(_kanter(linjer, skjult))
    return {c for celler in linjer.values() if not broer.isdisjoint(celler) for c in celler} - skjult


def _rester(node: _Node, celler: Sequence[Celle], alle: Mapping[Celle, int], skjult: set[Celle]) -> int:
    """Return what subtraction tells of the hidden counts together; 0 when the total is hidden too."""
    if any(_er_sum(node, c) and c in skjult for c in celler):
        return 0
    return sum(alle[c] for c in celler if c in skjult)


def _billigst(
    kandidater: Iterable[Celle],
    linjer: Mapping[_Node, list[Celle]],
    alle: Mapping[Celle, int],
    skjult: set[Celle],
) -> Celle:
    """Return what to hide more: rather a part than a total, what makes a cycle, something, and little."""
    gruppe = _grupper(_kanter(linjer, skjult))

    def pris(celle: Celle) -> tuple[bool, bool, bool, int, Celle]:
        en, annen = (gruppe.get(node) for node in _ender(linjer, celle))
        return SUM in celle, en is None or en != annen, alle[celle] == 0, alle[celle], celle

    return min(kandidater, key=pris)


def _ender(linjer: Mapping[_Node, list[Celle]], celle: Celle) -> tuple[_Node, _Node]:
    rad, kolonne = ("rad", celle[0]), ("kolonne", celle[1])
    return rad if rad in linjer else _FRI, kolonne if kolonne in linjer else _FRI


def _kanter(linjer: Mapping[_Node, list[Celle]], skjult: set[Celle]) -> dict[Celle, tuple[_Node, _Node]]:
    return {celle: _ender(linjer, celle) for celle in sorted(skjult)}


def _grupper(kanter: Mapping[Celle, tuple[_Node, _Node]]) -> dict[_Node, _Node]:
    """Return each node's group: one name for all that hang together."""
    gruppe: dict[_Node, _Node] = {}
    for en, annen in kanter.values():
        ny, gammel = gruppe.setdefault(en, en), gruppe.setdefault(annen, annen)
        gruppe |= {node: ny for node, navn in gruppe.items() if navn == gammel}
    return gruppe


def _broer(kanter: Mapping[Celle, tuple[_Node, _Node]]) -> set[Celle]:
    """Return the edges on no cycle: the hidden counts that equations determine."""
    naboer: dict[_Node, list[tuple[_Node, Celle]]] = defaultdict(list)
    for celle, (en, annen) in kanter.items():
        naboer[en].append((annen, celle))
        naboer[annen].append((en, celle))
    nummer: dict[_Node, int] = {}
    lavest: dict[_Node, int] = {}
    broer: set[Celle] = set()

    def besoek(node: _Node, inn: Celle | None) -> None:
        nummer[node] = lavest[node] = len(nummer)
        for neste, celle in naboer[node]:
            if celle == inn:
                continue
            if neste in nummer:
                lavest[node] = min(lavest[node], nummer[neste])
                continue
            besoek(neste, celle)
            lavest[node] = min(lavest[node], lavest[neste])
            if lavest[neste] > nummer[node]:
                broer.add(celle)

    for node in list(naboer):
        if node not in nummer:
            besoek(node, None)
    return broer
