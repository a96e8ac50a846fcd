"""One point of the checklist of quality."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from karriere.actions.kvalitet import Kvalitetsdata
from karriere.kodeverk import Kvalitetsstatus
from regionalt.forms.innsendt import VELG, InnsendtSkjema


class KvalitetSkjema(InnsendtSkjema):
    """Where the centre stands, and what is done."""

    status = forms.ChoiceField(label=_("Status"), choices=[("", VELG), *Kvalitetsstatus.choices])
    merknad = forms.CharField(
        label=_("Hva som er gjort og gjenstår"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Skriv ikke om deltakere."),
    )
    dato = DatoFelt(label=_("Vurdert"), navn=_("datoen for vurderingen"))

    @property
    def svaret(self) -> Kvalitetsdata:
        """What was written."""
        d = self.cleaned_data
        return Kvalitetsdata(status=d["status"], dato=d["dato"], merknad=d["merknad"])
