"""The form of what a school offers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import Skjema
from opplaering.actions.tilbud import Tilbudsdata
from opplaering.kodeverk import UTDANNINGSPROGRAM
from opplaering.models import Utdanningstilbud

_FELTER = ("navn", "program", "for_voksne", "aktiv")


class TilbudSkjema(Skjema):
    """Add an offer, or change it."""

    knapp = _("Lagre tilbudet")
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    navn = forms.CharField(
        label=_("Tilbud"), max_length=120, help_text=_("For eksempel «Vg1 helse- og oppvekstfag».")
    )
    program = KodeFelt(
        liste=UTDANNINGSPROGRAM, label=_("Utdanningsprogram"), tom=pgettext_lazy("nedtrekksliste", "Velg")
    )
    for_voksne = forms.BooleanField(
        label=_("For voksne"),
        required=False,
        help_text=_("Tilrettelagt for voksne (opplæringslova kapittel 18)."),
    )
    aktiv = forms.BooleanField(label=_("Tar inn nye elever"), required=False)

    @property
    def tilbudet(self) -> Tilbudsdata:
        """The answers."""
        return Tilbudsdata(**{felt: self.cleaned_data[felt] for felt in _FELTER})


def tilbudsverdier(tilbud: Utdanningstilbud) -> dict[str, Any]:
    """Return an offer as the form shows it."""
    return {felt: getattr(tilbud, felt) for felt in ("versjon", *_FELTER)}
