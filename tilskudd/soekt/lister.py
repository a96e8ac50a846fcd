"""The lists: applications, and calls."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER
from tilskudd.soekt.models import Soeknad, Tilstand, Utlysning
from tilskudd.soekt.queries.soeknader import soeknader
from tilskudd.soekt.queries.utlysninger import fristtilstand, utlysninger
from tilskudd.soekt.tekster import status


class Soeknadsfilter(Listefilter):
    """Applications in a state."""

    tilstand = forms.ChoiceField(label=_("Status"), choices=[("", _("Alle")), *Tilstand.choices])


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Soeknad]:
    return soeknader().filter(tilstand=filter["tilstand"]) if filter.get("tilstand") else soeknader()


SOEKNADER = Liste(
    navn="soekt:liste",
    tittel=_("Søkte tilskudd"),
    kolonner=(
        Kolonne(
            "tittel",
            _("Tiltak"),
            lenke=lambda s: reverse("soekt:soeknad", args=[s.noekkel]),
            sorter=("tittel",),
        ),
        Kolonne("utlysning", _("Utlysning"), verdi=lambda s: str(s.utlysning)),
        Kolonne("tilstand", _("Status"), verdi=status, slag=Slag.STATUS, sorter=("tilstand", "tittel")),
        Kolonne(
            "frist",
            _("Neste frist"),
            slag=Slag.DATO,
            sorter=("frist", "tittel"),
            definisjon=_("Søknadsfristen til søknaden er sendt; deretter fristen for rapporten."),
        ),
        Kolonne("soekes", _("Søkt"), slag=Slag.KRONER, sorter=("soekes",)),
        Kolonne("innvilget", _("Innvilget"), slag=Slag.KRONER, sorter=("innvilget",)),
        Kolonne("brukt", _("Brukt"), slag=Slag.KRONER, sorter=("brukt",)),
        Kolonne("igjen", _("Igjen"), slag=Slag.KRONER, sorter=("igjen",)),
    ),
    rader=_rader,
    standard="frist",
    roller=FYLKESROLLER,
    filterskjema=Soeknadsfilter,
    noekkel="noekkel",
    tomt=_("Ingen søknader er begynt."),
)


def _utlysninger(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Utlysning]:
    return utlysninger()


UTLYSNINGER = Liste(
    navn="soekt:utlysninger",
    tittel=_("Utlysninger fra staten"),
    kolonner=(
        Kolonne(
            "navn",
            _("Utlysning"),
            lenke=lambda u: reverse("soekt:utlysning", args=[u.pk]),
            sorter=("navn", "-aar"),
        ),
        Kolonne("aar", _("År"), verdi=lambda u: str(u.aar), sorter=("aar", "navn")),
        Kolonne("ordning", _("Ordning"), verdi="ordning.navn"),
        Kolonne("frist", _("Søknadsfrist"), slag=Slag.DATO, sorter=("frist", "navn")),
        Kolonne("ramme", _("Ramme"), slag=Slag.KRONER, sorter=("ramme",)),
        Kolonne(
            "status",
            _("Status"),
            verdi=lambda u: Status(*fristtilstand(u, timezone.localdate())),
            slag=Slag.STATUS,
        ),
        Kolonne("antall", _("Søknader fra oss"), slag=Slag.TALL, sorter=("antall",)),
    ),
    rader=_utlysninger,
    standard="-aar",
    roller=FYLKESROLLER,
    tomt=_("Ingen utlysninger er lagt inn."),
)
LISTER = (SOEKNADER, UTLYSNINGER)
