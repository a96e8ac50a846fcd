"""The form of a row in a regional register: never about individuals, saved over the version that was read."""

from __future__ import annotations

import uuid
from typing import Any, TypeVar

from django import forms
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import Skjema
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.actions.registerrad import Lagring
from regionalt.models.felles import Innsendt
from regionalt.personvern import brudd_i_tekst

R = TypeVar("R", bound=Innsendt)
VELG = ("", pgettext_lazy("nedtrekksliste", "Velg"))
_SKJULTE = ("innsending", "versjon")


class RegisterSkjema(Skjema):
    """Base: hidden version and form number; a text with the number of a person is refused."""

    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse texts that point out a person."""
        for felt, tekster in brudd_i_tekst(**self.cleaned_data).items():
            self.add_error(felt, tekster)
        return self.cleaned_data

    def lagring(self, rad: R | None) -> Lagring[R]:
        """Return what is saved over, and as which version."""
        svar = self.cleaned_data
        return Lagring(rad, svar.get("versjon") or 0, svar.get("innsending") or uuid.uuid4())

    @classmethod
    def verdier(cls, rad: Any) -> dict[str, Any]:
        """Return a row as the form shows it."""
        return {felt: getattr(rad, felt) for felt in cls.base_fields if felt != "innsending"}

    @property
    def felter(self) -> dict[str, Any]:
        """The answers, by the columns of the row."""
        return {felt: verdi for felt, verdi in self.cleaned_data.items() if felt not in _SKJULTE}


def avsnitt(ledetekst: Any, *, rader: int = 3, mest: int = 2000, **mer: Any) -> forms.CharField:
    """Return a field for a paragraph."""
    return forms.CharField(label=ledetekst, max_length=mest, widget=forms.Textarea({"rows": rader}), **mer)


def antall(ledetekst: Any, **mer: Any) -> forms.IntegerField:
    """Return a field for a count of people: a whole number, from 0."""
    inndata = forms.TextInput({"inputmode": "numeric", "class": "felt-timer"})
    return forms.IntegerField(label=ledetekst, min_value=0, max_value=30_000, widget=inndata, **mer)


class KommuneFelt(forms.MultipleChoiceField):
    """The county's municipalities, by number; read when the form is made."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=lambda: [(k.nummer, k.navn) for k in kommuner_i_fylket()], required=False, **kwargs
        )
