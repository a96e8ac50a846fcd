"""Files of each kind, whole and spoilt, made in memory."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
_IHDR = b"\x00\x00\x00\rIHDR"
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 20 + b"\xff\xd9"


def png(bredde: int = 1, hoeyde: int = 1) -> bytes:
    maal = bredde.to_bytes(4, "big") + hoeyde.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + _IHDR + maal + b"\x08\x02\x00\x00\x00" + b"\x00" * 8 + b"IEND\xaeB`\x82"


def pakke(innhold: Mapping[str, bytes | str]) -> bytes:
    ut = BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as z:
        for navn, data in innhold.items():
            z.writestr(navn, data)
    return ut.getvalue()


def _typer(hoveddel: str) -> str:
    return f'<Types><Override PartName="/x.xml" ContentType="{hoveddel}"/></Types>'


_OOXML = "application/vnd.openxmlformats-officedocument"


def docx(**ekstra: bytes | str) -> bytes:
    typer = _typer(f"{_OOXML}.wordprocessingml.document.main+xml")
    return pakke({"[Content_Types].xml": typer, "word/document.xml": "<w/>"} | ekstra)


def xlsx() -> bytes:
    return pakke({"[Content_Types].xml": _typer(f"{_OOXML}.spreadsheetml.sheet.main+xml")})


def docm() -> bytes:
    return pakke({"[Content_Types].xml": _typer("application/vnd.ms-word.document.macroEnabled.main+xml")})


def odt(**ekstra: bytes | str) -> bytes:
    return pakke({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>"} | ekstra)


def ods() -> bytes:
    return pakke({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})


def pdf_med(objekt: bytes) -> bytes:
    return PDF.replace(b"/Type /Catalog", b"/Type /Catalog " + objekt)


def pdf_med_stroem(innhold: bytes, *, pakk: bool = True) -> bytes:
    data = zlib.compress(innhold) if pakk else innhold
    stroem = b"2 0 obj\n<< /Type /ObjStm /N 1 >>\nstream\r\n" + data + b"\nendstream\nendobj\n"
    return PDF.replace(b"trailer", stroem + b"trailer")


def kryptert(data: bytes) -> bytes:
    """Return the package with the flag for encryption set on each file, in both places."""
    ut = bytearray(data)
    for merke, forskyvning in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        her = ut.find(merke)
        while her >= 0:
            ut[her + forskyvning] |= 1
            her = ut.find(merke, her + 4)
    return bytes(ut)


def opplastet(navn: str = "vedtak.pdf", innhold: bytes = PDF) -> SimpleUploadedFile:
    fil = SimpleUploadedFile("x", innhold)
    # past Django's own cleaning: ours has to stand alone
    fil._name = navn  # type: ignore[attr-defined]
    return fil
