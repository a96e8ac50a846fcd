"""Files read back, and the export button pressed."""

from __future__ import annotations

import io
import uuid
import zipfile
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

_BARE_I_TEST = ("SAVEPOINT", "RELEASE", "ROLLBACK")


def ta_ut(klient: Client, sti: str = "/personer/", sporring: str = "", **felt: str) -> Any:
    """Press the export button of a list."""
    svar = {
        "liste": "personer", "sti": sti, "sporring": sporring, "format": "xlsx", "noekkel": str(uuid.uuid4())
    }  # fmt: skip
    return klient.post("/eksporter/ny/", svar | felt)


def innhold(svar: Any) -> bytes:
    """Return the bytes of a streamed answer."""
    return b"".join(svar.streaming_content)


def xlsx(data: bytes) -> tuple[list[list[Any]], dict[str, Any]]:
    """Return the rows of the first sheet, and «Om uttrekket»."""
    bok = CalamineWorkbook.from_filelike(io.BytesIO(data))
    foerste, om = (bok.get_sheet_by_name(navn).to_python() for navn in bok.sheet_names)
    assert bok.sheet_names[1] == "Om uttrekket"
    return foerste, {str(rad[0]): rad[1] for rad in om if len(rad) > 1}


def csv(data: bytes) -> tuple[str, str]:
    """Return the CSV and the text beside it, as they stand."""
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        navn = arkiv.namelist()
        return arkiv.read(navn[0]).decode(), arkiv.read("om-uttrekket.txt").decode()


def antall_spoerringer(klient: Client, adresse: str) -> int:
    """Return what a request costs; the role is given back only because tests have an outer transaction."""
    klient.get(adresse)
    with CaptureQueriesContext(connection) as fanget:
        assert klient.get(adresse).status_code == 200, adresse
    egne = [q["sql"] for q in fanget.captured_queries if not q["sql"].startswith(_BARE_I_TEST)]
    tilbake = [sql for sql in egne if sql.startswith("SELECT set_config('role'")]
    return len(egne) - len(tilbake)
