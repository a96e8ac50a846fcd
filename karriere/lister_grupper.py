"""K7: the groups."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from karriere.queries.gruppe import grupper
from karriere.roller import VEILEDER
from karriere.spraak import spraaknavn


class Gruppefilter(Listefilter):
    """Those to come, or those that have been."""

    naar = forms.ChoiceField(
        label=_("Vis"), choices=[("", _("De som kommer")), ("har_vaert", _("De som har vært"))]
    )


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    har_vaert = filter.get("naar") == "har_vaert"
    naa = timezone.now()
    return grupper().filter(slutt__lt=naa) if har_vaert else grupper().filter(slutt__gte=naa)


def _status(rad: Any) -> Status:
    if rad.flyttet_til_id:
        return Status(str(_("Flyttet")), "neutral")
    if rad.avlyst:
        return Status(str(_("Avlyst")), "warning")
    if rad.ledige <= 0:
        return Status(str(_("Full")), "success")
    return Status(str(_("Ledige plasser")), "neutral")


GRUPPER: Liste = Liste(
    navn="karriere_grupper",
    urlnavn="karriere:grupper",
    tittel=_("Grupper"),
    kolonner=(
        Kolonne(
            "start", _("Når"), slag=Slag.TIDSPUNKT, sorter=("start",),
            lenke=lambda g: reverse("karriere:samtale", args=[g.noekkel]),
        ),
        Kolonne("senter", _("Karrieresenter"), verdi="senter.navn", sorter=("senter__navn",)),
        Kolonne("veileder", _("Veileder"), verdi=lambda g: str(g.veileder)),
        Kolonne("spraak", _("Språk"), verdi=lambda g: ", ".join(spraaknavn(s) for s in g.spraak)),
        Kolonne("tatt", _("Tatt"), slag=Slag.TALL),
        Kolonne("ledige", _("Ledige"), slag=Slag.TALL),
        Kolonne("status", _("Status"), verdi=_status, slag=Slag.STATUS),
    ),
    rader=_rader,
    standard="start",
    roller=frozenset(VEILEDER),
    filterskjema=Gruppefilter,
    noekkel="noekkel",
    tomt=_("Ingen grupper er planlagt."),
)  # fmt: skip
