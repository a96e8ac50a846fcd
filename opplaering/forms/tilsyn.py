"""The form of a supervision pack."""

from __future__ import annotations

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema


class TilsynSkjema(Skjema):
    """Which time the pack is about."""

    knapp = _("Lag pakken")
    fra = DatoFelt(label=_("Fra dato"))
    til = DatoFelt(label=_("Til og med"))
    innsending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
