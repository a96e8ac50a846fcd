"""The list of recommendations in a round: also the file that goes with the letter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bosetting.queries.anbefaling import anbefalingene
from bosetting.roller import SER_FYLKET
from bosetting.tekster import GRENSER
from integrering.lister import Kolonne, Liste, Slag
from integrering.tilgang.aktoer import Aktoer


def _rader(av: Aktoer, filter: dict[str, Any], runde_noekkel: UUID) -> QuerySet[Any]:
    return anbefalingene(runde_noekkel)


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
        Kolonne("begrunnelse", _("Begrunnelse"), verdi=lambda a: a.begrunnelse or a.laas_grunn or ""),
    ),
    rader=_rader,
    standard="kommune",
    roller=frozenset(SER_FYLKET),
    noekkel="pk",
    tomt=_("Runden er ikke beregnet ennå."),
)  # fmt: skip
