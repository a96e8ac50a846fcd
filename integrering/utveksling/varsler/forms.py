"""What one wants to be told, how often, in which language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema
from integrering.utveksling.varsler.models import HYPPIGHETER
from integrering.utveksling.varsler.register import Varselkilde


class VarselSkjema(Skjema):
    """Frequency, kinds and language; the version it was made from."""

    merk_felt = False
    hyppighet = forms.ChoiceField(label=_("Hvor ofte"), choices=HYPPIGHETER, widget=forms.RadioSelect)
    typer = forms.MultipleChoiceField(
        label=_("Hva e-posten skal handle om"), widget=forms.CheckboxSelectMultiple, required=False
    )
    maalform = forms.ChoiceField(
        label=_("Språk i e-posten og på sidene"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    versjon = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, kilder: list[Varselkilde], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["typer"]
        assert isinstance(felt, forms.MultipleChoiceField)  # noqa: S101 - tells the type
        felt.choices = [(k.kode, k.tekst) for k in kilder]
