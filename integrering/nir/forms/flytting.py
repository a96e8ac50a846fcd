"""Deciding on a move."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema


class FlyttingSkjema(Skjema):
    """Confirm or refuse; a refusal has a reason."""

    knapp = _("Lagre avgjørelsen")
    avgjoerelse = forms.ChoiceField(
        label=_("Avgjørelse"),
        choices=[
            ("bekreft", _("Bekreft: personen har flyttet")),
            ("avvis", _("Avvis: personen har ikke flyttet")),
        ],
        widget=forms.RadioSelect,
    )
    grunn = forms.CharField(
        label=_("Begrunnelse"),
        max_length=300,
        required=False,
        help_text=_("Må fylles ut når flyttingen avvises."),
    )
