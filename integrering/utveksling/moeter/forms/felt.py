"""Fields the forms share."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.moeter.rules.tekst import les_eksterne, skriv_eksterne
from integrering.utveksling.moeter.rules.tider import les_klokke

# What stands below every long free text.
VARSEL = _("Alle som er invitert, kan lese dette. Skriv ikke navn på deltakere eller opplysninger om helse.")


class KlokkeFelt(forms.Field):
    """A time of day in one text field: 9, 09.00, 9:30 and 0930 are all read."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "felt-timer"}
        kwargs.setdefault("widget", forms.TextInput(attrs))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> time | None:
        """Return the time that was typed."""
        if isinstance(value, time):
            return value
        if not str(value or "").strip():
            return None
        try:
            return les_klokke(str(value))
        except ValueError:
            raise ValidationError(self._mangler(), code="form") from None

    def validate(self, value: object) -> None:
        """Say with an example what is missing."""
        if self.required and value is None:
            raise ValidationError(self._mangler(), code="required")

    def prepare_value(self, value: object) -> object:
        """Show a stored time as 09.00."""
        return f"{value:%H.%M}" if isinstance(value, time) else value

    @staticmethod
    def _mangler() -> str:
        return gettext("Skriv klokkeslettet, for eksempel 09.30.")


class EksterneFelt(forms.CharField):
    """People from outside, one a line; the value is a tuple of (name, organisation)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Deltakere utenfra"))
        kwargs.setdefault("help_text", _("Én per linje: navn, organisasjon. Trenger ikke e-postadresse."))
        super().__init__(
            required=False,
            max_length=4000,
            widget=forms.Textarea({"rows": 3, "autocomplete": "off"}),
            **kwargs,
        )

    def clean(self, value: Any) -> tuple[tuple[str, str], ...]:
        """Return who was typed."""
        return tuple(les_eksterne(super().clean(value)))

    def prepare_value(self, value: object) -> object:
        """Show those who are stored as they are typed."""
        return skriv_eksterne(list(value)) if isinstance(value, tuple | list) else value


class VideolenkeFelt(forms.CharField):
    """An address that begins with https://."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Videolenke"))
        kwargs.setdefault("help_text", _("Må begynne med https://."))
        super().__init__(
            required=False,
            max_length=500,
            widget=forms.TextInput({"inputmode": "url", "autocomplete": "off"}),
            **kwargs,
        )

    def clean(self, value: Any) -> str:
        """Return the address. Anything but https is refused: it stands as a link on the page."""
        lenke = str(super().clean(value) or "").strip()
        if lenke:
            try:
                forms.URLField(assume_scheme="https").clean(lenke)
            except ValidationError:
                raise ValidationError(gettext("Lenken er ikke en nettadresse."), code="form") from None
            if not lenke.lower().startswith("https://"):
                raise ValidationError(gettext("Lenken må begynne med https://."), code="https")
            lenke = f"https://{lenke[8:]}"
        return lenke


def langtekst(ledetekst: Any, *, rader: int, hjelp: Any = VARSEL, maa: bool = False) -> forms.CharField:
    """Return a field for a long text."""
    return forms.CharField(
        label=ledetekst,
        required=maa,
        max_length=20_000,
        help_text=hjelp,
        widget=forms.Textarea({"rows": rader}),
    )
