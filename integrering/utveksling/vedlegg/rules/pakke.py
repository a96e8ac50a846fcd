"""Word, Excel and OpenDocument files: ZIP packages of which the content says what they are."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from integrering.utveksling.vedlegg.rules.avvist import Avvist, Grunn

# A text document of 20 MB is mostly pictures, which do not shrink: more than this unpacked is an attack.
UTPAKKET_MAKS_BYTE = 100_000_000
_FILER = 5_000
_BIT_KRYPTERT = 0x1
_HODEDEL = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
}
_ODF = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_MAKRO = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|macrosheets/|Basic/|Scripts/)", re.IGNORECASE)
_AKTIVT = re.compile(r"(^|/)activeX/|/embeddings/.*\.(bin|exe|com|bat|js|vbs|hta|lnk)$", re.IGNORECASE)
_MAL_UTENFRA = re.compile(rb"attachedTemplate[^>]*TargetMode\s*=\s*[\"']External", re.IGNORECASE)


def kontroller(innhold: bytes) -> str:
    """Return «docx», «xlsx», «odt» or «ods».

    Raises:
        Avvist: broken, encrypted, swelling, with macros or other active content, or another kind of package.
    """
    try:
        with zipfile.ZipFile(BytesIO(innhold)) as pakken:
            _kontroller_oversikt(pakken.infolist())
            slag = _slag(pakken)
            _kontroller_innhold(pakken)
            # reads all of it: sums that do not add up, sizes that lie
            if pakken.testzip() is not None:
                raise Avvist(Grunn.SKADET)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError):
        raise Avvist(Grunn.SKADET) from None
    return slag


def _kontroller_oversikt(filer: list[zipfile.ZipInfo]) -> None:
    if any(f.flag_bits & _BIT_KRYPTERT for f in filer):
        raise Avvist(Grunn.KRYPTERT)
    if len(filer) > _FILER or sum(f.file_size for f in filer) > UTPAKKET_MAKS_BYTE:
        raise Avvist(Grunn.BOMBE)
    for fil in filer:
        if ".." in fil.filename.split("/") or fil.filename.startswith("/") or "\\" in fil.filename:
            raise Avvist(Grunn.SKADET)


def _slag(pakken: zipfile.ZipFile) -> str:
    navn = set(pakken.namelist())
    if "[Content_Types].xml" in navn:
        return _ooxml(pakken.read("[Content_Types].xml").decode("utf-8", "replace"))
    if "mimetype" in navn:
        medietype = pakken.read("mimetype").decode("ascii", "replace").strip()
        if medietype in _ODF:
            return _ODF[medietype]
    raise Avvist(Grunn.TYPE)


def _ooxml(innholdstyper: str) -> str:
    if "macroenabled" in innholdstyper.lower():
        raise Avvist(Grunn.MAKRO)
    for type_, slag in _HODEDEL.items():
        if f'"{type_}"' in innholdstyper or f"'{type_}'" in innholdstyper:
            return slag
    raise Avvist(Grunn.TYPE)


def _kontroller_innhold(pakken: zipfile.ZipFile) -> None:
    for navn in pakken.namelist():
        if _MAKRO.search(navn):
            raise Avvist(Grunn.MAKRO)
        if _AKTIVT.search(navn):
            raise Avvist(Grunn.AKTIVT)
        if navn.endswith("settings.xml.rels") and _MAL_UTENFRA.search(pakken.read(navn)):
            raise Avvist(Grunn.AKTIVT)
        if navn == "META-INF/manifest.xml" and b"encryption-data" in pakken.read(navn):
            raise Avvist(Grunn.KRYPTERT)
