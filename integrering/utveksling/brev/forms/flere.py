"""The form of the same letter to several."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.brev import queries, tekster
from integrering.utveksling.brev.actions import Bunkesvar
from integrering.utveksling.brev.forms.felles import MAALFORMER, MedMal


class Flereskjema(MedMal):
    """The same letter to several municipalities."""

    knapp = _("Kontroller brevene")
    noekkel = forms.UUIDField(widget=forms.HiddenInput)
    skrevet = forms.CharField(
        label=_("Skriv kommuner"), required=False, max_length=2000,
        help_text=_("Navn eller kommunenummer med komma mellom. Legges til dem du krysser av under."),
    )  # fmt: skip
    kommuner = forms.MultipleChoiceField(
        label=_("Kommuner"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("De som mangler flest registreringer, står først."),
    )  # fmt: skip
    noeytral = forms.ChoiceField(
        label=_("Målform til nøytrale kommuner"), choices=MAALFORMER, widget=forms.RadioSelect,
        help_text=_("De andre får brevet på målformen de har vedtatt."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rader = queries.kommunelinjer(self.av)
        felt = self.fields["kommuner"]
        assert isinstance(felt, forms.MultipleChoiceField)  # noqa: S101 - tells the type
        felt.choices = [
            (r.kommune.nummer, tekster.kommunevalg(r.kommune.navn, r.valg, r.mangler)) for r in self.rader
        ]
        self.fields["noekkel"].initial = uuid4
        self.fields["noeytral"].initial = queries.fylkets_maalform()
        self._legg_til_felles()

    def clean_skrevet(self) -> list[str]:
        """Return the numbers of the typed municipalities; say which are not there."""
        kjente = {r.kommune.nummer: r.kommune.nummer for r in self.rader}
        kjente |= {r.kommune.navn.casefold(): r.kommune.nummer for r in self.rader}
        ord_ = [
            o.strip() for o in str(self.cleaned_data["skrevet"]).replace(";", ",").split(",") if o.strip()
        ]
        ukjente = [o for o in ord_ if o.casefold() not in kjente]
        if ukjente:
            melding = gettext("Fant ikke: %(navn)s. Skriv navnet slik det står i listen.")
            raise forms.ValidationError(melding % {"navn": ", ".join(ukjente)})
        return [kjente[o.casefold()] for o in ord_]

    @property
    def valgte(self) -> list[queries.Kommunelinje]:
        """The chosen municipalities, ticked or typed, by number."""
        nummer = {*self.cleaned_data.get("kommuner", []), *self.cleaned_data.get("skrevet", [])}
        return sorted((r for r in self.rader if r.kommune.nummer in nummer), key=lambda r: r.kommune.nummer)

    @property
    def svar(self) -> Bunkesvar:
        """What is the same in all letters."""
        return Bunkesvar(noeytral=self.cleaned_data["noeytral"], **self.felles)
