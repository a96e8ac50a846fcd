"""The lists there are: each app registers its own in AppConfig.ready."""

from __future__ import annotations

from integrering.lister.definisjon import Liste

_lister: dict[str, Liste] = {}


def registrer_liste(liste: Liste) -> Liste:
    """Make a list known to exports and saved filters (again: replaces it). Returns it."""
    _lister[liste.navn] = liste
    return liste


def finn_liste(navn: str) -> Liste | None:
    """Return the list with this name."""
    return _lister.get(navn)


def alle_lister() -> list[Liste]:
    """Return every list, by name."""
    return [_lister[navn] for navn in sorted(_lister)]
