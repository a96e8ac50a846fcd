"""Numbers that point out a person do not stand in free text."""

from __future__ import annotations

import pytest

from integrering.grunnmur.personnummer import har_nummer, har_siffer_i_tittel


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        ("Ring deltakeren, 01019912345", True),
        ("010199 12345", True),
        ("DUF 2099 000001 03", True),
        ("209900000103", True),
        ("Møtet er 12.03.2027 10.00 i rom 204", False),
        ("Tlf. 73 00 00 00, org.nr. 099000001", False),
        ("", False),
    ],
)
def test_tekst_med_nummer(skrevet: str, ventet: bool) -> None:
    """Identity numbers are recognised; dates with times, telephones and organisation numbers are not."""
    assert har_nummer(skrevet) is ventet


@pytest.mark.parametrize(
    ("tittel", "ventet"),
    [
        ("Teammøte uke 12 2027", False),
        ("Sak 010199", True),
        ("DUF 2099 000001 03", True),
        ("Nettverk", False),
    ],
)
def test_tittel_med_siffer(tittel: str, ventet: bool) -> None:
    """A title needs no date of birth."""
    assert har_siffer_i_tittel(tittel) is ventet
