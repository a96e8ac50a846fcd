"""What the actions share."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.personnummer import har_nummer

KILDE = "matrise"


def krev_gyldig(*brudd: dict[str, list[str]]) -> None:
    """Raise Regelbrudd when something was found."""
    samlet = {felt: tekster for funn in brudd for felt, tekster in funn.items()}
    if samlet:
        raise Regelbrudd(samlet)


def brudd_i_tekst(**tekster: str) -> dict[str, list[str]]:
    """Return the fields whose text holds an identity number or a DUF number, with what to do."""
    return {
        felt: [_("Ta ut fødselsnummer og DUF-nummer. Teksten skal ikke handle om enkeltpersoner.")]
        for felt, tekst in tekster.items()
        if har_nummer(tekst)
    }
