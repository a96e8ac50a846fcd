"""The forms of where a plan goes: on hearing, and decided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from regionalt.forms.innsendt import InnsendtSkjema
from regionalt.planer.actions import Hoeringsdata, Vedtaksdata
from regionalt.planer.queries.spurte import kan_spoerres


class HoeringSkjema(InnsendtSkjema):
    """Who is asked, and the last day to answer."""

    knapp = _("Send på høring")
    frist = DatoFelt(label=_("Høringsfrist"))
    virksomheter = forms.TypedMultipleChoiceField(
        label=_("Hvem skal høres"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("De svarer her, og får en oppgave til de har svart."),
    )  # fmt: skip
    andre = forms.CharField(
        label=_("Andre"), required=False, max_length=4000, widget=forms.Textarea({"rows": 4}),
        help_text=_("Ett navn på hver linje. Dere skriver inn svarene deres."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["virksomheter"].choices = [  # type: ignore[attr-defined]
            (navn, [(v.pk, v.navn) for v in rader]) for navn, rader in kan_spoerres()
        ]

    @property
    def hoering(self) -> Hoeringsdata:
        """The answers."""
        svar = self.cleaned_data
        andre = dict.fromkeys(linje.strip()[:150] for linje in svar["andre"].splitlines() if linje.strip())
        return Hoeringsdata(frist=svar["frist"], virksomheter=svar["virksomheter"], andre=tuple(andre))


class VedtakSkjema(InnsendtSkjema):
    """What was decided."""

    knapp = _("Registrer vedtaket")
    organ = forms.CharField(label=_("Hvem vedtok"), max_length=100, help_text=_("For eksempel fylkestinget."))
    dato = DatoFelt(label=_("Vedtatt"))
    saksnummer = forms.CharField(label=_("Saksnummer"), max_length=40)
    tekst = forms.CharField(label=_("Vedtaket"), max_length=4000, widget=forms.Textarea({"rows": 6}))
    for_stemmer = forms.IntegerField(label=_("Stemmer for"), min_value=0, max_value=999, required=False)
    mot_stemmer = forms.IntegerField(label=_("Stemmer mot"), min_value=0, max_value=999, required=False)

    @property
    def vedtaket(self) -> Vedtaksdata:
        """The answers."""
        felt = ("organ", "dato", "saksnummer", "tekst", "for_stemmer", "mot_stemmer")
        return Vedtaksdata(**{navn: self.cleaned_data[navn] for navn in felt})
