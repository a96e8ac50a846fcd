"""What goes wrong in a way the user can mend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.exceptions import PermissionDenied

HELE = ""


class Regelbrudd(Exception):
    """A change that the rules refuse. Carries messages per field; `HELE` («») is for the whole.

    Doors show the messages beside their fields; nothing has been saved when it is raised.
    """

    def __init__(self, meldinger: str | Mapping[str, Sequence[str]]) -> None:
        self.meldinger: dict[str, list[str]] = (
            {HELE: [meldinger]}
            if isinstance(meldinger, str)
            else {felt: list(tekster) for felt, tekster in meldinger.items()}
        )
        super().__init__("; ".join(t for tekster in self.meldinger.values() for t in tekster))


def krev_gyldig(*brudd: Mapping[str, Sequence[str]]) -> None:
    """Raise Regelbrudd when something was found: field → messages."""
    samlet = {felt: tekster for funn in brudd for felt, tekster in funn.items()}
    if samlet:
        raise Regelbrudd(samlet)


class IkkeTilgang(PermissionDenied):
    """The one who asks does not have the role for this."""
