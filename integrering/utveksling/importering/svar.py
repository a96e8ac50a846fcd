"""The answer: the sender's own file with two more columns, `status` and `feil`; all rows, or the rejected."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping

from integrering.utveksling.importering import regneark
from integrering.utveksling.importering.les import Fil, uten_opprydding
from integrering.utveksling.importering.rules import SVARKOLONNER, normaliser

NY = "ny"
AVVIST = "avvist"
Rader = Iterator[list[str]]


def svarrader(fil: Fil, status: Mapping[int, str], feil: Mapping[int, str], *, bare_avviste: bool) -> Rader:
    """Yield the heading and the rows of the answer.

    The sender's cells are given back exactly as they came, the surplus ones of a broken row last in it.
    Only the columns of an earlier answer are left out. The rejected alone come with the reason only.

    Args:
        fil: what was read.
        status: line → outcome; a line that is not there is new.
        feil: line → messages.
        bare_avviste: only the rows that were rejected, to be corrected and sent again.
    """
    brukte = set(fil.plasser.values())
    behold = [i for i, o in enumerate(fil.overskrift) if i in brukte or normaliser(o) not in SVARKOLONNER]
    bredde = len(fil.overskrift)
    alle = len(behold) == bredde
    yield [*(fil.overskrift[i] for i in behold), *SVARKOLONNER[bare_avviste:]]
    for linje, celler, _feil in fil.rader:
        utfall = status.get(linje, NY)
        if bare_avviste and utfall != AVVIST:
            continue
        nytt = (utfall, feil.get(linje, ""))[bare_avviste:]
        if alle and len(celler) == bredde:
            yield [*celler, *nytt]
        else:
            egne = [celler[i] if i < len(celler) else "" for i in behold]
            yield [*egne, *nytt, *celler[bredde:]]


def skriv_csv(rader: Rader) -> bytes:
    """Return the rows divided by `;`, UTF-8 with BOM (what a spreadsheet opens without asking)."""
    ut = io.StringIO()
    with uten_opprydding():
        csv.writer(ut, delimiter=";", lineterminator="\r\n").writerows(rader)
    return ut.getvalue().encode("utf-8-sig")


def skriv_xlsx(rader: Rader) -> bytes:
    """Return the rows as a spreadsheet."""
    return regneark.skriv_ark(rader, tittel="Svar")


# What a sender of each kind gets back: a spreadsheet keeps the zeros that Excel takes from a CSV file.
SKRIVERE: dict[str, tuple[str, Callable[[Rader], bytes]]] = {
    "csv": ("csv", skriv_csv),
    "xlsx": ("xlsx", skriv_xlsx),
    "ods": ("xlsx", skriv_xlsx),
}
