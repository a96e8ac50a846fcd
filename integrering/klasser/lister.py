"""The lists: classes, and those in a class."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import F, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.klasser.models import Klasse, Medlemskap
from integrering.klasser.queries.klasser import finn_klasse, i_klassen_paa, klasser, medlemskap_som_gjelder
from integrering.lister import Kolonne, Liste, Listefilter, Slag
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER

_ALLE = FYLKESROLLER | KOMMUNEROLLER


class Klassefilter(Listefilter):
    """Those that are over too, when asked for."""

    periode = forms.ChoiceField(
        label=_("Periode"),
        choices=[("", _("I gang og kommende")), ("over", _("Avsluttede")), ("alle", _("Alle"))],
    )


def _klasser(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Klasse]:
    i_dag, periode = timezone.localdate(), filter.get("periode")
    alle = klasser(i_dag)
    if periode == "alle":
        return alle
    return alle.filter(til__lt=i_dag) if periode == "over" else alle.filter(til__gte=i_dag)


def _periode(rad: Any) -> str:
    return visning.periode(rad.fra, rad.til)


KLASSER = Liste(
    navn="klasser",
    tittel=_("Klasser"),
    kolonner=(
        Kolonne(
            "navn", _("Klasse"), lenke=lambda k: reverse("klasse", args=[k.noekkel]), sorter=("navn", "fra")
        ),
        Kolonne("nivaa", _("Nivå eller spor"), verdi="nivaanavn", sorter=("nivaanavn", "navn")),
        Kolonne("periode", _("Periode"), verdi=_periode, sorter=("fra", "navn"), ingen_brekk=True),
        Kolonne("sted", _("Sted")),
        Kolonne(
            "antall",
            _("Deltakere"),
            slag=Slag.TALL,
            definisjon=_("Deltakere i klassen i dag, av dem du kan se."),
        ),
        Kolonne("virksomhet", _("Hos"), verdi="virksomhet.navn", roller=FYLKESROLLER),
        Kolonne("timer", _("Timer"), verdi=lambda k: "", mal="klasser/_timer.html", eksport=False),
        Kolonne("proever", _("Prøver"), verdi=lambda k: "", mal="klasser/_proever.html", eksport=False),
    ),
    rader=_klasser,
    standard="navn",
    roller=_ALLE,
    filterskjema=Klassefilter,
    noekkel="noekkel",
    tomt=_("Ingen klasser er i gang."),
)


class Deltakerfilter(Listefilter):
    """Those in the class today, unless others are asked for."""

    naar = forms.ChoiceField(
        label=_("Når"),
        choices=[("", _("I klassen nå og senere")), ("naa", _("I klassen i dag")), ("alle", _("Alle"))],
    )


def _deltakere(av: Aktoer, filter: dict[str, Any], klasse_noekkel: UUID | str) -> QuerySet[Medlemskap]:
    klasse = finn_klasse(UUID(str(klasse_noekkel)))
    if klasse is None:
        raise Http404
    i_dag, naar = timezone.localdate(), filter.get("naar")
    rader = medlemskap_som_gjelder(klasse).select_related("person").annotate(
        sortering=F("person__sortering"), duf=F("person__duf")
    )  # fmt: skip
    if naar == "alle":
        return rader
    return i_klassen_paa(rader, i_dag) if naar == "naa" else rader.exclude(til__lt=i_dag)


def _til(rad: Any) -> str:
    return visning.dato(rad.til) or gettext("Ikke bestemt")


DELTAKERE = Liste(
    navn="klassedeltakere",
    urlnavn="klasse",
    tittel=_("Deltakere i klassen"),
    kolonner=(
        Kolonne(
            "navn",
            _("Navn"),
            verdi="person.navn_etternavn_foerst",
            mal="klasser/_navn.html",
            sorter=("sortering",),
        ),
        Kolonne("duf", _("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, sorter=("duf",)),
        Kolonne("fra", _("Fra"), slag=Slag.DATO, sorter=("fra", "sortering")),
        Kolonne("til", _("Til og med"), verdi=_til, sorter=("til", "sortering")),
    ),
    rader=_deltakere,
    standard="navn",
    roller=_ALLE,
    filterskjema=Deltakerfilter,
    noekkel="registrering_id",
    person="person_id",
    tomt=_("Ingen er i klassen nå."),
)
LISTER = (KLASSER, DELTAKERE)
