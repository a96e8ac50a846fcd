"""Reads that are the same whoever asks: as one who does not see protected persons."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for


def uskjermet(av: Aktoer) -> AbstractContextManager[None]:
    """See what `av` sees without protected persons: what goes out of the house names no more than that."""
    return kontekst(kontekst_for(replace(av, skjermede=False)))
