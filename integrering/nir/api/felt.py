"""The field of a column in the API: what the table says, the API asks. Beside `forms.generelt`, for JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from integrering.grunnmur.kodelister import Kodekolonne, les_koder
from integrering.nir.models.felt import Koderfelt, Spraakfelt, Timefelt
from integrering.nir.models.personopplysning import FOERSTE_DAG, SISTE_DAG
from integrering.tilgang.models import Virksomhet

SMALLINT = 32767
FLEST_KODER = 50
Tekst = str | Promise
_FELLES: dict[str, Tekst] = {
    "required": _("Feltet mangler."),
    "null": _("Feltet kan ikke være null."),
    "blank": _("Feltet kan ikke være tomt."),
}


class Tekstfelt(serializers.CharField):
    """Text, as it is written: nothing is made of numbers."""

    default_error_messages = {
        **_FELLES,
        "invalid": _("Skriv en tekst."),
        "max_length": _("Teksten kan ha høyst {max_length} tegn."),
        "min_length": _("Teksten er for kort."),
    }

    def to_internal_value(self, data: Any) -> str:
        """Return the text, without spaces around it."""
        if not isinstance(data, str) or "\x00" in data or not _kan_skrives(data):
            self.fail("invalid")
        tekst: str = super().to_internal_value(data)
        return tekst


class Moensterfelt(Tekstfelt):
    """Text of a certain form."""

    def __init__(self, *, moenster: str, forklaring: Tekst, **kwargs: Any) -> None:
        self.moenster, self.forklaring = moenster, forklaring
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> str:
        """Return the text."""
        tekst = super().to_internal_value(data)
        if not re.fullmatch(self.moenster, tekst):
            raise serializers.ValidationError(str(self.forklaring), "moenster")
        return tekst


class Valgfelt(serializers.ChoiceField):
    """One of the program's own values."""

    default_error_messages = {
        **_FELLES,
        "invalid_choice": _("Verdien finnes ikke. Se beskrivelsen av feltet."),
    }

    def to_internal_value(self, data: Any) -> str:
        """Return the value."""
        if not isinstance(data, str):
            self.fail("invalid_choice")
        verdi: str = super().to_internal_value(data)
        return verdi


class Kodefelt(Tekstfelt):
    """A code of a list, one that may be chosen today or that the registration has already."""

    def __init__(self, *, liste: str, **kwargs: Any) -> None:
        self.liste = liste
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> str:
        """Return the code."""
        kode = super().to_internal_value(data)
        funnet = les_koder(self.liste)[self.liste].get(kode)
        har = (self.liste, kode) in self.context.get("koder", ())
        if funnet is None or not (har or funnet.gjelder(self.context["i_dag"])):
            melding = _("Koden finnes ikke, eller er stengt. Se kodelisten %(liste)s.") % {
                "liste": self.liste
            }
            raise serializers.ValidationError(melding, "kode")
        return kode


class Koderliste(serializers.ListField):
    """Several codes of a list, each once."""

    default_error_messages = {
        **_FELLES,
        "not_a_list": _("Skriv en liste av koder."),
        "max_length": _("For mange koder."),
    }

    def to_internal_value(self, data: Any) -> list[str]:
        """Return the codes."""
        return list(dict.fromkeys(super().to_internal_value(data)))


