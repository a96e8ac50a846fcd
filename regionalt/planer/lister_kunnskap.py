"""The lists of what the region needs done, and of what one can learn."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms
from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.planer.models import Arbeidskraftbehov, Tilbud
from regionalt.planer.queries.kunnskap import behovene, gjelder, tilbudene
from regionalt.planer.roller import SER

M = TypeVar("M", bound=Model)


def _kommuner() -> list[tuple[str, str]]:
    return [("", str(_("Alle"))), *((k.nummer, k.navn) for k in kommuner_i_fylket())]


class Kunnskapsfilter(Listefilter):
    """One municipality with what holds for the whole county; also what is past."""

    kommune = forms.ChoiceField(label=_("Kommune"), choices=_kommuner)
    ogsaa_gamle = forms.BooleanField(label=_("Også det som ikke gjelder lenger"), required=False)


def _valgte(rader: QuerySet[M], filter: dict[str, Any]) -> QuerySet[M]:
    if not filter.get("ogsaa_gamle"):
        rader = rader.filter(gjelder(timezone.localdate()))
    if filter.get("kommune"):
        rader = rader.filter(Q(kommune__isnull=True) | Q(kommune__nummer=filter["kommune"]))
    return rader


def _behov(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Arbeidskraftbehov]:
    return _valgte(behovene(), filter)


def _tilbud(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Tilbud]:
    return _valgte(tilbudene(), filter)


def _sted(rad: Any) -> str:
    return rad.kommune.navn if rad.kommune else str(_("Hele fylket"))


_KILDE = (
    Kolonne("kilde", _("Kilde"), verdi="kilde"),
    Kolonne("kilde_dato", _("Kildens dato"), slag=Slag.DATO, sorter=("kilde_dato",)),
    Kolonne("sikkerhet", _("Sikkerhet"), verdi="get_sikkerhet_display", sorter=("sikkerhet",)),
    Kolonne("gjelder_til", _("Gjelder til og med"), slag=Slag.DATO, side=False),
    Kolonne("plan", _("Plan"), verdi=lambda rad: rad.plan.tittel if rad.plan else "", side=False),
)
BEHOV = Liste(
    navn="planer:behovene",
    tittel=_("Behov for arbeidskraft"),
    kolonner=(
        Kolonne(
            "yrke", _("Yrke"), sorter=("yrke",), lenke=lambda b: reverse("planer:behov", args=[b.noekkel])
        ),
        Kolonne("styrk", _("STYRK-08"), verdi="styrk08", side=False),
        Kolonne("kommune", _("Kommune"), verdi=_sted),
        Kolonne("antall", _("Antall"), slag=Slag.TALL, sorter=("antall",)),
        Kolonne("opplaering", _("Opplæring som trengs")),
        Kolonne("virkemidler", _("Partnernes virkemidler"), side=False),
        *_KILDE,
    ),
    rader=_behov,
    standard="yrke",
    roller=frozenset(SER),
    filterskjema=Kunnskapsfilter,
    noekkel="noekkel",
    tomt=_("Ingen behov er registrert."),
)
TILBUD = Liste(
    navn="planer:tilbudene",
    tittel=_("Kvalifiseringstilbud"),
    kolonner=(
        Kolonne(
            "navn", _("Tilbud"), sorter=("navn",), lenke=lambda t: reverse("planer:tilbud", args=[t.noekkel])
        ),
        Kolonne("tilbyder", _("Hvem gir det"), sorter=("tilbyder",)),
        Kolonne("kommune", _("Kommune"), verdi=_sted),
        Kolonne("maalgruppe", _("For hvem")),
        Kolonne("innhold", _("Hva det er"), side=False),
        Kolonne("plasser", _("Plasser"), slag=Slag.TALL, sorter=("plasser",)),
        *_KILDE,
    ),
    rader=_tilbud,
    standard="navn",
    roller=frozenset(SER),
    filterskjema=Kunnskapsfilter,
    noekkel="noekkel",
    tomt=_("Ingen tilbud er registrert."),
)
ALLE = (BEHOV, TILBUD)
