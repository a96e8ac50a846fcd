"""The lists of the settlement: rounds, and the municipalities of one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bosetting.kodeverk import Rundetilstand
from bosetting.models import Runde, RundeKommune
from bosetting.queries.runder import kommunene_i, rundene
from bosetting.roller import SER_FYLKET
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer

_ALLE = ("", _("Alle"))


class Rundefilter(Listefilter):
    """Where a round stands."""

    tilstand = forms.ChoiceField(label=_("Status"), choices=[_ALLE, *Rundetilstand.choices])


def _runder(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Runde]:
    rader = rundene()
    return rader.filter(tilstand=filter["tilstand"]) if filter.get("tilstand") else rader


def rundestatus(r: Runde) -> Status:
    """Return where a round stands, in words and colour."""
    return Status(str(r.get_tilstand_display()), r.farge)


RUNDER = Liste(
    navn="bosetting:runder",
    tittel=_("Bosetting"),
    kolonner=(
        Kolonne(
            "runde", _("Runde"), verdi=str, sorter=("aar", "utgave"),
            lenke=lambda r: reverse("bosetting:runde", args=[r.noekkel]),
        ),
        Kolonne("status", _("Status"), slag=Slag.STATUS, verdi=rundestatus, sorter=("tilstand",)),
        Kolonne("ramme", _("Ramme"), slag=Slag.TALL, sorter=("ramme",)),
        Kolonne("em_ramme", _("Enslige mindreårige"), slag=Slag.TALL,
                definisjon=_("En del av rammen.")),
        Kolonne("spurte", _("Kommuner som bør spørres"), slag=Slag.TALL),
        Kolonne("neste_frist", _("Neste frist"), slag=Slag.DATO, sorter=("neste_frist",)),
    ),
    rader=_runder,
    standard="-runde",
    roller=frozenset(SER_FYLKET),
    filterskjema=Rundefilter,
    noekkel="noekkel",
    tomt=_("Ingen runder er laget."),
)  # fmt: skip


class Kommunefilter(Listefilter):
    """Those that should be asked, or not; those that are locked."""

    hvem = forms.ChoiceField(
        label=_("Vis"),
        choices=[
            _ALLE,
            ("spurt", _("De som bør spørres")),
            ("ikke", _("De som ikke bør spørres")),
            ("laast", _("De med låst tall")),
        ],
    )


def _kommuner(av: Aktoer, filter: dict[str, Any], runde_noekkel: UUID) -> QuerySet[RundeKommune]:
    rader = kommunene_i(runde_noekkel)
    match filter.get("hvem"):
        case "spurt":
            return rader.filter(spurt=True)
        case "ikke":
            return rader.filter(spurt=False)
        case "laast":
            return rader.filter(laas__isnull=False)
        case _:
            return rader


def _spurt(rk: RundeKommune) -> Status:
    return Status(gettext("Ja"), "success") if rk.spurt else Status(gettext("Nei"), "warning")


KOMMUNER = Liste(
    navn="bosetting:kommuner",
    tittel=_("Kommunene i runden"),
    kolonner=(
        Kolonne(
            "kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommune__navn",),
            lenke=lambda rk: reverse("bosetting:kommune", args=[rk.runde.noekkel, rk.kommune.nummer]),
        ),
        Kolonne("spurt", _("Bør spørres"), slag=Slag.STATUS, verdi=_spurt, sorter=("spurt", "kommune__navn")),
        Kolonne("oenske_min", _("Ønsker minst"), slag=Slag.TALL),
        Kolonne("oenske_max", _("Ønsker høyst"), slag=Slag.TALL),
        Kolonne("kapasitet", _("Kapasitet"), slag=Slag.TALL),
        Kolonne("em_under_femten", _("Enslige under 15 år"), verdi="em_under_15", slag=Slag.TALL),
        Kolonne("em_femten_atten", _("Enslige 15–18 år"), verdi="em_15_18", slag=Slag.TALL),
        Kolonne("laas", _("Låst tall"), slag=Slag.TALL, sorter=("laas",)),
        Kolonne("grunn", _("Grunn"), verdi=lambda rk: rk.spurt_grunn or rk.laas_grunn or rk.saerskilt,
                side=False),
    ),
    rader=_kommuner,
    standard="kommune",
    roller=frozenset(SER_FYLKET),
    filterskjema=Kommunefilter,
    noekkel="pk",
    tomt=_("Runden har ingen kommuner."),
)  # fmt: skip
ALLE = (RUNDER, KOMMUNER)
