"""What people type, and what we understand."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from integrering.grunnmur.lesing import (
    Grunn,
    Ulesbar,
    aarstall,
    les_dato,
    les_desimaltall,
    les_kroner,
    les_uuid,
)

IDAG = date(2026, 11, 22)


@pytest.mark.parametrize(
    "skrevet",
    [
        "28.02.2027",
        "28.2.2027",
        "28.2.27",
        "280227",
        "28022027",
        "2027-02-28",
        "2027-2-28",
        " 28. 02. 2027 ",
        "28 02 2027",
        "28 2 27",
        "28 02 20 27",
        "28.02.2027.",
        "2027–02–28",
        "28.02.\u00a02027",
    ],
)
def test_the_same_day_in_many_hands(skrevet: str) -> None:
    assert les_dato(skrevet, IDAG) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("skrevet", "grunn"),
    [
        ("i morgen", Grunn.FORM),
        ("28/02/2027", Grunn.FORM),
        ("28-02-2027", Grunn.FORM),
        ("2802202", Grunn.FORM),
        ("28.02", Grunn.FORM),
        ("28.02.202", Grunn.FORM),
        ("٢٨.٠٢.٢٠٢٧", Grunn.FORM),
        ("31.02.2027", Grunn.FINNES_IKKE),
        ("29.02.2027", Grunn.FINNES_IKKE),
        ("00.01.2027", Grunn.FINNES_IKKE),
        ("01.13.2027", Grunn.FINNES_IKKE),
        ("31.12.1899", Grunn.FOR_TIDLIG),
        ("01.01.0027", Grunn.FOR_TIDLIG),
        ("01.01.2101", Grunn.FOR_SEN),
    ],
)
def test_what_is_not_a_date_and_why(skrevet: str, grunn: Grunn) -> None:
    with pytest.raises(Ulesbar) as feil:
        les_dato(skrevet, IDAG)
    assert feil.value.grunn is grunn


@pytest.mark.parametrize(
    ("sifre", "aar"),
    [
        ("27", 2027),
        ("46", 2046),
        ("47", 1947),
        ("85", 1985),
        ("99", 1999),
        ("00", 2000),
        ("6", 2006),
        ("1985", 1985),
    ],
)
def test_two_digits_reach_twenty_years_ahead(sifre: str, aar: int) -> None:
    assert aarstall(sifre, IDAG) == aar


@pytest.mark.parametrize(
    ("skrevet", "kroner"),
    [
        ("1234", 1234),
        ("1 234", 1234),
        ("1\u00a0234 kr", 1234),
        ("1.234.567", 1234567),
        ("12 500,-", 12500),
        ("12500,00", 12500),
        ("−500", -500),
        ("-500", -500),
        ("0", 0),
    ],
)
def test_amounts(skrevet: str, kroner: int) -> None:
    assert les_kroner(skrevet) == kroner


@pytest.mark.parametrize("skrevet", ["", "tusen", "12,50", "1.23", "12.3456", "1e3", "9" * 13])
def test_what_is_not_whole_kroner(skrevet: str) -> None:
    with pytest.raises(Ulesbar):
        les_kroner(skrevet)


@pytest.mark.parametrize(
    ("skrevet", "tall"), [("22,5", "22.5"), ("22.5", "22.5"), ("30", "30"), (" 0,25 ", "0.25")]
)
def test_decimal_numbers(skrevet: str, tall: str) -> None:
    assert les_desimaltall(skrevet) == Decimal(tall)


@pytest.mark.parametrize("skrevet", ["", "x", "1,2,3", "NaN", "1e5", ","])
def test_what_is_not_a_decimal_number(skrevet: str) -> None:
    with pytest.raises(Ulesbar):
        les_desimaltall(skrevet)


@pytest.mark.parametrize("tekst", [None, "", "tull", "12", "00000000-0000-4000-8000-00000000000g"])
def test_noe_annet_enn_en_noekkel(tekst: str | None) -> None:
    assert les_uuid(tekst) is None
    assert les_uuid("00000000-0000-4000-8000-000000000001") == UUID("00000000-0000-4000-8000-000000000001")
