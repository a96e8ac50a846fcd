"""What free text in the training may not hold: so many digits in a row that they may be about a person."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.personnummer import har_siffer_i_tittel


def brudd_i_tekster(**tekster: str) -> dict[str, list[str]]:
    """Return the fields whose text holds a birth date or a number on a person, with what to do."""
    return {
        felt: [_("Ikke skriv fødselsdato eller nummer på personer her.")]
        for felt, tekst in tekster.items()
        if har_siffer_i_tittel(tekst)
    }


def krev(*brudd: dict[str, list[str]]) -> None:
    """Raise Regelbrudd with everything that was found, if anything."""
    samlet: dict[str, list[str]] = {}
    for funn in brudd:
        for felt, tekster in funn.items():
            samlet.setdefault(felt, []).extend(tekster)
    if samlet:
        raise Regelbrudd(samlet)
