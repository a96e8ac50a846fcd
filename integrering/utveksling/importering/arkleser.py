"""Reads one sheet of a spreadsheet: bytes on stdin, one JSON object on stdout. Started as a script.

In a process of its own, with limits on memory and time: a file of a few hundred bytes can claim to have
billions of cells, and the library then takes the whole process down with it. It imports nothing of ours.

Formulas are never calculated: what is read is the value that was saved with the file.
"""

from __future__ import annotations

import datetime
import io
import json
import resource
import sys
import zipfile
from collections.abc import Iterable
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

MINNE = 2_000_000_000  # bytes
TID = 60  # seconds of processor
UTPAKKET = 400_000_000  # bytes, of all that is packed in the file
DELER = 2_000
CELLER = 6_000_000
KOLONNER = 500


class Avvist(Exception):
    """The file cannot be used: a code that `regneark` has words for."""


def tekst_av(verdi: Any) -> str:
    """Return a cell as the text a person would have typed in a CSV file: day first, decimal comma."""
    match verdi:
        case bool():
            return "ja" if verdi else "nei"
        case float():
            return _tall(verdi)
        case datetime.datetime():
            if verdi.time() == datetime.time():
                return _dato(verdi)
            return verdi.isoformat(timespec="seconds")
        case datetime.date():
            return _dato(verdi)
        case datetime.time():
            return verdi.isoformat(timespec="minutes")
        case _:
            return str(verdi)


def _dato(verdi: datetime.date) -> str:
    return f"{verdi.day:02d}.{verdi.month:02d}.{verdi.year:04d}"


def _tall(verdi: float) -> str:
    if verdi.is_integer() and abs(verdi) < 1e18:
        return str(int(verdi))
    return f"{verdi:.15g}".replace(".", ",")


def krev_pakke(innhold: bytes) -> None:
    """Raise Avvist for an archive that unpacks to more than it should, or is no spreadsheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(innhold)) as pakke:
            deler = pakke.infolist()
            navnene = {d.filename for d in deler}
            if "META-INF/manifest.xml" in navnene:
                if b"encryption-data" in pakke.read("META-INF/manifest.xml")[:1_000_000]:
                    raise Avvist("passord")
            elif not any(n.startswith("xl/") for n in navnene):
                raise Avvist("ikke_regneark")
            if len(deler) > DELER:
                raise Avvist("for_stor")
            igjen = UTPAKKET
            for del_ in deler:
                with pakke.open(del_) as strom:
                    while bit := strom.read(1 << 20):
                        igjen -= len(bit)
                        if igjen < 0:
                            raise Avvist("for_stor")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise Avvist("oedelagt") from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]
        raise Avvist("oedelagt") from None


def les(innhold: bytes, valgt: str) -> dict[str, Any]:
    """Return the names of the sheets one can see, and the rows of the chosen one (the first, when none is).

    Raises:
        Avvist: with a code.
    """
    krev_pakke(innhold)
    bok = CalamineWorkbook.from_filelike(io.BytesIO(innhold))
    ark = [
        a.name
        for a in bok.sheets_metadata
        if a.visible is SheetVisibleEnum.Visible and a.typ is SheetTypeEnum.WorkSheet
    ]
    if not ark:
        raise Avvist("ingen_ark")
    if valgt and valgt not in ark:
        raise Avvist("ukjent_ark")
    navn = valgt or ark[0]
    side = bok.get_sheet_by_name(navn)
    hoyde, bredde = side.height, side.width
    if bredde > KOLONNER or hoyde * bredde > CELLER:
        raise Avvist("for_stor")
    foerste = side.start[0] + 1 if side.start else 1
    return {"ark": ark, "valgt": navn, "rader": _rader(side.to_python(skip_empty_area=True), foerste)}


def _rader(lest: Iterable[list[Any]], foerste: int) -> list[tuple[int, list[str]]]:
    """Return the rows that hold something, each with its number in the sheet."""
    rader = []
    for nummer, celler in enumerate(lest, start=foerste):
        tekster = [tekst_av(c) for c in celler]
        if any(t.strip() for t in tekster):
            rader.append((nummer, tekster))
    return rader


def main() -> int:
    """Read stdin, write stdout. What goes wrong comes back as a code too, never as a trace with values."""
    resource.setrlimit(resource.RLIMIT_AS, (MINNE, MINNE))
    resource.setrlimit(resource.RLIMIT_CPU, (TID, TID))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        svar = les(sys.stdin.buffer.read(), sys.argv[1] if len(sys.argv) > 1 else "")
    except Avvist as nei:
        svar = {"feil": str(nei)}
    except PasswordError:
        svar = {"feil": "passord"}
    except MemoryError:
        svar = {"feil": "for_stor"}
    except BaseException:  # a panic of the library is no Exception
        svar = {"feil": "oedelagt"}
    sys.stdout.write(json.dumps(svar))
    return 0


if __name__ == "__main__":
    sys.exit(main())
