"""Form fields of the register: DUF numbers, months, checklists of codes."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet, Window
from django.utils.translation import gettext, pgettext_lazy

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.grunnmur.kodelister import kodevalg
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


class MaanedFelt(forms.Field):
    """A month: «09.2026», «9.2026» or «2026-09»; a date is the month it lies in. Gives its first day."""

    def __init__(self, **kwargs: Any) -> None:
        boks = {"inputmode": "numeric", "autocomplete": "off", "class": "felt-dato"}
        kwargs.setdefault("widget", forms.TextInput(boks))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> date | None:
        """Return the first day of the month."""
        if isinstance(value, date):
            return (value.date() if isinstance(value, datetime) else value).replace(day=1)
        tekst = str(value or "").strip()
        if not tekst:
            return None
        norsk = re.fullmatch(r"(?:\d{1,2}\.)?(\d{1,2})[./ ](\d{4})", tekst)
        iso = re.fullmatch(r"(\d{4})-(\d{1,2})(?:-\d{1,2})?", tekst)
        maaned, aar = norsk.groups() if norsk else reversed(iso.groups()) if iso else ("0", "0")
        try:
            return date(int(aar), int(maaned), 1)
        except ValueError:
            raise ValidationError(self._mangler(), code="form") from None

    def validate(self, value: object) -> None:
        """Say with an example what is missing."""
        if self.required and value is None:
            raise ValidationError(self._mangler(), code="required")

    def prepare_value(self, value: object) -> object:
        """Show a stored month as 09.2026."""
        return f"{value:%m.%Y}" if isinstance(value, date) else value

    @staticmethod
    def _mangler() -> str:
        return gettext("Skriv måneden med tall, for eksempel 09.2026.")


class KoderValg(forms.MultipleChoiceField):
    """A checklist: several codes of a list, those that may be chosen today and those the row has already."""

    def __init__(self, *, liste: str, **kwargs: Any) -> None:
        self.liste, self._med = liste, frozenset[str]()
        super().__init__(choices=self._valg, widget=forms.CheckboxSelectMultiple, **kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Let the copy a form gets ask itself for its choices, not the field of the class."""
        kopi: Self = super().__deepcopy__(memo)
        kopi.choices = kopi._valg
        return kopi

    def behold(self, verdi: object) -> None:
        """Let what the row has already be chosen again, also when it is closed (called by `Skjema`)."""
        self._med = frozenset(verdi) if isinstance(verdi, list | tuple) else frozenset()

    def _valg(self) -> list[tuple[str, str]]:
        stengte = [valg for kode in sorted(self._med) for valg in kodevalg(self.liste, med=kode)]
        return list(dict.fromkeys([*kodevalg(self.liste), *stengte]))


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
