"""What is left of a grant, and what is wrong with an amount spent. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Avvik(StrEnum):
    """Why an amount must be explained, or looked at again."""

    UTENFOR_FORMAALET = "utenfor_formaalet"
    UTENFOR_BUDSJETTET = "utenfor_budsjettet"
    OVER_POSTEN = "over_posten"
    OVER_TILSKUDDET = "over_tilskuddet"
    UTENFOR_PERIODEN = "utenfor_perioden"


@dataclass(frozen=True)
class Rom:
    """What there is to spend: of the grant and, where the amount has a post, of the post. Whole kroner."""

    igjen: int
    igjen_paa_posten: int | None
    fra: date | None
    til: date | None


def avvik(*, beloep: int, dato: date, utenfor_formaalet: bool, rom: Rom) -> list[Avvik]:
    """Return what is to be warned of when this amount is spent."""
    funnet = []
    if utenfor_formaalet:
        funnet.append(Avvik.UTENFOR_FORMAALET)
    if rom.igjen_paa_posten is None:
        funnet.append(Avvik.UTENFOR_BUDSJETTET)
    elif beloep > rom.igjen_paa_posten:
        funnet.append(Avvik.OVER_POSTEN)
    if beloep > rom.igjen:
        funnet.append(Avvik.OVER_TILSKUDDET)
    if (rom.fra and dato < rom.fra) or (rom.til and dato > rom.til):
        funnet.append(Avvik.UTENFOR_PERIODEN)
    return funnet
