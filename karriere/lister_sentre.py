"""The list of the centres."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from karriere.models import Senter
from karriere.queries.sentre import sentrene
from karriere.roller import FYLKET


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Senter]:
    return sentrene(timezone.localdate())


def _i_bruk(rad: Any) -> Status:
    return Status(str(_("I bruk")), "success") if rad.aktiv else Status(str(_("Ikke i bruk")), "neutral")


SENTRE = Liste(
    navn="karriere_sentre",
    urlnavn="karriere:sentre",
    tittel=_("Karrieresentre"),
    kolonner=(
        Kolonne(
            "navn", _("Senter"), lenke=lambda s: reverse("karriere:senteret", args=[s.noekkel]),
            sorter=("navn",),
        ),
        Kolonne("kommuner", _("Kommuner"), verdi="antall_kommuner", slag=Slag.TALL),
        Kolonne("veiledere", _("Veiledere"), verdi="antall_veiledere", slag=Slag.TALL),
        Kolonne("venter", _("Venter på veiledning"), verdi="antall_venter", slag=Slag.TALL),
        Kolonne("kapasitet", _("Samtaler i uken"), verdi="samtaler_per_uke", slag=Slag.TALL),
        Kolonne("status", _("Status"), verdi=_i_bruk, slag=Slag.STATUS),
    ),
    rader=_rader,
    standard="navn",
    roller=frozenset(FYLKET),
    noekkel="noekkel",
    tomt=_("Ingen karrieresentre er registrert."),
)  # fmt: skip
