"""The lists there are: each app registers its own in AppConfig.ready."""

from __future__ import annotations

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from integrering.lister.definisjon import Liste
from integrering.tilgang.innsynssteder import registrer_innsynssteder

_lister: dict[str, Liste] = {}


def registrer_liste(liste: Liste) -> Liste:
    """Make a list known to exports and saved filters (again: replaces it). Returns it."""
    _lister[liste.navn] = liste
    registrer_innsynssteder({eksportsted(liste): format_lazy("{}: {}", _("Eksport"), liste.tittel)})
    return liste


def eksportsted(liste: Liste) -> str:
    """Return the code of an export of the list in the log of look-ups."""
    return f"eksport-{liste.navn}"


def finn_liste(navn: str) -> Liste | None:
    """Return the list with this name."""
    return _lister.get(navn)


def alle_lister() -> list[Liste]:
    """Return every list, by name."""
    return [_lister[navn] for navn in sorted(_lister)]
