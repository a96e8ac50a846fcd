"""Norwegian alphabetical order: aa is å, and æ, ø and å come after z. By code point å would be first."""

from __future__ import annotations

from django.db.models import CharField, Func

_ETTER_Z = str.maketrans("æäøöå", "{{||}")


def alfabetisk(tekst: str) -> str:
    """Return what a name is sorted by in memory: the same as `Alfabetisk` in the database."""
    return tekst.lower().replace("aa", "å").translate(_ETTER_Z)


class Alfabetisk(Func):
    """What the database sorts a name by: `order_by(Alfabetisk("navn"))`. Source: nir/sql/sortering.sql."""

    function = "nb_sort"
    arity = 1
    output_field = CharField()
