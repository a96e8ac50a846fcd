"""The list of recommendations in a round: also the file that goes with the letter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bosetting.queries.anbefaling import anbefalingene, uten_begrunnelse
from bosetting.roller import SER_FYLKET
from bosetting.rules.anbefaling import trenger_grunn
from bosetting.tekster import GRENSER
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer


class Anbefalingsfilter(Listefilter):
    """Those that need a reason and have none."""

    vis = forms.ChoiceField(
        label=_("Vis"), choices=[("", _("Alle")), ("mangler", _("De som må begrunnes og ikke er det"))]
    )


def _rader(av: Aktoer, filter: dict[str, Any], runde_noekkel: UUID) -> QuerySet[Any]:
    alle = anbefalingene(runde_noekkel)
    return uten_begrunnelse(alle) if filter.get("vis") else alle


def _begrunnelsen(a: Any) -> str:
    return str(a.begrunnelse or a.laas_grunn or ("" if a.spurt else a.spurt_grunn) or "")


def _maa_begrunnes(a: Any) -> Status | None:
    """Return the mark of a number that has changed much and has no reason."""
    mangler = not _begrunnelsen(a) and a.spurt and trenger_grunn(a.antall, a.forrige)
    return Status(gettext("Må begrunnes"), "warning") if mangler else None


ANBEFALINGER = Liste(
    navn="bosetting:anbefalingen",
    tittel=_("Anbefalingen"),
    kolonner=(
        Kolonne(
            "kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommune__navn",),
            lenke=lambda a: reverse("bosetting:anbefaling", args=[a.runde.noekkel, a.kommune.nummer]),
        ),
        Kolonne("nummer", _("Nummer"), verdi="kommune.nummer", side=False),
        Kolonne("antall", _("Anbefalt"), slag=Slag.TALL, sorter=("antall",)),
        Kolonne("em", _("Av dem enslige mindreårige"), slag=Slag.TALL),
        Kolonne("forrige", _("Forrige anmodning"), slag=Slag.TALL, sorter=("forrige",)),
        Kolonne("endring", _("Endring"), slag=Slag.TALL, sorter=("endring",),
                definisjon=_("Anbefalt minus forrige anmodning.")),
        Kolonne("grense", _("Grensen som bestemte"), verdi=lambda a: str(GRENSER.get(a.grense, ""))),
        Kolonne("maa_begrunnes", _("Mangler"), slag=Slag.STATUS, verdi=_maa_begrunnes),
        Kolonne("begrunnelse", _("Begrunnelse"), verdi=_begrunnelsen),
    ),
    rader=_rader,
    standard="kommune",
    roller=frozenset(SER_FYLKET),
    filterskjema=Anbefalingsfilter,
    noekkel="pk",
    tomt=_("Runden er ikke beregnet ennå."),
)  # fmt: skip
