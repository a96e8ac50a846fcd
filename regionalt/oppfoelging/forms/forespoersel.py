"""The forms of a request for guidance."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.utveksling.vedlegg.forms import VedleggFelt
from regionalt.kodeverk import Tema
from regionalt.oppfoelging.actions.forespoersel import Spoersmaal
from regionalt.oppfoelging.forms.kontakt import UTEN_DELTAKERE
from regionalt.oppfoelging.kodeverk import Kanal

_VELG = pgettext_lazy("nedtrekksliste", "Velg")


class SpoerSkjema(Skjema):
    """A municipality asks: theme, question, files."""

    knapp = _("Send forespørselen")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    tema = forms.ChoiceField(label=_("Tema"), choices=[("", _VELG), *Tema.choices])
    spoersmaal = forms.CharField(
        label=_("Spørsmål"),
        max_length=3000,
        widget=forms.Textarea({"rows": 6}),
        help_text=_(
            "Skriv spørsmålet generelt. Skriv ikke om deltakere, og ikke fødselsnummer eller DUF-nummer."
        ),
    )
    vedlegg = VedleggFelt()

    def spoersmaalet(self, kommune: Virksomhet) -> Spoersmaal:
        """Return the answers, as the municipality's."""
        return Spoersmaal(kommune, self.cleaned_data["tema"], self.cleaned_data["spoersmaal"])

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


class RegistrerSkjema(SpoerSkjema):
    """The county writes down what came by telephone or e-mail."""

    knapp = _("Registrer forespørselen")
    kommune = forms.ChoiceField(label=_("Kommune"))
    kanal = forms.ChoiceField(
        label=_("Hvordan kom den?"), choices=[("", _VELG), *(v for v in Kanal.choices if v[0] != Kanal.HER)]
    )
    mottatt = DatoFelt(label=_("Mottatt"))
    spurt_av = forms.CharField(
        label=_("Hvem i kommunen"),
        max_length=200,
        required=False,
        help_text=_("Stilling eller navn på den ansatte som spurte."),
    )
    field_order = ("innsending", "kommune", "kanal", "mottatt", "spurt_av", "tema", "spoersmaal", "vedlegg")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kommuner = {k.nummer: k for k in kommuner_i_fylket()}
        valg = [(n, k.navn) for n, k in self._kommuner.items()]
        self.fields["kommune"].choices = [("", _VELG), *valg]  # type: ignore[attr-defined]

    @property
    def registrert(self) -> Spoersmaal:
        """The answers, as the county's."""
        svar = self.cleaned_data
        return Spoersmaal(
            kommune=self._kommuner[svar["kommune"]],
            tema=svar["tema"],
            tekst=svar["spoersmaal"],
            spurt_av=svar["spurt_av"],
            kanal=svar["kanal"],
            mottatt=svar["mottatt"],
        )


class SvarSkjema(Skjema):
    """The answer."""

    knapp = _("Send svaret")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
    svar = forms.CharField(
        label=_("Svar"), max_length=5000, widget=forms.Textarea({"rows": 8}), help_text=UTEN_DELTAKERE
    )
    vedlegg = VedleggFelt()


class TrekkSkjema(Skjema):
    """Asked once more."""

    knapp = _("Trekk forespørselen")
    versjon = forms.IntegerField(widget=forms.HiddenInput)
