"""PDF files: whole, without password, and without anything that runs.

Names may be written with escapes (`/Java#53cript`) and lie in compressed object streams; both are looked
through. A file is not taken apart further than that: the reader's own program has the last word.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from integrering.utveksling.vedlegg.rules.avvist import Avvist, Grunn

_UTPAKKET = 50_000_000
_TEGN = re.compile(rb"#([0-9A-Fa-f]{2})")
_OBJEKTSTROEM = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_SLUTT = rb"(?=[\s/<>\[\](){}%]|$)"
_AKTIVT = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)" + _SLUTT)
_KRYPTERT = re.compile(rb"/Encrypt" + _SLUTT)


def kontroller(innhold: bytes) -> None:
    """Raise Avvist unless the file is whole and passive."""
    if b"%%EOF" not in innhold[-4096:]:
        raise Avvist(Grunn.SKADET)
    for tekst in _tekster(innhold):
        skrevet = _TEGN.sub(lambda m: bytes([int(m[1], 16)]), tekst)
        if _KRYPTERT.search(skrevet):
            raise Avvist(Grunn.KRYPTERT)
        if _AKTIVT.search(skrevet):
            raise Avvist(Grunn.AKTIVT)


def _tekster(innhold: bytes) -> Iterator[bytes]:
    """Yield the file, and each of its compressed object streams opened."""
    yield innhold
    igjen = _UTPAKKET
    for treff in _OBJEKTSTROEM.finditer(innhold):
        utpakker = zlib.decompressobj()
        try:
            tekst = utpakker.decompress(innhold[treff.end() : innhold.find(b"endstream", treff.end())], igjen)
        except zlib.error:
            continue
        igjen -= len(tekst)
        if igjen <= 0:
            raise Avvist(Grunn.BOMBE)
        yield tekst
