"""Columns that know what they hold: several codes, a language, hours."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from integrering.grunnmur.models.kode import KODE_LENGDE


class Koderfelt(ArrayField):  # type: ignore[type-arg]
    """Several codes of one list: what is ticked off on a checklist."""

    def __init__(self, verbose_name: Any = None, *, liste: str, **kwargs: Any) -> None:
        self.liste = liste
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        kwargs["base_field"] = models.CharField(max_length=KODE_LENGDE)
        super().__init__(verbose_name=verbose_name, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Keep the name of the list in migrations; the column of each code follows from the class."""
        navn, sti, args, kwargs = super().deconstruct()
        kwargs.pop("base_field", None)
        return navn, sti, list(args), {**kwargs, "liste": self.liste}


class Spraakfelt(models.CharField):  # type: ignore[type-arg]
    """A language: three letters of ISO 639-3 («ukr», «ara»)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 3)
        super().__init__(*args, **kwargs)


class Timefelt(models.DecimalField):  # type: ignore[type-arg]
    """Hours with one decimal, from 0 to `mest`."""

    def __init__(self, *args: Any, mest: int = 60, **kwargs: Any) -> None:
        self.mest = mest
        kwargs.setdefault("max_digits", 5)
        kwargs.setdefault("decimal_places", 1)
        kwargs["validators"] = [MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(mest))]
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Keep the highest value in migrations."""
        navn, sti, args, kwargs = super().deconstruct()
        kwargs.pop("validators", None)
        return navn, sti, list(args), {**kwargs, "mest": self.mest}
