"""The list of new pupils that schools have told of."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from opplaering.models import Skolemelding
from opplaering.queries.skolemeldinger import skolemeldinger
from opplaering.roller import FYLKET, SKOLEN

# Those at the county who take in, and the school that told; nobody else has a part in it.
LESER = FYLKET + SKOLEN
_FARGE = {
    Skolemelding.Utfall.VENTER: "warning",
    Skolemelding.Utfall.TATT_INN: "success",
    Skolemelding.Utfall.AVVIST: "neutral",
}


class NyElevFilter(Listefilter):
    """Those that wait, unless others are asked for."""

    utfall = forms.ChoiceField(label=_("Status"), choices=[("", _("Alle")), *Skolemelding.Utfall.choices])


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Skolemelding]:
    rader = skolemeldinger()
    return rader.filter(utfall=filter["utfall"]) if filter.get("utfall") else rader


def _status(rad: Any) -> Status:
    utfall = Skolemelding.Utfall(rad.utfall)
    return Status(str(utfall.label), _FARGE[utfall])


NYE_ELEVER = Liste(
    navn="nye_elever",
    tittel=_("Nye elever meldt av skolene"),
    kolonner=(
        Kolonne("navn", _("Navn"), mal="opplaering/_ny_elev.html"),
        Kolonne("duf", _("DUF-nummer"), slag=Slag.DUF),
        Kolonne("skole", _("Skole"), verdi="skole.navn", roller=frozenset(FYLKET)),
        Kolonne("klasse", _("Klasse"), verdi="klasse.navn"),
        Kolonne("fra", _("Første skoledag"), slag=Slag.DATO, sorter=("fra",)),
        Kolonne("timer", _("Timer per uke"), verdi="timer_per_uke", slag=Slag.DESIMAL),
        Kolonne("sendt", _("Meldt"), slag=Slag.TIDSPUNKT, sorter=("sendt",)),
        Kolonne("utfall", _("Status"), verdi=_status, slag=Slag.STATUS, sorter=("utfall", "sendt")),
        Kolonne("svar", _("Svar")),
    ),
    rader=_rader,
    standard="-sendt",
    roller=frozenset(LESER),
    filterskjema=NyElevFilter,
    noekkel="noekkel",
    eksport=False,
    tomt=_("Ingen nye elever er meldt."),
)
