"""The list of projects."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from regionalt.jobbsjansen.models import Prosjekt, Prosjekttilstand
from regionalt.jobbsjansen.queries import prosjektene
from regionalt.roller import LESER


class Prosjektfilter(Listefilter):
    """Where they stand."""

    tilstand = forms.ChoiceField(label=_("Status"), choices=[("", _("Alle")), *Prosjekttilstand.choices])


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Prosjekt]:
    rader = prosjektene()
    return rader.filter(tilstand=filter["tilstand"]) if filter.get("tilstand") else rader


PROSJEKTER = Liste(
    navn="jobbsjansen:prosjekter",
    tittel=_("Jobbsjansen del B"),
    kolonner=(
        Kolonne(
            "navn", _("Prosjekt"), sorter=("navn",),
            lenke=lambda p: reverse("jobbsjansen:prosjekt", args=[p.noekkel]),
        ),
        Kolonne("skoler", _("Skoler")),
        Kolonne("fra", _("Fra"), slag=Slag.DATO, sorter=("fra", "navn")),
        Kolonne("til", _("Til og med"), slag=Slag.DATO, sorter=("til", "navn")),
        Kolonne(
            "tilstand", _("Status"), verdi=lambda p: Status(p.get_tilstand_display(), p.farge),
            slag=Slag.STATUS, sorter=("tilstand", "navn"),
        ),
        Kolonne("inn", _("Begynte"), verdi="sum_inn", slag=Slag.TALL, sorter=("sum_inn", "navn")),
        Kolonne("vgo", _("Til videregående"), verdi="sum_til_vgo", slag=Slag.TALL),
        Kolonne("arbeid", _("Til arbeid"), verdi="sum_til_arbeid", slag=Slag.TALL),
        Kolonne("rapportfrist", _("Rapportfrist"), slag=Slag.DATO, sorter=("rapportfrist", "navn")),
    ),
    rader=_rader,
    standard="-fra",
    roller=frozenset(LESER),
    filterskjema=Prosjektfilter,
    noekkel="noekkel",
    tomt=_("Ingen prosjekter er registrert."),
)  # fmt: skip
