"""Columns that hold values of this domain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from integrering.grunnmur.kvartal import Kvartal

if TYPE_CHECKING:
    _Heltall = models.IntegerField[Kvartal, Kvartal]
    _Felt = models.Field[Any, Any]
else:
    _Heltall = models.IntegerField
    _Felt = models.Field


class KvartalFelt(_Heltall):
    """A quarter, stored as its index: consecutive whole numbers that sort and subtract."""

    def from_db_value(self, value: int | None, *_: Any) -> Kvartal | None:
        """Read the stored index."""
        return None if value is None else Kvartal.fra_indeks(value)

    def to_python(self, value: Any) -> Kvartal | None:
        """Read a quarter, «2023K4» or an index."""
        if value is None or isinstance(value, Kvartal):
            return value
        return Kvartal.parse(value) if isinstance(value, str) else Kvartal.fra_indeks(value)

    def get_prep_value(self, value: Any) -> int | None:
        """Return the index."""
        kvartal = self.to_python(value)
        return None if kvartal is None else kvartal.indeks

    def value_to_string(self, obj: models.Model) -> str:
        """Return «2023K4» for serialised data."""
        return str(self.value_from_object(obj))


def id_liste(navn: Any) -> ArrayField[Any, Any]:
    """Return a column with the ids of versions of facts."""
    return ArrayField(models.BigIntegerField(), verbose_name=navn, default=list, blank=True)


class Strekkfelt(_Felt):
    """Stretches of day numbers `[a, b)`, as a multirange of the database; a tuple of pairs in Python."""

    def db_type(self, connection: Any) -> str:
        """Return the type of the database."""
        return "int4multirange"

    def from_db_value(self, value: Any, *_: Any) -> tuple[tuple[int, int], ...]:
        """Return the stretches in order."""
        return tuple((spenn.lower, spenn.upper) for spenn in value or ())

    def get_prep_value(self, value: Any) -> str:
        """Write the stretches as the database reads them."""
        return "{" + ",".join(f"[{a},{b})" for a, b in value) + "}"
