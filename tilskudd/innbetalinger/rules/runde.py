"""Which payment round a payment belongs to, and which codes are the county's grants per person."""

from __future__ import annotations

import re
from datetime import date

from integrering.grunnmur.kvartal import Kvartal

PERSONTILSKUDD = "^(P-AR[123]-[HL]|P37D-AR1)$"
DESEMBER = 12


def er_persontilskudd(kode: str) -> bool:
    """Return True for the codes that the engine computes (IMDi's codes: P-AR1-H … P-AR3-L, P37D-AR1)."""
    return re.match(PERSONTILSKUDD, kode) is not None


def runden(betalt: date) -> Kvartal:
    """Return the round of a payment whose file does not say.

    IMDi's plan (27.02.2025): the first three quarters are paid early in the quarter after, the fourth in
    mid-December. So a payment in December is the fourth quarter's own; any other is the quarter before.
    """
    kvartal = Kvartal.for_dato(betalt)
    return kvartal if betalt.month == DESEMBER else kvartal.forrige()
