"""The list of persons whose grant changed from the run before."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kvartal import Kvartal
from integrering.lister import Kolonne, Liste, Slag
from integrering.lister.definisjon import Listefilter
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER
from tilskudd.lister import kjoering_i_liste
from tilskudd.queries.sammenligning import endrede_personer
from tilskudd.tekster import GRUPPER


class Endringsfilter(Listefilter):
    """Persons with one kind of change."""

    gruppe = forms.ChoiceField(label=_("Endring"), choices=[("", _("Alle")), *GRUPPER.items()])


def _rader(av: Aktoer, filter: dict[str, Any], *, kvartal: Kvartal) -> QuerySet[Person]:
    return endrede_personer(kjoering_i_liste(kvartal), filter.get("gruppe") or "")


def _kroner(noekkel: str, tittel: Any, definisjon: Any = "") -> Kolonne:
    return Kolonne(noekkel, tittel, slag=Slag.KRONER, sorter=(noekkel,), definisjon=definisjon)


ENDRINGER = Liste(
    navn="tilskudd:endringer",
    tittel=_("Endret fra forrige kjøring"),
    kolonner=(
        Kolonne(
            "person",
            _("Person"),
            verdi="navn_etternavn_foerst",
            sorter=("sortering",),
            lenke=lambda p: reverse("tilskudd:person", args=[p.noekkel]),
        ),
        Kolonne("duf", _("DUF-nummer"), slag=Slag.DUF),
        _kroner("foer", _("Ordinært i forrige kjøring")),
        _kroner("naa", _("Ordinært i denne kjøringen")),
        _kroner("rettet", _("Rettet"), _("Etterbetaling og trekk for tidligere kvartaler.")),
    ),
    rader=_rader,
    standard="person",
    roller=FYLKESROLLER,
    filterskjema=Endringsfilter,
    noekkel="noekkel",
    person="pk",
    tomt=_("Ingen er endret fra forrige kjøring."),
)