class Dato(serializers.DateField):
    """A date of our time, «2026-09-01»."""

    default_error_messages = {
        **_FELLES,
        "invalid": _("Skriv datoen som ÅÅÅÅ-MM-DD."),
        "datetime": _("Skriv datoen som ÅÅÅÅ-MM-DD, uten klokkeslett."),
        "i_tid": _("Datoen må være fra 1900 til 2100."),
    }

    def to_internal_value(self, data: Any) -> date:
        """Return the date."""
        if not isinstance(data, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", data, re.ASCII):
            self.fail("invalid")
        dag: date = super().to_internal_value(data)
        if not FOERSTE_DAG <= dag <= SISTE_DAG:
            self.fail("i_tid")
        return dag


class Jafelt(serializers.BooleanField):
    """True or false, nothing that looks like it."""

    default_error_messages = {**_FELLES, "invalid": _("Skriv true eller false.")}

    def to_internal_value(self, data: Any) -> bool:
        """Return the answer."""
        if not isinstance(data, bool):
            self.fail("invalid")
        return bool(data)


class Tallfelt(serializers.IntegerField):
    """A whole number."""

    default_error_messages = {
        **_FELLES,
        "invalid": _("Skriv et helt tall."),
        "max_value": _("Tallet kan være høyst {max_value}."),
        "min_value": _("Tallet kan være minst {min_value}."),
    }

    def to_internal_value(self, data: Any) -> int:
        """Return the number."""
        if isinstance(data, bool) or not isinstance(data, int | float) or data != int(data):
            self.fail("invalid")
        return int(data)


class Timer(serializers.Field):
    """Hours: a number with at most one decimal, from 0 to `mest`."""

    default_error_messages = {
        **_FELLES,
        "invalid": _("Skriv timer som et tall med høyst én desimal."),
        "omraade": _("Timer må være mellom 0 og {mest}."),
    }

    def __init__(self, *, mest: int, **kwargs: Any) -> None:
        self.mest = mest
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Decimal:
        """Return the hours."""
        if isinstance(data, bool) or not isinstance(data, int | float):
            self.fail("invalid")
        if not 0 <= data <= self.mest:
            self.fail("omraade", mest=self.mest)
        timer = Decimal(str(data))
        if timer != timer.quantize(Decimal("0.1")):
            self.fail("invalid")
        return timer.quantize(Decimal("0.1"))

    def to_representation(self, value: Decimal) -> float:
        """Write a number."""
        return float(value)


class Virksomhetsnummer(serializers.Field):
    """A municipality («5001») or a county («50»), by its number."""

    default_error_messages = {
        **_FELLES,
        "invalid": _("Skriv nummeret som tekst, for eksempel «5001»."),
        "finnes_ikke": _("Nummeret finnes ikke."),
    }

    def __init__(self, *, type_: str, **kwargs: Any) -> None:
        self.type_ = type_
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Virksomhet:
        """Return the organisation."""
        if not isinstance(data, str) or not re.fullmatch(r"[0-9]{2,4}", data):
            self.fail("invalid")
        funnet = Virksomhet.objects.filter(type=self.type_, nummer=data, aktiv=True).first()
        if funnet is None:
            raise serializers.ValidationError(self.error_messages["finnes_ikke"], "finnes_ikke")
        return funnet

    def to_representation(self, value: Virksomhet) -> str:
        """Write the number."""
        return value.nummer


def _kan_skrives(tekst: str) -> bool:
    """Return False for half a sign (a lone surrogate), which cannot be stored or sent."""
    try:
        tekst.encode()
    except UnicodeEncodeError:
        return False
    return True


# --- The field of a column ---


def felt_for(kolonne: Any) -> serializers.Field:
    """Return the field of a column; what may be left empty may be left out."""
    lag = next(lag for klasse, lag in _FELT if isinstance(kolonne, klasse))
    hjelp = f"{capfirst(kolonne.verbose_name)}. {kolonne.help_text}".strip()
    return lag(kolonne, {"help_text": hjelp})


def _valgfri(kolonne: Any, ellers: Any) -> dict[str, Any]:
    """Return the arguments of a field that may be left out."""
    if not kolonne.blank:
        return {}
    return {"required": False, "default": ellers} | ({"allow_null": True} if kolonne.null else {})


def _tekst_valgfri(kolonne: Any) -> dict[str, Any]:
    return {"required": False, "default": "", "allow_blank": True} if kolonne.blank else {}


def _kode(kolonne: Any, felles: dict[str, Any]) -> serializers.Field:
    felles["help_text"] += f" Kodeliste: {kolonne.liste}."
    return Kodefelt(liste=kolonne.liste, max_length=kolonne.max_length, **felles, **_tekst_valgfri(kolonne))


def _koder(kolonne: Any, felles: dict[str, Any]) -> serializers.Field:
    felles["help_text"] += f" Kodeliste: {kolonne.liste}."
    return Koderliste(
        child=Kodefelt(liste=kolonne.liste, max_length=kolonne.base_field.max_length),
        max_length=FLEST_KODER,
        **felles,
        **_valgfri(kolonne, list),
    )


def _spraak(kolonne: Any, felles: dict[str, Any]) -> serializers.Field:
    return Moensterfelt(
        moenster="[a-z]{3}",
        forklaring=_("Skriv språkkoden med tre små bokstaver, for eksempel ukr."),
        **felles,
        **_tekst_valgfri(kolonne),
    )


def _dato(kolonne: Any, felles: dict[str, Any]) -> serializers.Field:
    return Dato(**felles, **_valgfri(kolonne, None))


def _timer(kolonne: Any, felles: dict[str, Any]) -> serializers.Field:
    return Timer(mest=getattr(kolonne, "mest", 60), **felles)


def _ja_nei(kolonne: Any, felles: dict[str, Any]) -> serializers.Field:
    return Jafelt(required=False, default=kolonne.default, **felles)


def _tall(kolonne: Any, felles: dict[str, Any]) -> serializers.Field:
    return Tallfelt(min_value=0, max_value=SMALLINT, **felles, **_valgfri(kolonne, None))


def _virksomhet(kolonne: Any, felles: dict[str, Any]) -> serializers.Field:
    return Virksomhetsnummer(type_="kommune" if kolonne.name == "kommune" else "fylkeskommune", **felles)


def _tegn(kolonne: Any, felles: dict[str, Any]) -> serializers.Field:
    if kolonne.choices:
        return Valgfelt(choices=[k for k, _navn in kolonne.choices], **felles, **_tekst_valgfri(kolonne))
    if kolonne.name == "statsborgerskap":
        forklaring = _("Skriv landkoden med tre store bokstaver, for eksempel SYR.")
        return Moensterfelt(moenster="[A-Z]{3}", forklaring=forklaring, **felles)
    return Tekstfelt(max_length=kolonne.max_length, **felles, **_tekst_valgfri(kolonne))


# The more special first.
_FELT: tuple[tuple[type[Any], Callable[[Any, dict[str, Any]], serializers.Field]], ...] = (
    (Kodekolonne, _kode),
    (Koderfelt, _koder),
    (Spraakfelt, _spraak),
    (Timefelt, _timer),
    (models.DecimalField, _timer),
    (models.DateField, _dato),
    (models.BooleanField, _ja_nei),
    (models.PositiveSmallIntegerField, _tall),
    (models.ForeignKey, _virksomhet),
    (models.CharField, _tegn),
)

__all__ = ["Dato", "Jafelt", "Moensterfelt", "Tallfelt", "Tekstfelt", "Valgfelt", "felt_for"]
