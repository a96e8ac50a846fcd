"""Forms of evidence packs."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema
from integrering.nir.forms.filtre import PersonFilter
from integrering.rapporter.rules.utvelgelse import SPREDNING
from integrering.tilgang.aktoer import Aktoer

MAKS_FROE = SPREDNING - 1


class Utvalgskjema(Skjema):
    """A random sample: how many, of whom (as the list of persons is filtered), and which seed."""

    knapp = _("Trekk og lag pakken")
    valgfrie = ("froe",)
    antall = forms.IntegerField(
        label=_("Antall personer"),
        min_value=1,
        widget=forms.TextInput({"inputmode": "numeric", "class": "felt-timer"}),
    )
    froe = forms.IntegerField(
        label=_("Frø"), required=False, min_value=0, max_value=MAKS_FROE,
        widget=forms.TextInput({"inputmode": "numeric", "class": "felt-beloep"}),
        help_text=_(
            "La stå tomt, så trekker systemet et tall. Skriv et frø for å trekke de samme en gang til."
        ),
    )  # fmt: skip
    innsending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ramme = PersonFilter(self.data if self.is_bound else None, av=av)
        self.fields = {**self.ramme.fields, **self.fields}

    def clean(self) -> dict[str, Any]:
        """Let the filter judge its own fields."""
        svar = super().clean() or {}
        if self.ramme.is_bound:
            self.ramme.is_valid()
        return svar

    @property
    def filter(self) -> dict[str, Any]:
        """The filter of the frame."""
        return {navn: self.cleaned_data.get(navn) or "" for navn in self.ramme.fields}
