"""The forms of the yearly report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import Skjema
from regionalt.ledelse.queries.rapporter import Vistkapittel
from regionalt.ledelse.rules.rapport import aar_som_kan_velges

MEST = 6000


class NyRapportSkjema(Skjema):
    """Which year."""

    knapp = _("Lag utkast")
    aar = forms.ChoiceField(label=_("År"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(str(aar), str(aar)) for aar in aar_som_kan_velges(timezone.localdate())]
        self.fields["aar"].choices = valg  # type: ignore[attr-defined]


class RapportSkjema(Skjema):
    """The texts: the introduction, and one for each chapter."""

    knapp = _("Lagre tekstene")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    innledning = forms.CharField(
        label=_("Innledning"),
        required=False,
        max_length=MEST,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Skriv ikke om enkeltpersoner. Tallene kommer av seg selv."),
    )

    def __init__(self, *args: Any, kapitler: Sequence[Vistkapittel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._navn = [k.navn for k in kapitler]
        for kapittel in kapitler:
            felt = forms.CharField(
                label=kapittel.tittel, required=False, max_length=MEST, widget=forms.Textarea({"rows": 4})
            )
            self.legg_til_felt(kapittel.navn, felt)

    @property
    def tekster(self) -> dict[str, str]:
        """The text of each chapter."""
        return {navn: self.cleaned_data[navn] for navn in self._navn}


class FerdigstillSkjema(Skjema):
    """Keep it as it is."""

    knapp = _("Ferdigstill rapporten")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
