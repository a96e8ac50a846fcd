"""The forms of an answer to a hearing, and of how it was used."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from regionalt.forms.innsendt import VELG, InnsendtSkjema
from regionalt.planer.models import Bruk, Hoeringsinstans


class SvarSkjema(InnsendtSkjema):
    """What an organisation answers."""

    knapp = _("Send svaret")
    tekst = forms.CharField(
        label=_("Svar"), max_length=10000, widget=forms.Textarea({"rows": 12}),
        help_text=_("Svaret er offentlig. Ikke skriv om enkeltpersoner."),
    )  # fmt: skip


class SkrivInnSvarSkjema(SvarSkjema):
    """An answer that came in another way."""

    knapp = _("Lagre svaret")
    mottatt = DatoFelt(label=_("Mottatt"))


class BrukSkjema(InnsendtSkjema):
    """How an answer was used, and why."""

    knapp = _("Lagre")
    bruk = forms.ChoiceField(label=_("Hvordan svaret er brukt"), choices=[("", VELG), *Bruk.choices])
    bruk_hvorfor = forms.CharField(
        label=_("Begrunnelse"), max_length=1000, required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("Må fylles ut når svaret ikke er tatt helt til følge. Vises på den åpne siden."),
    )  # fmt: skip


def bruksverdier(i: Hoeringsinstans) -> dict[str, Any]:
    """Return how an answer was used as the form shows it."""
    return {navn: getattr(i, navn) for navn in ("versjon", "bruk", "bruk_hvorfor")}
