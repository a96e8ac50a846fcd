"""The form of a class."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.kodelister import KodeFelt
from integrering.grunnmur.skjema import DatoFelt, Skjema
from integrering.klasser.actions import Klassedata
from integrering.klasser.kodeverk import KLASSENIVAA
from integrering.klasser.models import Klasse
from integrering.nir.skjemafelt import KoderValg
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.aktoer import Aktoer

_FELTER = ("navn", "nivaa", "moduler", "fra", "til", "sted")


class KlasseSkjema(Skjema):
    """Make a class, or change it."""

    knapp = _("Lagre klassen")
    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)
    navn = forms.CharField(label=_("Navn"), max_length=80, help_text=_("For eksempel «Spor 2 dagtid»."))
    nivaa = KodeFelt(
        liste=KLASSENIVAA, label=_("Nivå eller spor"), tom=pgettext_lazy("nedtrekksliste", "Velg")
    )
    moduler = KoderValg(
        liste="modul", label=_("Opplæring klassen får"), help_text=_("Bestemmer feltene der timer føres.")
    )
    fra = DatoFelt(label=_("Første dag"), help_text=_("Skoleåret eller perioden klassen varer."))
    til = DatoFelt(label=_("Siste dag"))
    sted = forms.CharField(label=_("Sted"), max_length=120, required=False)
    kontakt = forms.TypedChoiceField(
        label=_("Kontakt"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Den som følger opp klassen, og får oppgaven om timer og fravær."),
    )

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kolleger = [(k.bruker_id, k.navn) for k in kan_faa_oppgaver(av.virksomhet_id).values()]
        self.fields["kontakt"].choices = [("", _("Ingen")), *kolleger]  # type: ignore[attr-defined]

    @property
    def data_for_klassen(self) -> Klassedata:
        """The answers."""
        svar = self.cleaned_data
        felter = {felt: svar[felt] for felt in _FELTER} | {"moduler": tuple(svar["moduler"])}
        return Klassedata(**felter, kontakt_id=svar["kontakt"])

    @property
    def nr(self) -> uuid.UUID:
        """The key of this sending."""
        return self.cleaned_data["innsending"] or uuid.uuid4()


def klasseverdier(klasse: Klasse) -> dict[str, Any]:
    """Return a class as the form shows it."""
    verdier = {felt: getattr(klasse, felt) for felt in ("versjon", *_FELTER)}
    return verdier | {"kontakt": klasse.kontakt_id}
