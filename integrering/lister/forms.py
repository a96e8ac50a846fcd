"""Forms: a saved filter, and what the export buttons send."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema
from integrering.lister.models import Filformat


class FilterSkjema(Skjema):
    """Name of a saved filter, and who sees it."""

    knapp = _("Lagre filteret")
    merk_felt = False
    navn = forms.CharField(
        label=_("Navn"),
        max_length=80,
        help_text=_("For eksempel «Mangler vedtak». Ikke skriv navn på personer."),
    )
    delt = forms.BooleanField(
        label=_("Del med kollegene i virksomheten"),
        required=False,
        help_text=_("De ser filteret, men bare de radene de selv har tilgang til. Bare du kan endre det."),
    )
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)


class EksportSkjema(forms.Form):
    """What the buttons send: the list as it stands on the page."""

    liste = forms.CharField(max_length=60)
    sti = forms.CharField(max_length=200)
    sporring = forms.CharField(max_length=4000, required=False)
    format = forms.ChoiceField(choices=Filformat.choices)
    noekkel = forms.UUIDField()
