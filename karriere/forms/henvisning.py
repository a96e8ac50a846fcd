"""The referral: forskriften § 47 first paragraph as fields, or a file."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from integrering.utveksling.vedlegg.forms import VedleggFelt
from karriere.actions.henvisning import FELTER, Henvisningsdata
from karriere.spraak import spraakvalg
from regionalt.forms.innsendt import InnsendtSkjema
from regionalt.forms.registerrad import avsnitt


class HenvisningSkjema(InnsendtSkjema):
    """What the counsellor should know before the talk. All may be half-written until it is sent."""

    knapp = _("Send til karrieresenteret")
    kartlagt = DatoFelt(label=_("Kartlagt"), navn=_("dagen kompetansen ble kartlagt"), required=False)
    morsmaal = forms.ChoiceField(label=_("Morsmål"), choices=[], required=False)
    tolkespraak = forms.ChoiceField(label=_("Tolkespråk"), choices=[], required=False)
    spraak = avsnitt(
        _("Språk og nivå"), mest=500, required=False,
        help_text=_("Hvilke språk, og hvor godt personen snakker, leser og skriver."),
    )  # fmt: skip
    utdanning = avsnitt(
        _("Utdanning"), mest=2000, required=False,
        help_text=_("Hva, hvor, hvor mange år, fullført eller ikke, og papirer."),
    )  # fmt: skip
    arbeidserfaring = avsnitt(
        _("Arbeidserfaring"), mest=2000, required=False, help_text=_("Yrker, oppgaver, hvor lenge og når.")
    )
    digitalt = avsnitt(_("Digitale ferdigheter"), mest=500, required=False)
    sertifikat = avsnitt(_("Sertifikat for kjøretøy"), mest=200, required=False)
    interesser = avsnitt(_("Interesser"), mest=1000, required=False)
    oensker = avsnitt(
        _("Ønsker for utdanning og arbeid"), mest=2000, required=False,
        help_text=_("Med personens egne ord, så langt det går."),
    )  # fmt: skip
    praktisk = avsnitt(
        _("Praktisk"), mest=500, required=False,
        help_text=_("Dager som ikke passer, reise, barnepass. Ikke skriv om helse."),
    )  # fmt: skip
    vedlegg = VedleggFelt(label=_("Kartleggingen som fil"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for navn in ("morsmaal", "tolkespraak"):
            valg = [("", str(_("Ikke oppgitt"))), *spraakvalg()]
            naa = self.get_initial_for_field(self.fields[navn], navn)
            if naa and naa not in dict(valg):
                valg.append((naa, naa))
            self.fields[navn].choices = valg  # type: ignore[attr-defined]

    @property
    def helper(self) -> FormHelper:
        """Two buttons: send, or save what is written so far."""
        helper = super().helper
        helper.add_input(Submit("utkast", _("Lagre uten å sende"), css_class="sekundaer"))
        return helper

    @property
    def henvisningen(self) -> Henvisningsdata:
        """What was written."""
        return Henvisningsdata(**{felt: self.cleaned_data[felt] for felt in FELTER})
