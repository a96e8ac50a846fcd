"""The checklist of quality: how far each centre has come."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Slag
from integrering.tilgang.aktoer import Aktoer
from karriere.queries.kvalitet import punktene, sentrenes_kvalitet
from karriere.roller import FYLKET
from karriere.rules.kvalitet import andel_paa_plass


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    return sentrenes_kvalitet([kode for kode, _navn in punktene()])


def _andel(rad: Any) -> str:
    andel = andel_paa_plass(rad.paa_plass, rad.gjelder_ikke, len(punktene()))
    return "" if andel is None else f"{andel} %"


KVALITET = Liste(
    navn="karriere_kvalitet",
    urlnavn="karriere:kvalitet",
    tittel=_("Kvalitet ved karrieresentrene"),
    kolonner=(
        Kolonne(
            "navn", _("Senter"), sorter=("navn",),
            lenke=lambda s: reverse("karriere:kvalitet_senter", args=[s.noekkel]),
        ),
        Kolonne(
            "andel", _("Andel på plass"), verdi=_andel, ingen_brekk=True,
            definisjon=_(
                "Punktene som er helt på plass, av dem som gjelder for senteret. Punkter som ikke er "
                "vurdert, regnes som ikke på plass."
            ),
        ),
        Kolonne("paa_plass", _("På plass"), slag=Slag.TALL, sorter=("paa_plass",)),
        Kolonne("delvis", _("Delvis på plass"), slag=Slag.TALL, sorter=("delvis",)),
        Kolonne("mangler", _("Mangler"), slag=Slag.TALL, sorter=("mangler",)),
        Kolonne("gjelder_ikke", _("Gjelder ikke"), slag=Slag.TALL, sorter=("gjelder_ikke",)),
        Kolonne(
            "ikke_vurdert", _("Ikke vurdert"), slag=Slag.TALL,
            verdi=lambda rad: len(punktene()) - rad.besvart,
        ),
        Kolonne("sist", _("Sist vurdert"), slag=Slag.DATO, sorter=("sist",)),
    ),
    rader=_rader,
    standard="navn",
    roller=frozenset(FYLKET),
    noekkel="noekkel",
    tomt=_("Ingen karrieresentre er registrert."),
)  # fmt: skip
