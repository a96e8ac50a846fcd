"""Forms of the catalogue."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.skjema import Skjema
from integrering.lister import Listefilter
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.aktoer import Aktoer
from tilskudd.ordninger.actions import Ordningsdata
from tilskudd.ordninger.models import Ordning, Ordningsslag, Sikkerhet

_VELG = ("", pgettext_lazy("nedtrekksliste", "Velg"))
FELTER = (
    "navn", "slag", "formaal", "maalgruppe", "hvem_kan_soeke", "hjemmel", "kilde", "sikkerhet", "aktiv",
)  # fmt: skip


class Ordningsfilter(Listefilter):
    """Schemes of a kind; those in use unless others are asked for."""

    slag = forms.ChoiceField(label=_("Slag"), choices=[("", _("Alle")), *Ordningsslag.choices])
    bruk = forms.ChoiceField(label=_("I bruk"), choices=[("", _("I bruk")), ("alle", _("Alle"))])


class OrdningSkjema(Skjema):
    """A scheme: what it is for, who it is for, and where that is written."""

    knapp = _("Lagre ordningen")
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    navn = forms.CharField(label=_("Navn"), max_length=200)
    slag = forms.ChoiceField(label=_("Slag"), choices=[_VELG, *Ordningsslag.choices])
    formaal = forms.CharField(label=_("Formål"), max_length=2000, widget=forms.Textarea({"rows": 4}))
    maalgruppe = forms.CharField(
        label=_("Målgruppe"), max_length=2000, widget=forms.Textarea({"rows": 3}), required=False
    )
    hvem_kan_soeke = forms.CharField(
        label=_("Hvem kan søke"), max_length=2000, widget=forms.Textarea({"rows": 3}), required=False
    )
    hjemmel = forms.CharField(label=_("Hjemmel"), max_length=300, required=False)
    kilde = forms.CharField(
        label=_("Kilde"), max_length=500, help_text=_("Hvor dette er lest. En nettadresse blir en lenke.")
    )
    sikkerhet = forms.ChoiceField(
        label=_("Sikkerhet"), choices=[_VELG, *Sikkerhet.choices], help_text=_("Hvor sikker teksten er.")
    )
    ansvarlig = forms.TypedChoiceField(
        label=_("Ansvarlig"), coerce=int, empty_value=None, required=False,
        help_text=_("Den i fylkeskommunen som følger med på ordningen."),
    )  # fmt: skip
    aktiv = forms.BooleanField(label=_("I bruk"), required=False)

    def __init__(self, *args: Any, av: Aktoer, ny: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kolleger = [(k.bruker_id, k.navn) for k in kan_faa_oppgaver(av.virksomhet_id).values()]
        valgt = self.initial.get("ansvarlig")
        if valgt and valgt not in dict(kolleger):
            kolleger.append((valgt, str(self.initial["ansvarlig_navn"])))
        self.fields["ansvarlig"].choices = [("", _("Ingen")), *kolleger]  # type: ignore[attr-defined]
        if ny:
            kode = forms.SlugField(
                label=_("Kode"), max_length=40,
                help_text=_("Små bokstaver og bindestrek, for eksempel «digital-norsk». Kan ikke endres."),
            )  # fmt: skip
            self.legg_til_felt("kode", kode)

    @property
    def data_for_ordningen(self) -> Ordningsdata:
        """The answers."""
        svar = self.cleaned_data
        return Ordningsdata(**{felt: svar[felt] for felt in FELTER}, ansvarlig_id=svar["ansvarlig"])


def ordningsverdier(ordning: Ordning) -> dict[str, Any]:
    """Return a scheme as the form shows it."""
    verdier = {felt: getattr(ordning, felt) for felt in ("versjon", *FELTER)}
    return verdier | {"ansvarlig": ordning.ansvarlig_id, "ansvarlig_navn": str(ordning.ansvarlig or "")}
