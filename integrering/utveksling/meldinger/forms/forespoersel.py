"""Registering and deciding on a request for information."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.nir.models import Person
from integrering.utveksling.meldinger.actions.forespoersel import INNKOMMET, SVAR
from integrering.utveksling.meldinger.kodeverk import Avgjoerelse, Datatype, Hjemmel, Maate
from integrering.utveksling.vedlegg.forms import VedleggFelt

_LANG = forms.Textarea({"rows": 3})


class DufListe(forms.Field):
    """DUF numbers, one a line; the value is the persons the one who asks has."""

    widget = _LANG

    def clean(self, value: Any) -> list[Person]:
        """Return the persons. Names each line that leads to nobody."""
        personer: dict[str, Person] = {}
        feil = []
        for nr, linje in enumerate(str(value or "").splitlines(), 1):
            duf = re.sub(r"[\s.\-]", "", linje)
            if not duf or duf in personer:
                continue
            person = Person.objects.filter(duf=duf).first()
            if person is None:
                feil.append(
                    gettext("Linje %(nr)s: dere har ingen person med dette DUF-nummeret.") % {"nr": nr}
                )
            else:
                personer[duf] = person
        if feil:
            raise ValidationError(feil)
        return list(personer.values())


class ForespoerselSkjema(Skjema):
    """What came: who asks, for whom, for what, why and with what right."""

    knapp = _("Registrer forespørselen")
    noekkel = forms.UUIDField(widget=forms.HiddenInput)
    versjon = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    mottatt = DatoFelt(label=_("Mottatt"), navn=_("dagen den kom"))
    organ = forms.CharField(
        label=_("Hvem som spør"),
        max_length=200,
        help_text=_("Organ eller virksomhet, for eksempel Nav Røros."),
    )
    spoerrers_rolle = forms.CharField(label=_("Rollen til den som spør"), max_length=200)
    paa_vegne_av = forms.CharField(
        label=_("På vegne av"),
        max_length=200,
        required=False,
        help_text=_("Om den som spør, gjør det for andre."),
    )
    hva = forms.CharField(label=_("Hva det spørres om"), max_length=2000, widget=_LANG)
    formaal = forms.CharField(label=_("Formål"), max_length=2000, widget=_LANG)
    hjemmel = forms.ChoiceField(label=_("Hjemmel"), choices=Hjemmel.choices, widget=forms.RadioSelect)
    hjemmel_tekst = forms.CharField(label=_("Lov og paragraf"), max_length=200, required=False)
    personer = DufListe(
        label=_("DUF-nummer"),
        required=False,
        help_text=_("Ett på hver linje, om det gjelder bestemte personer."),
    )
    filer = VedleggFelt(label=_("Legg ved forespørselen"))
    aarsak = forms.CharField(label=_("Hvorfor det rettes"), max_length=300)

    def __init__(self, *args: Any, rettes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rettes:
            self.knapp = _("Lagre rettelsen")
            del self.fields["filer"]
        else:
            del self.fields["aarsak"]

    @property
    def felter(self) -> dict[str, Any]:
        """The fields of the request. Call when valid."""
        return {navn: self.cleaned_data[navn] for navn in INNKOMMET}


class SvarPaaForespoersel(Skjema):
    """The preliminary answer, or the decision and what was handed over."""

    knapp = _("Lagre avgjørelsen")
    versjon = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    foreloepig_svar = DatoFelt(label=_("Foreløpig svar sendt"), navn=_("dato"), required=False)
    avgjoerelse = forms.ChoiceField(
        label=_("Avgjørelse"),
        choices=[("", _("Ikke avgjort ennå")), *Avgjoerelse.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    avgjort = DatoFelt(label=_("Avgjort og utlevert dato"), navn=_("dato"), required=False)
    begrunnelse = forms.CharField(
        label=_("Begrunnelse"),
        max_length=2000,
        widget=_LANG,
        required=False,
        help_text=_("Må fylles ut når noe ikke utleveres."),
    )
    utlevert_hva = forms.MultipleChoiceField(
        label=_("Hva som ble utlevert"),
        choices=Datatype.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    utlevert_merknad = forms.CharField(
        label=_("Nærmere om det som ble utlevert"), max_length=2000, widget=_LANG, required=False
    )
    maate = forms.ChoiceField(
        label=_("Hvordan"), choices=[("", _("Ikke utlevert")), *Maate.choices], required=False
    )
    filer = VedleggFelt(label=_("Legg ved det som ble utlevert"))
    aarsak = forms.CharField(label=_("Hvorfor det rettes"), max_length=300)

    def __init__(self, *args: Any, rettes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not rettes:
            del self.fields["aarsak"]

    @property
    def felter(self) -> dict[str, Any]:
        """The fields of the answer. Call when valid."""
        return {navn: self.cleaned_data[navn] for navn in SVAR}
