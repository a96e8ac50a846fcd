"""O1: those who have their training at a school."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.lister import Kolonne, Liste, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from opplaering import deltakertekster as tekster
from opplaering.forms.filtre import Deltakerfilter
from opplaering.meldingstekster import avstemt
from opplaering.models import Avstemming, Skolegang
from opplaering.queries.ansvar import ansvaret
from opplaering.queries.framdrift import framdrift_for
from opplaering.queries.skolegang import med_person, skolegang
from opplaering.roller import ALLE, LESER
from opplaering.rules.framdrift import IKKE_PROEVD
from opplaering.rules.fulltid import fulltid

_KOLONNE_I_BASEN = (
    ("maalgruppe", "maalgruppe"),
    ("skole", "skole__nummer"),
    ("kommune", "person__kommune__nummer"),
)


def _deltakere(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Skolegang]:
    i_dag, periode = timezone.localdate(), filter.get("periode")
    rader = skolegang()
    if not periode:
        rader = rader.exclude(til__lt=i_dag)
    elif periode == "over":
        rader = rader.filter(til__lt=i_dag)
    for navn, felt in _KOLONNE_I_BASEN:
        if filter.get(navn):
            rader = rader.filter(**{felt: filter[navn]})
    rader = med_person(rader, i_dag)
    if filter.get("framdrift") or filter.get("nivaa"):
        rader = _med_framdrift(rader, filter)
    return _med_kommunen(rader) if av.har(*LESER) else rader


def _med_kommunen(rader: QuerySet[Any]) -> QuerySet[Any]:
    """Add how each period stands with the municipality. A school does not read what that rests on."""
    hos = Avstemming.objects.filter(skolegang=OuterRef("registrering_id"), person=OuterRef("person"))
    ut: QuerySet[Any] = rader.annotate(avstemt=Subquery(hos.values("tilstand")[:1]))
    return ut


def _med_framdrift(rader: QuerySet[Any], filter: dict[str, Any]) -> QuerySet[Any]:
    """Keep those whose progress or level is as asked: worked out by the rule, for all in four queries."""
    framdrift, nivaa = filter.get("framdrift"), filter.get("nivaa")
    funnet = framdrift_for(rader, timezone.localdate())
    med = [
        person
        for person, f in funnet.items()
        if (not framdrift or f.tilstand == framdrift) and (not nivaa or (f.nivaa or IKKE_PROEVD) == nivaa)
    ]
    return rader.filter(person_id__in=med)


def _periode(rad: Any) -> str:
    return visning.periode(rad.fra, rad.til)


def _fulltid(rad: Any) -> str:
    return tekster.fulltid(fulltid(rad.timer_per_uke, rad.fulltid_overstyrt))


def _ansvar(rad: Any) -> Status:
    """Return who is responsible today; before the first day who will be, after the last who was."""
    dag = max(rad.fra, timezone.localdate())
    return tekster.ansvarlig(ansvaret(rad, min(dag, rad.til) if rad.til else dag).hvem)


def _hos_kommunen(rad: Any) -> Status | None:
    return avstemt(rad.avstemt) if rad.avstemt else None


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
        Kolonne(
            "timer", _("Timer per uke"), verdi="timer_per_uke", slag=Slag.DESIMAL,
            sorter=("timer_per_uke", "sortering"),
        ),
        Kolonne(
            "fulltid", _("Fulltid"), verdi=_fulltid,
            definisjon=_("Minst 30 undervisningstimer i uken, eller bestemt for hånd med begrunnelse."),
        ),
        # in the filter, the export and on the page: here it would push the last column out of sight
        Kolonne("maalgruppe", _("Målgruppe"), verdi=lambda rad: rad.get_maalgruppe_display(), side=False),
        Kolonne(
            "ansvar", _("Ansvar for norsk"), verdi=_ansvar, slag=Slag.STATUS,
            definisjon=_("Hvem som har ansvaret for norsk og samfunnskunnskap (integreringsloven § 30)."),
        ),
        Kolonne(
            "hos_kommunen", _("Hos kommunen"), verdi=_hos_kommunen, slag=Slag.STATUS, roller=frozenset(LESER),
            definisjon=_("Om vedtak og periode kommunen har registrert, stemmer med skolegangen."),
        ),
    ),
    rader=_deltakere,
    standard="navn",
    roller=frozenset(ALLE),
    filterskjema=Deltakerfilter,
    noekkel="registrering_id",
    person="person_id",
    definisjoner=((_("Deltaker"), _("En periode på en skole. Andre timer fra en dag er en ny rad.")),),
    tomt=_("Ingen går på skole nå."),
)  # fmt: skip
