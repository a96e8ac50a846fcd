"""What the forms share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.utveksling.vedlegg.forms import VedleggFelt

VELG = ("", pgettext_lazy("nedtrekksliste", "Velg"))


def avsnitt(
    tekst: Any, *, rader: int = 4, maks: int = 4000, hjelp: Any = "", krevd: bool = False
) -> forms.CharField:
    """Return a field of several lines."""
    return forms.CharField(
        label=tekst, max_length=maks, required=krevd, help_text=hjelp, widget=forms.Textarea({"rows": rader})
    )


class SettSkjema(Skjema):
    """A form made from a version of the application: a newer one is noticed."""

    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def sett(self) -> int:
        """The version the form was made from."""
        return self.cleaned_data["versjon"] or 0

    @property
    def svar(self) -> dict[str, Any]:
        """The answers, without the version."""
        return {felt: verdi for felt, verdi in self.cleaned_data.items() if felt != "versjon"}


class GrunnSkjema(SettSkjema):
    """A decision with a reason."""

    grunn = avsnitt(_("Begrunnelse"), rader=3, maks=300, krevd=True)


class DagSkjema(SettSkjema):
    """Something that was done on a day."""

    dato = DatoFelt(label=_("Dato"))


class VedleggSkjema(Skjema):
    """Files and what they are."""

    knapp = _("Legg ved")
    slag = forms.ChoiceField(label=_("Hva filen er"))
    vedlegg = VedleggFelt(required=True)

    def __init__(self, *args: Any, slag: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slag"].choices = [VELG, *slag]  # type: ignore[attr-defined]
