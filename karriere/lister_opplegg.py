"""The municipalities, and what is agreed with each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from karriere.planlegging import dagene
from karriere.queries.opplegg import kommunene
from karriere.roller import FYLKET


class Oppleggsfilter(Listefilter):
    """With or without an arrangement, or those that wait for an answer."""

    vis = forms.ChoiceField(
        label=_("Vis"),
        choices=[
            ("", _("Alle")),
            ("med", _("De vi har avtalt opplegg med")),
            ("uten", _("De vi ikke har avtalt opplegg med")),
            ("venter", _("De som venter på svar")),
        ],
    )


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    rader = kommunene()
    match filter.get("vis"):
        case "med":
            return rader.filter(avtalt__isnull=False)
        case "uten":
            return rader.filter(avtalt__isnull=True)
        case "venter":
            return rader.filter(forslag__gt=0)
        case _:
            return rader


def _status(rad: Any) -> Status:
    if rad.avtalt:
        return Status(str(_("Avtalt")), "success")
    return Status(str(_("Utkast")), "info") if rad.opplegget else Status(str(_("Ikke avtalt")), "warning")


OPPLEGG: Liste = Liste(
    navn="karriere_opplegg",
    urlnavn="karriere:opplegg",
    tittel=_("Opplegg med kommunene"),
    kolonner=(
        Kolonne(
            "kommune", _("Kommune"), verdi="navn", sorter=("navn",),
            lenke=lambda k: reverse("karriere:opplegget", args=[k.nummer]),
        ),
        Kolonne("senter", _("Karrieresenter"), verdi="senteret", sorter=("senteret",)),
        Kolonne("status", _("Status"), verdi=_status, slag=Slag.STATUS),
        Kolonne("avtalt", _("Avtalt"), slag=Slag.DATO, sorter=("avtalt",)),
        Kolonne("sted", _("Sted")),
        Kolonne("dager", _("Dager"), verdi=lambda k: dagene(k.ukedager or ())),
        Kolonne("forslag", _("Forslag som venter"), slag=Slag.TALL, sorter=("forslag",)),
    ),
    rader=_rader,
    standard="kommune",
    roller=frozenset(FYLKET),
    filterskjema=Oppleggsfilter,
    noekkel="nummer",
    tomt=_("Ingen kommuner er registrert i fylket."),
)  # fmt: skip
