"""The form of the goal in Norwegian."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.nir.forms.generelt import skjema_for
from opplaering.queries.norskmaal import NORSKMAAL


class NorskmaalSkjema(skjema_for(NORSKMAAL)):  # type: ignore[misc] # the form the register makes of the columns
    """Set or adjust the goal. What is unusual is told once, and confirmed."""

    knapp = _("Lagre norskmålet")
    bekreftet = forms.BooleanField(required=False, widget=forms.HiddenInput)
