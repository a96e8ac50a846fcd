"""Code lists in tables: the column of a model, and what lets the database hold it."""

from __future__ import annotations

from functools import partialmethod
from typing import Any

from django.db import models

from integrering.grunnmur.kodelister.lesing import kodenavn
from integrering.grunnmur.models.kode import KODE_LENGDE


def _navn(rad: models.Model, *, felt: Kodekolonne) -> str:
    return kodenavn(felt.liste, getattr(rad, felt.attname))


class Kodekolonne(models.CharField):  # type: ignore[type-arg]
    """A column with a code of the list. Gives the row `get_<column>_display()`, in the reader's language.

    The table's migration adds `vokt_kode`, which holds that the value is a code of the list.
    """

    def __init__(self, *args: Any, liste: str, **kwargs: Any) -> None:
        self.liste = liste
        super().__init__(*args, **{"max_length": KODE_LENGDE, **kwargs})

    def deconstruct(self) -> Any:
        """Let migrations know the list."""
        navn, sti, args, kwargs = super().deconstruct()
        return navn, sti, args, {**kwargs, "liste": self.liste}

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        """Add the method that tells the label."""
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, f"get_{self.name}_display", partialmethod(_navn, felt=self))


def vokt_kode(tabell: str, kolonne: str, liste: str, *, dag: str = "") -> str:
    """Return SQL that lets a table take codes of the list only (empty and NULL pass).

    A value is checked when it is written, never again: a row with a code that is closed later, stays, and its
    other columns may change.

    Args:
        dag: the date column of the fact: the code must be valid on that day. Without it a closed code is
            taken too; whether it may be chosen today is the action's question, while what was agreed
            before (a weekly slot, an undone change) may be written again.
    """
    paa = f"NEW.{dag}" if dag else "NULL::date"
    ukjent = f"NEW.{kolonne} <> '' AND NOT grunnmur_er_kode('{liste}', NEW.{kolonne}, {paa})"
    felt = [kolonne, dag] if dag else [kolonne]
    endret = " OR ".join(f"NEW.{f} IS DISTINCT FROM OLD.{f}" for f in felt)
    avvis = f"EXECUTE FUNCTION grunnmur_avvis_kode('{kolonne}', '{liste}')"
    return f"""
        CREATE TRIGGER {tabell}_{kolonne}_kode_inn BEFORE INSERT ON {tabell}
            FOR EACH ROW WHEN ({ukjent}) {avvis};
        CREATE TRIGGER {tabell}_{kolonne}_kode_ny BEFORE UPDATE OF {", ".join(felt)} ON {tabell}
            FOR EACH ROW WHEN (({endret}) AND {ukjent}) {avvis};
    """
