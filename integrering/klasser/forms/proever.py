"""The day of a test."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema


class ProevedagSkjema(Skjema):
    """When the class took the test."""

    merk_felt = False
    dato = DatoFelt(label=_("Prøvedato"), navn=_("prøvedato"))
