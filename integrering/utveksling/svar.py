"""The answer: the sender's own file with two more columns, `status` and `feil`."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from integrering.utveksling.les import SVARKOLONNER, Fil, normaliser


def skriv_svar(fil: Fil, status: Mapping[int, str], feil: Mapping[int, str]) -> bytes:
    """Return the file, divided by `;`, UTF-8 with BOM (what a spreadsheet opens without asking).

    The sender's cells are given back exactly as they came, also the surplus ones of a broken row (last in it).
    Only the columns of an earlier answer are left out.

    Args:
        fil: what was read.
        status: line → outcome.
        feil: line → messages.
    """
    behold = [i for i, o in enumerate(fil.overskrift) if normaliser(o) not in SVARKOLONNER]
    bredde = len(fil.overskrift)
    ut = io.StringIO()
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerow([*(fil.overskrift[i] for i in behold), *SVARKOLONNER])
    skriver.writerows(
        [
            *(rad.celler[i] if i < len(rad.celler) else "" for i in behold),
            status[rad.linje],
            feil.get(rad.linje, ""),
            *rad.celler[bredde:],
        ]
        for rad in fil.rader
    )
    return ut.getvalue().encode("utf-8-sig")
