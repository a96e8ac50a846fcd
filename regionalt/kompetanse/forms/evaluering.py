"""The form of an evaluation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema
from regionalt.kompetanse.actions import Evalueringsdata
from regionalt.kompetanse.tekster import EVALUERINGEN
from regionalt.personvern import brudd_i_tekst

_POENG = (
    (1, _("1 – helt uenig")), (2, "2"), (3, _("3 – verken enig eller uenig")), (4, "4"),
    (5, _("5 – helt enig")),
)  # fmt: skip


class EvalueringSkjema(Skjema):
    """Three fixed questions and a comment."""

    knapp = _("Send svaret")
    tekst = forms.CharField(
        label=_("Hva kan bli bedre?"), max_length=2000, required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("Ikke skriv noe om enkeltpersoner, heller ikke hvem du er."),
    )  # fmt: skip
    field_order = [*EVALUERINGEN, "tekst"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for felt, ledetekst in EVALUERINGEN.items():
            self.fields[felt] = forms.TypedChoiceField(
                label=ledetekst,
                choices=_POENG,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Velg et tall fra 1 til 5.")},
            )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """Refuse a comment that points out a person."""
        for felt, tekster in brudd_i_tekst(**self.cleaned_data).items():
            self.add_error(felt, tekster)
        return self.cleaned_data

    @property
    def dataene(self) -> Evalueringsdata:
        """The answers."""
        return Evalueringsdata(**self.cleaned_data)
