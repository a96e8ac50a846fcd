"""How a form is answered: shown, refused, done, or shown beside what somebody else saved meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjema import Skjema

# Refused with messages; somebody else saved meanwhile; no longer there.
AVVIST, KONFLIKT, BORTE = 422, 409, 410
GET_POST = ("GET", "HEAD", "POST")
S = TypeVar("S", bound=Skjema)


@dataclass(frozen=True)
class Forskjell:
    """A field that differs: what stands now, and what was typed."""

    felt: str
    deres: str
    ditt: str


def forskjeller(skjema: Skjema, naa: Mapping[str, Any]) -> list[Forskjell]:
    """Return the fields of a valid form that are not as they stand now."""
    linjer = []
    for navn, verdi in naa.items():
        felt = skjema.fields.get(navn)
        if felt is None or isinstance(felt.widget, forms.HiddenInput):
            continue
        deres, ditt = _skrevet(felt, verdi), _skrevet(felt, skjema.cleaned_data.get(navn))
        if deres != ditt:
            linjer.append(Forskjell(str(felt.label), deres, ditt))
    return linjer


def _skrevet(felt: forms.Field, verdi: Any) -> str:
    """Return a value as it reads beside another."""
    if isinstance(verdi, bool):
        return _("Ja") if verdi else _("Nei")
    if isinstance(verdi, str | int) and isinstance(felt, forms.ChoiceField):
        return str(dict(felt.choices).get(verdi, verdi))  # type: ignore[arg-type]
    if isinstance(verdi, Iterable) and not isinstance(verdi, str):
        valg = dict(getattr(felt, "choices", ()))
        ord_ = (", ".join(v) if isinstance(v, tuple) else str(valg.get(v, v)) for v in verdi)
        return "; ".join(sorted(ord_))
    if isinstance(verdi, time):
        return f"{verdi:%H.%M}"
    return visning.dato(verdi) if isinstance(verdi, date) else str(verdi if verdi is not None else "")


def med_versjon(skjema: S, versjon: int) -> S:
    """Return the form as it was typed, made from the version that stands now: saving again saves over."""
    data = QueryDict(mutable=True)
    data.update(skjema.data)
    data[skjema.add_prefix("versjon")] = str(versjon)
    skjema.data = data
    return skjema


def skrevet(request: HttpRequest) -> QueryDict | None:
    """Return what was typed, or None when the page is only looked at. An empty answer is an answer."""
    return request.POST if request.method == "POST" else None


@dataclass(frozen=True)
class Svar:
    """How a form is answered.

    Attributes:
        mal: the template of the form.
        innhold: its names, beside `skjema`, `naa` and `linjer`.
        gjoer: the action; called with the valid form, returns the answer.
        verdier_naa: the row that stands now → the form's values, for the page about a conflict.
    """

    mal: str
    innhold: dict[str, Any]
    gjoer: Callable[[Any], HttpResponse]
    verdier_naa: Callable[[Any], Mapping[str, Any]] = lambda naa: {}


def behandle(request: HttpRequest, skjema: Skjema, svar: Svar) -> HttpResponse:
    """Show the form, or do what it says: 422 when it is refused, 409 when somebody else saved meanwhile."""
    if not skjema.is_bound:
        return render(request, svar.mal, {**svar.innhold, "skjema": skjema})
    if not skjema.is_valid():
        return render(request, svar.mal, {**svar.innhold, "skjema": skjema}, status=AVVIST)
    try:
        return svar.gjoer(skjema)
    except Konflikt as konflikt:
        return _vis_konflikt(request, skjema, svar, konflikt)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return render(request, svar.mal, {**svar.innhold, "skjema": skjema}, status=AVVIST)


def _vis_konflikt(request: HttpRequest, skjema: Skjema, svar: Svar, konflikt: Konflikt) -> HttpResponse:
    innhold = {
        **svar.innhold,
        "skjema": med_versjon(skjema, konflikt.naa.versjon),
        "naa": konflikt.naa,
        "linjer": forskjeller(skjema, svar.verdier_naa(konflikt.naa)),
    }
    return render(request, svar.mal, innhold, status=KONFLIKT)
