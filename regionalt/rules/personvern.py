"""Numbers that point out a person, found however they are spaced. Pure.

The regional work is never about individuals, so its texts are held more strictly than others: an identity
number is found also where its digits stand apart («0 1 0 1 9 9 …»), which `grunnmur.personnummer` lets pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from integrering.grunnmur.personnummer import har_nummer
from integrering.nir.rules import duf_kontroll_ok

# Digits with at most two spaces, dots or dashes between each.
_SPREDT = re.compile(r"\d(?:[\s.\-]{0,2}\d)*")
_SKILLE = re.compile(r"[\s.\-]+")
_FNR, _DUF = 11, 12


def peker_paa_person(tekst: str) -> bool:
    """Return True when the text seems to hold a national identity number, D-, H- or DUF number."""
    return har_nummer(tekst) or any(_er_person(siffer) for siffer in _tallene(tekst))


def _tallene(tekst: str) -> Iterator[str]:
    """Yield the digits of what stands together, however it is spaced, and of the runs inside it."""
    for funn in _SPREDT.finditer(tekst):
        grupper = _SKILLE.split(funn.group())
        for fra in range(len(grupper)):
            siffer = ""
            for gruppe in grupper[fra : fra + _DUF]:
                siffer += gruppe
                yield siffer


def _er_person(siffer: str) -> bool:
    if len(siffer) == _DUF:
        # times and phone numbers side by side are twelve digits too: only the right control counts
        return siffer[:2] in ("19", "20") and duf_kontroll_ok(siffer)
    return len(siffer) == _FNR and _er_foedselsnummer(siffer)


def _er_foedselsnummer(siffer: str) -> bool:
    """Eleven digits whose six first are a date, and whose last is the right control.

    D-numbers add 40 to the day; H-numbers add 40 to the month, made-up numbers 65 or 80.
    """
    dag, maaned = int(siffer[:2]), int(siffer[2:4])
    dag -= 40 if dag > 40 else 0
    maaned = next((maaned - m for m in (80, 65, 40, 0) if maaned > m), 0)
    return 1 <= dag <= 31 and 1 <= maaned <= 12 and _kontroll_ok(siffer)


def _kontroll_ok(siffer: str) -> bool:
    return sum(int(s) * v for s, v in zip(siffer, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True)) % 11 == 0
