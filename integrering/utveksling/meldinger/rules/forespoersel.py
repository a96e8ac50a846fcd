"""The clock of a request for information. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from integrering.grunnmur.datoer import pluss_maaneder

# A preliminary answer within a month, where it cannot be answered before that (forvaltningsloven § 11 a).
FORELOEPIG_SVAR_MAANEDER = 1


def frist_foreloepig_svar(mottatt: date) -> date:
    """Return the last day to answer, or to say when one will."""
    return pluss_maaneder(mottatt, FORELOEPIG_SVAR_MAANEDER)


@dataclass(frozen=True)
class Forespoerselfakta:
    """Where a request stands."""

    frist: date
    avgjort: bool
    foreloepig_svar: date | None


def oppgavefrist(f: Forespoerselfakta) -> tuple[bool, date | None]:
    """Return whether there is something to do, and by when (None: after the preliminary answer, no date)."""
    if f.avgjort:
        return False, None
    return True, None if f.foreloepig_svar else f.frist
