"""What is written about a person: never with numbers of persons in it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from regionalt.rules.personvern import peker_paa_person


def brudd_i_tekster(**felter: object) -> dict[str, list[str]]:
    """Return the fields with an identity number or a DUF number, with what to do."""
    melding = _("Ta ut nummeret. Saken sier hvem det gjelder, og andre skal ikke nevnes med nummer.")
    tekster = {felt: verdi for felt, verdi in felter.items() if isinstance(verdi, str)}
    return {felt: [melding] for felt, tekst in tekster.items() if peker_paa_person(tekst)}
