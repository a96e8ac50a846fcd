"""The form of a good example."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import Skjema
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.utveksling.moeter.forms.felt import VideolenkeFelt
from regionalt.kodeverk import Tema
from regionalt.kompetanse.actions import Eksempeldata
from regionalt.kompetanse.models import Eksempel

_VELG = pgettext_lazy("nedtrekksliste", "Velg")
_FELT = ("tittel", "tema", "aar", "gjort", "resultat", "kontakt", "epost", "kilde", "lenke")


class EksempelSkjema(Skjema):
    """Write or change an example."""

    knapp = _("Lagre eksempelet")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kommune = forms.TypedChoiceField(label=_("Kommune"), coerce=int)
    tittel = forms.CharField(label=_("Tittel"), max_length=160)
    tema = forms.ChoiceField(label=_("Tema"), choices=[("", _VELG), *Tema.choices])
    aar = forms.IntegerField(label=_("År"), min_value=2000, max_value=2100)
    gjort = forms.CharField(
        label=_("Hva gjorde dere?"), max_length=6000, widget=forms.Textarea({"rows": 6}),
        help_text=_("Skriv om arbeidet, ikke om enkeltpersoner."),
    )  # fmt: skip
    resultat = forms.CharField(
        label=_("Hva kom det ut av det?"), max_length=6000, required=False, widget=forms.Textarea({"rows": 4})
    )
    kontakt = forms.CharField(
        label=_("Kontakt i kommunen"), max_length=120, required=False,
        help_text=_("En ansatt andre kan spørre."),
    )  # fmt: skip
    epost = forms.EmailField(label=_("E-post i jobben"), max_length=254, required=False)
    kilde = forms.CharField(
        label=_("Kilde"), max_length=200, required=False, help_text=_("For eksempel en rapport.")
    )
    lenke = VideolenkeFelt(label=_("Lenke til kilden"))

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.av = av
        if av.er_kommune:
            del self.fields["kommune"]
        else:
            valg = [(k.pk, k.navn) for k in kommuner_i_fylket()]
            self.fields["kommune"].choices = [("", _VELG), *valg]  # type: ignore[attr-defined]

    @property
    def nr(self) -> UUID:
        """The number of this form."""
        return self.cleaned_data["innsending"] or uuid4()

    @property
    def dataene(self) -> Eksempeldata:
        """The answers."""
        svar = self.cleaned_data
        hvem = self.av.virksomhet_id if self.av.er_kommune else svar["kommune"]
        return Eksempeldata(kommune_id=hvem, **{felt: svar[felt] for felt in _FELT})


def verdier_av(e: Eksempel) -> dict[str, Any]:
    """Return an example as the form shows it."""
    return {felt: getattr(e, felt) for felt in ("versjon", *_FELT)} | {"kommune": e.kommune_id}
