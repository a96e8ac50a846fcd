"""What the actions share: texts without numbers about persons."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur.personnummer import har_nummer, har_siffer_i_tittel


def brudd_i_tekst(**tekster: str) -> dict[str, list[str]]:
    """Return the fields whose text holds an identity number or a DUF number, with what to do."""
    melding = _("Ta ut fødselsnummer og DUF-nummer. Her skal det ikke stå noe om deltakere.")
    return {felt: [melding] for felt, tekst in tekster.items() if har_nummer(tekst)}


def brudd_i_tittel(**titler: str) -> dict[str, list[str]]:
    """Return the short texts that hold so many digits that they may be about a person."""
    melding = _("Ikke skriv fødselsdato eller nummer på personer her.")
    return {felt: [melding] for felt, tekst in titler.items() if har_siffer_i_tittel(tekst)}
