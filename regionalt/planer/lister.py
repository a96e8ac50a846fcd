"""The lists of the plans: plans, and the measures of all of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from regionalt.planer.models import Plan, Planslag, Plantilstand, Plantiltak, Tiltaksstatus
from regionalt.planer.queries.planer import planene
from regionalt.planer.queries.tiltak import over_tiden, sent, tiltakene
from regionalt.planer.roller import SER

_ALLE = ("", _("Alle"))


class Planfilter(Listefilter):
    """Kind and status."""

    slag = forms.ChoiceField(label=_("Slag"), choices=[_ALLE, *Planslag.choices])
    tilstand = forms.ChoiceField(label=_("Status"), choices=[_ALLE, *Plantilstand.choices])


def _planer(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Plan]:
    rader = planene()
    if filter.get("slag"):
        rader = rader.filter(slag=filter["slag"])
    return rader.filter(tilstand=filter["tilstand"]) if filter.get("tilstand") else rader


PLANER = Liste(
    navn="planer:planer",
    tittel=_("Planer"),
    kolonner=(
        Kolonne(
            "tittel", _("Plan"), sorter=("tittel",), lenke=lambda p: reverse("planer:plan", args=[p.noekkel])
        ),
        Kolonne("slag", _("Slag"), verdi="get_slag_display", sorter=("slag",)),
        Kolonne("fra", _("Fra"), slag=Slag.DATO, sorter=("fra",)),
        Kolonne("til", _("Til og med"), slag=Slag.DATO, sorter=("til",)),
        Kolonne(
            "tilstand", _("Status"), slag=Slag.STATUS, sorter=("tilstand",),
            verdi=lambda p: Status(str(p.get_tilstand_display()), p.farge),
        ),
        Kolonne("ansvarlig", _("Ansvarlig"), verdi=lambda p: str(p.ansvarlig)),
    ),
    rader=_planer,
    standard="-fra",
    roller=frozenset(SER),
    filterskjema=Planfilter,
    noekkel="noekkel",
    tomt=_("Ingen planer er registrert."),
)  # fmt: skip


class Tiltaksfilter(Listefilter):
    """Status, whether the last day is past."""

    status = forms.ChoiceField(label=_("Status"), choices=[_ALLE, *Tiltaksstatus.choices])
    over = forms.BooleanField(label=_("Bare de som er over tiden"), required=False)
    sent = forms.BooleanField(label=_("Bare forsinkede i vedtatte planer"), required=False)


def _tiltak(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Plantiltak]:
    i_dag = timezone.localdate()
    rader = over_tiden(i_dag) if filter.get("over") else tiltakene()
    if filter.get("sent"):
        rader = rader.filter(sent(i_dag), maal__plan__tilstand=Plantilstand.VEDTATT)
    return rader.filter(status=filter["status"]) if filter.get("status") else rader


TILTAK = Liste(
    navn="planer:tiltakene",
    tittel=_("Tiltak i planer"),
    kolonner=(
        Kolonne(
            "tittel", _("Tiltak"), sorter=("tittel",),
            lenke=lambda t: reverse("planer:tiltak", args=[t.noekkel]),
        ),
        Kolonne("plan", _("Plan"), verdi="maal.plan.tittel", sorter=("maal__plan__tittel",)),
        Kolonne("maal", _("Mål"), verdi=lambda t: str(t.maal), side=False),
        Kolonne("kommune", _("Kommune"), verdi=lambda t: t.kommune.navn if t.kommune else "", side=False),
        Kolonne("ansvarlig", _("Ansvarlig"), verdi=lambda t: str(t.ansvarlig)),
        Kolonne("utfoerer", _("Hvem gjør det")),
        Kolonne("partnere", _("Samarbeidspartnere"), side=False),
        Kolonne("kroner", _("Kroner"), slag=Slag.KRONER, sorter=("kroner",)),
        Kolonne("fra", _("Fra"), slag=Slag.DATO, sorter=("fra",)),
        Kolonne("til", _("Til og med"), slag=Slag.DATO, sorter=("til",)),
        Kolonne(
            "status", _("Status"), slag=Slag.STATUS, sorter=("status",),
            verdi=lambda t: Status(str(t.get_status_display()), t.farge),
        ),
        Kolonne("status_dato", _("Status fra"), slag=Slag.DATO, sorter=("status_dato",)),
    ),
    rader=_tiltak,
    standard="-fra",
    roller=frozenset(SER),
    filterskjema=Tiltaksfilter,
    noekkel="noekkel",
    tomt=_("Ingen tiltak er registrert."),
)  # fmt: skip
ALLE = (PLANER, TILTAK)
