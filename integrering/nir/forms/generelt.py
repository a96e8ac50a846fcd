"""The form of a kind of registration, made from its columns: what the table says, the form asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import new_class
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from integrering.grunnmur.kodelister import KodeFelt, Kodekolonne
from integrering.grunnmur.skjema import DatoFelt, TimerFelt
from integrering.nir.faktatyper import Faktatype
from integrering.nir.forms.grunnskjema import FaktaSkjema
from integrering.nir.models.felt import Koderfelt, Spraakfelt, Timefelt
from integrering.nir.skjemafelt import KoderValg, MaanedFelt

VELG = pgettext_lazy("nedtrekksliste", "Velg")
FAA_VALG = 3


@cache
def skjema_for(slag: Faktatype) -> type[FaktaSkjema]:
    """Return the form class of a kind."""
    innhold = {"faktatype": slag, **{navn: skjemafelt(slag.felt(navn)) for navn in slag.felter}}
    navn = f"{slag.modell.__name__}Skjema"
    klasse: type[FaktaSkjema] = new_class(navn, (FaktaSkjema,), exec_body=lambda rom: rom.update(innhold))
    return klasse


def skjemafelt(kolonne: Any) -> forms.Field:
    """Return the form field of a column, with its label and help text."""
    lag = next(lag for klasse, lag in _FELT if isinstance(kolonne, klasse))
    felles = {
        "label": capfirst(kolonne.verbose_name),
        "help_text": kolonne.help_text,
        "required": not kolonne.blank,
    }
    return lag(kolonne, felles)


# What dates with a short label are called inside a sentence.
_DATOER = {
    "fra": _("første dag"),
    "til": _("siste dag"),
    "gitt": _("datoen tillatelsen ble gitt"),
    "opplyst": _("datoen personen opplyste det"),
}


def _dato(kolonne: Any, felles: dict[str, Any]) -> forms.Field:
    if kolonne.name == "maaned":
        return MaanedFelt(**felles)
    return DatoFelt(navn=_DATOER.get(kolonne.name) or _datonavn(kolonne.verbose_name), **felles)


def _datonavn(navn: str | Promise) -> str | Promise:
    """Return what a date is called inside a sentence: «startdato», but «datoen for «satt fra»»."""
    return navn if str(navn).endswith("dato") else format_lazy(_("datoen for «{}»"), navn)


def _kode(kolonne: Any, felles: dict[str, Any]) -> forms.Field:
    return KodeFelt(liste=kolonne.liste, tom=VELG, **felles)


def _koder(kolonne: Any, felles: dict[str, Any]) -> forms.Field:
    return KoderValg(liste=kolonne.liste, **felles)


def _valg(kolonne: Any, felles: dict[str, Any]) -> forms.Field:
    faa = len(kolonne.choices) <= FAA_VALG and not kolonne.blank
    valg = list(kolonne.choices) if faa else [("", VELG), *kolonne.choices]
    return forms.ChoiceField(choices=valg, widget=forms.RadioSelect if faa else forms.Select, **felles)


def _spraak(kolonne: Any, felles: dict[str, Any]) -> forms.Field:
    kontroll = RegexValidator(r"^[a-z]{3}$", _("Skriv språkkoden med tre små bokstaver, for eksempel ukr."))
    boks = forms.TextInput({"class": "felt-timer", "autocomplete": "off"})
    return forms.CharField(max_length=3, validators=[kontroll], widget=boks, **felles)


def _timer(kolonne: Any, felles: dict[str, Any]) -> forms.Field:
    return TimerFelt(mest=kolonne.mest, **felles)


def _tall(kolonne: Any, felles: dict[str, Any]) -> forms.Field:
    boks = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "felt-timer"})
    return forms.IntegerField(
        min_value=0,
        widget=boks,
        error_messages={"invalid": _("Skriv et helt tall, for eksempel 8.")},
        **felles,
    )


def _ja_nei(kolonne: Any, felles: dict[str, Any]) -> forms.Field:
    return forms.BooleanField(**{**felles, "required": False}, initial=kolonne.default)


# The more special first.
_FELT: tuple[tuple[type[Any], Callable[[Any, dict[str, Any]], forms.Field]], ...] = (
    (Kodekolonne, _kode),
    (Koderfelt, _koder),
    (Spraakfelt, _spraak),
    (Timefelt, _timer),
    (models.DateField, _dato),
    (models.BooleanField, _ja_nei),
    (models.PositiveSmallIntegerField, _tall),
    (models.CharField, _valg),
)
