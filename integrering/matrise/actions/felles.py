"""What the actions share."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur.personnummer import har_nummer

KILDE = "matrise"


def brudd_i_tekst(**tekster: str) -> dict[str, list[str]]:
    """Return the fields whose text holds an identity number or a DUF number, with what to do."""
    return {
        felt: [_("Ta ut fødselsnummer og DUF-nummer. Teksten skal ikke handle om enkeltpersoner.")]
        for felt, tekst in tekster.items()
        if har_nummer(tekst)
    }
