"""Unlock a month."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema


class LaasOppSkjema(Skjema):
    """Why a locked month is opened."""

    knapp = _("Lås opp måneden")
    merk_felt = False
    aarsak = forms.CharField(
        label=_("Hvorfor låses måneden opp?"),
        max_length=300,
        help_text=_("Vises i historikken. Skriv ikke helseopplysninger."),
        error_messages={"required": _("Skriv hvorfor måneden låses opp.")},
    )
