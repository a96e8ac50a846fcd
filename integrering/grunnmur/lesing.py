"""Reading what people type as dates, amounts and hours. Pure: text in, value or `Ulesbar` out."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

TIDLIGSTE_AAR = 1900
SENESTE_AAR = 2100
# Two digits up to this many years past the present one mean this century, otherwise the former.
FRAMTID_TO_SIFRE = 20

_ISO = re.compile(r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$")
_SKILT = re.compile(r"^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2}|[0-9])$")
_AATTE = re.compile(r"^([0-9]{2})([0-9]{2})([0-9]{4})$")
_SEKS = re.compile(r"^([0-9]{2})([0-9]{2})([0-9]{2})$")
_MELLOMROM = re.compile(r"\s+")
_STREKER = str.maketrans({"\u2212": "-", "\u2013": "-"})


class Grunn(StrEnum):
    """Why a text could not be read."""

    FORM = "form"
    FINNES_IKKE = "finnes_ikke"
    FOR_TIDLIG = "for_tidlig"
    FOR_SEN = "for_sen"


class Ulesbar(ValueError):
    """The text is not a value of the wanted kind; `grunn` says why."""

    def __init__(self, grunn: Grunn) -> None:
        self.grunn = grunn
        super().__init__(grunn)


def aarstall(sifre: str, idag: date) -> int:
    """Return the year of one, two or four digits: «27» in 2026 is 2027, «85» is 1985."""
    aar = int(sifre)
    if len(sifre) == 4:
        return aar
    aarhundre = idag.year - idag.year % 100
    return aarhundre + aar if aarhundre + aar <= idag.year + FRAMTID_TO_SIFRE else aarhundre - 100 + aar


def _deler(tekst: str) -> tuple[str, str, str]:
    if treff := _ISO.match(tekst):
        return treff[3], treff[2], treff[1]
    for moenster in (_SKILT, _AATTE, _SEKS):
        if treff := moenster.match(tekst):
            return treff[1], treff[2], treff[3]
    raise Ulesbar(Grunn.FORM)


def les_dato(tekst: str, idag: date) -> date:
    """Read 28.02.2027, 28.2.27, 280227, 28022027, 2027-02-28, with or without spaces.

    `idag` only decides the century of a two-digit year. Raises `Ulesbar`.
    """
    uten_mellomrom = _MELLOMROM.sub(" ", tekst.translate(_STREKER).strip())
    # «28 2 2027» has its parts divided by spaces only; elsewhere spaces mean nothing.
    if re.fullmatch(r"[0-9]{1,2} [0-9]{1,2} [0-9]{1,4}", uten_mellomrom):
        uten_mellomrom = uten_mellomrom.replace(" ", ".")
    dag, maaned, aar_sifre = _deler(uten_mellomrom.replace(" ", "").removesuffix("."))
    aar = aarstall(aar_sifre, idag)
    if aar < TIDLIGSTE_AAR:
        raise Ulesbar(Grunn.FOR_TIDLIG)
    if aar > SENESTE_AAR:
        raise Ulesbar(Grunn.FOR_SEN)
    try:
        return date(aar, int(maaned), int(dag))
    except ValueError:
        raise Ulesbar(Grunn.FINNES_IKKE) from None


def les_kroner(tekst: str) -> int:
    """Read whole kroner: «1 234», «1234 kr», «1.234», «−500», «1234,00». Raises `Ulesbar`."""
    rent = _MELLOMROM.sub("", tekst.translate(_STREKER)).lower().removesuffix("kr").removesuffix(",-")
    rent = re.sub(r",00$", "", rent)
    if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+", rent):
        rent = rent.replace(".", "")
    if not re.fullmatch(r"-?[0-9]{1,12}", rent):
        raise Ulesbar(Grunn.FORM)
    return int(rent)


def les_desimaltall(tekst: str) -> Decimal:
    """Read a decimal number with comma or point: «12,5», «12.5», «30». Raises `Ulesbar`."""
    rent = _MELLOMROM.sub("", tekst.translate(_STREKER)).replace(",", ".")
    if not re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,4})?", rent):
        raise Ulesbar(Grunn.FORM)
    return Decimal(rent)


def ligner_foedselsnummer(tekst: str) -> bool:
    """Return True when a text has the shape of a fødselsnummer or D-nummer: eleven digits, first a day.

    D-numbers have 40 added to the day, synthetic numbers 40, 65 or 80 to the month. The control digits are
    not asked: a mistyped number is no less someone's, and those given from 2032 follow another rule.
    """
    sifre = re.sub(r"[\s.\-]", "", tekst)
    if not re.fullmatch(r"[0-9]{11}", sifre):
        return False
    dag, maaned = int(sifre[:2]), int(sifre[2:4])
    return (1 <= dag <= 31 or 41 <= dag <= 71) and any(1 <= maaned - t <= 12 for t in (0, 40, 65, 80))


def les_id(tekst: str | None) -> int | None:
    """Read a row's number from an address; None for anything else."""
    return int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) < 19 else None


def les_uuid(tekst: str | None) -> UUID | None:
    """Read a key from an address or a form; None for anything else."""
    try:
        return UUID(tekst or "")
    except ValueError:
        return None
