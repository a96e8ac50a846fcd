"""A column of many ids: ranges take next to no room, as ids made together follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    _Felt = models.Field[Any, Any]
else:
    _Felt = models.Field


class Idspenn(_Felt):
    """Ids as a multirange of the database; written and read by SQL only."""

    def db_type(self, connection: Any) -> str:
        """Return the type of the database."""
        return "int8multirange"
