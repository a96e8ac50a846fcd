"""Form fields that know the register's own numbers."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet, Window
from django.utils.translation import gettext, pgettext_lazy

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.nir.rules import duf_kontroll_ok
from integrering.tilgang.models import Virksomhet


class DufFelt(forms.Field):
    """A DUF number: twelve digits, spaces and dots allowed.

    Wrong length is an error. Wrong control digits are only a warning (`advarsel_for`): the number may
    come from a paper that is right although our rule says otherwise.
    """

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "felt-duf"}
        kwargs.setdefault("widget", forms.TextInput(attrs))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> str:
        """Return the twelve digits, or an empty text."""
        sifre = re.sub(r"[\s.\-]", "", str(value or ""))
        if sifre and not re.fullmatch(r"[0-9]{12}", sifre):
            melding = gettext("DUF-nummeret må ha 12 sifre, for eksempel 2099 000001 03.")
            raise ValidationError(melding, code="lengde")
        return sifre

    def validate(self, value: object) -> None:
        """Say what is missing."""
        if self.required and not value:
            raise ValidationError(gettext("Skriv DUF-nummeret, 12 sifre."), code="required")

    def advarsel_for(self, verdi: str) -> str:
        """Return a warning for a number whose control digits do not add up, or an empty text."""
        if duf_kontroll_ok(verdi):
            return ""
        return gettext("Kontrollsifrene i DUF-nummeret stemmer ikke. Sjekk at nummeret er riktig skrevet.")


def _kommuner() -> QuerySet[Virksomhet]:
    alle = Virksomhet.objects.filter(type="kommune", aktiv=True).select_related("overordnet")
    like = Window(Count("pk"), partition_by="navn")
    return alle.annotate(like=like).order_by(Alfabetisk("navn"), "pk")


class KommuneFelt(forms.ModelChoiceField):  # type: ignore[type-arg] # not subscriptable when it runs
    """One of the country's municipalities. Two with the same name (Herøy, Våler) say their county too."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("queryset", _kommuner())
        kwargs.setdefault("empty_label", pgettext_lazy("nedtrekksliste", "Velg"))
        super().__init__(**kwargs)

    def bare(self, pk: int) -> None:
        """Leave one municipality to choose, and choose it."""
        self.queryset = _kommuner().filter(pk=pk)
        self.initial, self.empty_label = pk, None

    def label_from_instance(self, obj: Any) -> str:
        """Return the name, with the county where the name alone is not enough."""
        return f"{obj.navn} ({obj.overordnet})" if obj.like > 1 else str(obj.navn)
