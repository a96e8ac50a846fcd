"""The form of a criterion."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bosetting.actions import Kriteriedata
from bosetting.forms.runde import InnsendtSkjema, tall
from bosetting.kodeverk import Indikator, Sikkerhet, andel
from bosetting.models import Kriterium
from integrering.grunnmur.skjema import DatoFelt
from regionalt.forms.registerrad import avsnitt


class KriteriumSkjema(InnsendtSkjema):
    """What counts, where it is read, and how much the county lets it count."""

    knapp = _("Lagre kriteriet")
    navn = forms.CharField(label=_("Kort navn"), max_length=60)
    tekst = avsnitt(_("Kriteriet"), mest=1000, help_text=_("Med egne ord, eller slik departementet skriver."))
    stoerst_vekt = forms.BooleanField(
        label=_("Departementet sier at det skal ha størst vekt"), required=False
    )
    vekt = tall(
        _("Vekt i prosent"),
        100,
        help_text=_("Fylkeskommunen bestemmer vekten. Uten vekt påvirker ikke kriteriet tallene."),
    )
    indikatorer = forms.MultipleChoiceField(
        label=_("Tall og vurderinger som viser det"), choices=Indikator.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    motsatt = forms.BooleanField(
        label=_("Høyt tall taler for færre"), required=False,
        help_text=_("For eksempel områder som alt har høy andel innvandrere."),
    )  # fmt: skip
    kilde = forms.CharField(label=_("Kilde"), max_length=300)
    kilde_url = forms.URLField(
        label=_("Adressen til kilden"), max_length=300, required=False, assume_scheme="https"
    )
    hentet = DatoFelt(label=_("Hentet"))
    sikkerhet = forms.ChoiceField(label=_("Hvor sikkert er det?"), choices=Sikkerhet.choices)

    @property
    def kriteriet(self) -> Kriteriedata:
        """The answers."""
        svar = self.cleaned_data
        return Kriteriedata(
            navn=svar["navn"],
            tekst=svar["tekst"],
            stoerst_vekt=svar["stoerst_vekt"],
            vekt=andel(svar["vekt"]),
            indikatorer=[Indikator(i) for i in svar["indikatorer"]],
            motsatt=svar["motsatt"],
            kilde=svar["kilde"],
            kilde_url=svar["kilde_url"],
            hentet=svar["hentet"],
            sikkerhet=Sikkerhet(svar["sikkerhet"]),
        )


def kriterieverdier(k: Kriterium) -> dict[str, Any]:
    """Return a criterion as the form shows it."""
    felt = (
        "versjon", "navn", "tekst", "stoerst_vekt", "indikatorer", "motsatt", "kilde", "kilde_url", "hentet",
        "sikkerhet",
    )  # fmt: skip
    return {**{navn: getattr(k, navn) for navn in felt}, "vekt": k.vekt_prosent}
