"""K1: who is next. The queue of those who wait, and of all cases."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Slag
from integrering.tilgang.aktoer import Aktoer
from karriere.models import Sak
from karriere.queries.saker import saker, som_venter
from karriere.roller import SER


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Sak]:
    return som_venter(saker())


KOE = Liste(
    navn="karriere_koe",
    urlnavn="karriere:koe",
    tittel=_("Veiledningskø"),
    kolonner=(
        Kolonne("navn", _("Navn"), verdi="person.navn_etternavn_foerst", mal="karriere/_navn.html"),
        Kolonne("kommune", _("Kommune"), verdi="person.kommune.navn"),
        Kolonne("frist", _("Frist"), slag=Slag.DATO, sorter=("frist", "pk")),
        Kolonne("senter", _("Karrieresenter"), verdi="senter.navn"),
        Kolonne("tolkespraak", _("Tolkespråk")),
    ),
    rader=_rader,
    standard="frist",
    roller=frozenset(SER),
    noekkel="noekkel",
    person="person_id",
    tomt=_("Ingen venter på veiledning."),
)
