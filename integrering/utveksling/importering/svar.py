"""The answer: the sender's own file with two more columns, `status` and `feil`."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from integrering.utveksling.importering.les import SVARKOLONNER, Fil, normaliser

NY = "ny"


def skriv_svar(fil: Fil, status: Mapping[int, str], feil: Mapping[int, str]) -> bytes:
    """Return the file, divided by `;`, UTF-8 with BOM (what a spreadsheet opens without asking).

    The sender's cells are given back exactly as they came, the surplus ones of a broken row last in it.
    Only the columns of an earlier answer are left out.

    Args:
        fil: what was read.
        status: line → outcome; a line that is not there is new.
        feil: line → messages.
    """
    behold = [i for i, o in enumerate(fil.overskrift) if normaliser(o) not in SVARKOLONNER]
    bredde = len(fil.overskrift)
    alle = len(behold) == bredde
    ut = io.StringIO()
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerow([*(fil.overskrift[i] for i in behold), *SVARKOLONNER])
    for linje, celler, _feil in fil.rader:
        nytt = (status.get(linje, NY), feil.get(linje, ""))
        if alle and len(celler) == bredde:
            skriver.writerow([*celler, *nytt])
        else:
            egne = [celler[i] if i < len(celler) else "" for i in behold]
            skriver.writerow([*egne, *nytt, *celler[bredde:]])
    return ut.getvalue().encode("utf-8-sig")
