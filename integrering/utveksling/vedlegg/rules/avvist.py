"""Why a file is refused."""

from __future__ import annotations

from enum import StrEnum


class Grunn(StrEnum):
    """The reasons; the texts stand in `tekster.py`."""

    TOM = "tom"
    FOR_STOR = "for_stor"
    TYPE = "type"
    UENIG = "uenig"
    SKADET = "skadet"
    MAKRO = "makro"
    AKTIVT = "aktivt"
    KRYPTERT = "kryptert"
    BOMBE = "bombe"
    TEGNSETT = "tegnsett"


class Avvist(Exception):
    """The file is not let in."""

    def __init__(self, grunn: Grunn) -> None:
        super().__init__(grunn.value)
        self.grunn = grunn
