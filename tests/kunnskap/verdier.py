"""Municipalities, cells and rows for the tests of the formats."""

from __future__ import annotations

from decimal import Decimal

from regionalt.kunnskap.formater.felles import Celle, Merke, Tallrad
from regionalt.kunnskap.formater.register import Kommunenavn, Register

REGISTER = Register(
    [
        Kommunenavn("5001", "Trondheim", "Tråante", "Trøndelag - Trööndelage"),
        Kommunenavn("5006", "Steinkjer", "", "Trøndelag - Trööndelage"),
        Kommunenavn("5043", "Raarvihke - Røyrvik", "", "Trøndelag - Trööndelage"),
        Kommunenavn("1818", "Herøy", "", "Nordland"),
        Kommunenavn("1515", "Herøy", "", "Møre og Romsdal"),
        Kommunenavn("0301", "Oslo", "", "Oslo"),
    ]
)


def tall(n: object) -> Celle:
    """Return a cell with a number."""
    return Celle(Merke.VERDI, Decimal(str(n)))


def rad(nummer: str, verdi: Celle, aar: int = 2021, indikator: str = "anmodning") -> Tallrad:
    """Return a figure."""
    return Tallrad(nummer, indikator, aar, "opprinnelig", verdi)
