"""The forms of contacts: give municipalities one, end it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.models import Bruker, Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.queries.kontakter import kontaktvalg

_VELG = pgettext_lazy("nedtrekksliste", "Velg")


class KontaktSkjema(Skjema):
    """One contact for one or more municipalities, from a day."""

    knapp = _("Lagre kontakten")
    kommuner = forms.MultipleChoiceField(
        label=_("Kommuner"), widget=forms.CheckboxSelectMultiple, help_text=_("Alle får samme kontakt.")
    )
    kontaktperson = forms.ChoiceField(label=_("Kontaktperson"))
    stedfortreder = forms.ChoiceField(
        label=_("Stedfortreder"), required=False, help_text=_("Den som svarer når kontaktpersonen er borte.")
    )
    fra = DatoFelt(label=_("Fra"), help_text=_("Den som er kontakt nå, er det til og med dagen før."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kommuner = {k.nummer: k for k in kommuner_i_fylket()}
        self._brukere = {str(b.pk): b for b in kontaktvalg()}
        navn = [(pk, str(b)) for pk, b in self._brukere.items()]
        self.fields["kommuner"].choices = [(n, k.navn) for n, k in self._kommuner.items()]  # type: ignore[attr-defined]
        self.fields["kontaktperson"].choices = [("", _VELG), *navn]  # type: ignore[attr-defined]
        self.fields["stedfortreder"].choices = [("", _("Ingen")), *navn]  # type: ignore[attr-defined]

    @property
    def valgte(self) -> list[Virksomhet]:
        """The municipalities that were chosen."""
        return [self._kommuner[nummer] for nummer in self.cleaned_data["kommuner"]]

    def bruker(self, felt: str) -> Bruker | None:
        """Return the user chosen in a field."""
        return self._brukere.get(self.cleaned_data[felt])


class AvsluttKontaktSkjema(Skjema):
    """The last day of a contact."""

    knapp = _("Avslutt kontakten")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    til = DatoFelt(label=_("Til og med"), help_text=_("Etter denne dagen er kommunen uten kontakt."))
