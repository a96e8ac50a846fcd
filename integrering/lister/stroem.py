"""A response that is read from the database after the request is over.

The middleware's transaction ends when the view returns; what is streamed afterwards has no context and sees
no row. So each piece is read in a short transaction of its own, as the one who asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from integrering.tilgang.kontekst import Kontekst, kontekst


def stroem_i_kontekst(hvem: Kontekst, hent: Callable[[int], bytes | None]) -> Iterator[bytes]:
    """Yield `hent(0)`, `hent(1)` … until it gives None, each read in the context of `hvem`."""
    nr = 0
    while True:
        with kontekst(hvem):
            innhold = hent(nr)
        if innhold is None:
            return
        yield innhold
        nr += 1
