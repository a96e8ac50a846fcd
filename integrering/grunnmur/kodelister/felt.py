"""Code lists in forms."""

from __future__ import annotations

from typing import Any, Self

from django import forms
from django.utils.functional import Promise

from integrering.grunnmur.kodelister.lesing import alle_kodevalg, kodevalg


class KodeFelt(forms.ChoiceField):
    """A choice among the codes of a list, read when the field is shown or checked.

    Args:
        liste: name of the list.
        tom: what the empty choice says («Velg emne», «Alle»); without it there is none.
        stengte: closed codes may be chosen too (filters).
    """

    def __init__(self, *, liste: str, tom: str | Promise = "", stengte: bool = False, **kwargs: Any) -> None:
        self.liste, self.tom, self.stengte, self._med = liste, tom, stengte, ""
        super().__init__(choices=self._valg, **kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Let the copy a form gets ask itself for its choices, not the field of the class."""
        kopi: Self = super().__deepcopy__(memo)
        kopi.choices = kopi._valg
        return kopi

    def behold(self, verdi: object) -> None:
        """Let what the row has already be chosen again, also when it is closed (called by `Skjema`)."""
        self._med = str(verdi or "")

    def _valg(self) -> list[tuple[str, Any]]:
        valg: list[tuple[str, Any]] = [("", self.tom)] if self.tom else []
        koder = alle_kodevalg(self.liste) if self.stengte else kodevalg(self.liste, med=self._med)
        return [*valg, *koder]
