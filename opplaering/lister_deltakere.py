"""O1: those who have their training at a school."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.lister import Kolonne, Liste, Slag
from integrering.tilgang.aktoer import Aktoer
from opplaering.forms.filtre import Deltakerfilter
from opplaering.models import Skolegang
from opplaering.queries.skolegang import med_person, skolegang
from opplaering.roller import ALLE, LESER


def _deltakere(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Skolegang]:
    i_dag = timezone.localdate()
    rader = skolegang()
    if not filter.get("periode"):
        rader = rader.exclude(til__lt=i_dag)
    elif filter["periode"] == "over":
        rader = rader.filter(til__lt=i_dag)
    for navn, felt in (
        ("maalgruppe", "maalgruppe"),
        ("skole", "skole__nummer"),
        ("kommune", "person__kommune__nummer"),
    ):
        if filter.get(navn):
            rader = rader.filter(**{felt: filter[navn]})
    return med_person(rader, i_dag)


def _periode(rad: Any) -> str:
    return visning.periode(rad.fra, rad.til)


DELTAKERE = Liste(
    navn="opplaering",
    tittel=_("Deltakere i videregående"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), verdi="person.navn_etternavn_foerst", mal="opplaering/_navn.html",
            sorter=("sortering",),
        ),
        Kolonne("duf", _("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, sorter=("duf",), side=False),
        Kolonne("kommune", _("Kommune"), verdi="person.kommune.navn"),
        Kolonne("skole", _("Skole"), verdi="skole.navn", roller=frozenset(LESER)),
        Kolonne("klasse", _("Klasse"), verdi="klasse.navn"),
        Kolonne("periode", _("Periode"), verdi=_periode, sorter=("fra", "sortering"), ingen_brekk=True),
        Kolonne("timer", _("Timer per uke"), verdi="timer_per_uke", slag=Slag.DESIMAL,
                sorter=("timer_per_uke", "sortering")),
        Kolonne("maalgruppe", _("Målgruppe"), verdi="get_maalgruppe_display"),
    ),
    rader=_deltakere,
    standard="navn",
    roller=frozenset(ALLE),
    filterskjema=Deltakerfilter,
    noekkel="registrering_id",
    person="person_id",
    tomt=_("Ingen går på skole nå."),
)  # fmt: skip
