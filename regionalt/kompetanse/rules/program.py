"""The programme as it is typed: one line per item. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# What an item has: time of day as written («09.00»), title, speaker.
Post = tuple[str, str, str]
DELER = 3


def les_program(tekst: str) -> Iterator[Post]:
    """Yield the items of «09.00; Velkommen; Kari Nes», one a line; a line without «;» is a heading."""
    for linje in tekst.splitlines():
        deler = [del_.strip() for del_ in linje.split(";", DELER - 1)]
        if not any(deler):
            continue
        if len(deler) == 1:
            yield "", deler[0], ""
        else:
            yield deler[0], deler[1], deler[2] if len(deler) == DELER else ""


def skriv_program(poster: Iterable[Post]) -> str:
    """Return the items as they are typed."""
    return "\n".join("; ".join(post).rstrip("; ") if post[0] or post[2] else post[1] for post in poster)
