"""A document with chapters and tables on paper: PDF/UA, the same bytes for the same content."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import Any

from integrering.utveksling.brev.trykk import sett


def dokument(ark: dict[str, Any], dag: date) -> bytes:
    """Return the document as PDF.

    Args:
        ark: what `oppsett/dokument.typ` reads: spraak, tittel, fylke, undertittel, innledning, kapitler, ord.
        dag: the date that stands in the file.

    Raises:
        Regelbrudd: there is a sign in the texts that cannot be printed.
    """
    oppsett = files("regionalt").joinpath("oppsett", "dokument.typ").read_bytes()
    return sett(oppsett, {"ark": json.dumps(ark, ensure_ascii=False)}, dag)


def avsnitt(tekst: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [del_.strip() for del_ in tekst.replace("\r\n", "\n").split("\n\n") if del_.strip()]
