"""The list of schemes."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Slag
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER
from tilskudd.ordninger.forms import Ordningsfilter
from tilskudd.ordninger.models import Ordning
from tilskudd.ordninger.queries import ordninger
from tilskudd.ordninger.tekster import sikkerhetsstatus


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Ordning]:
    rader = ordninger(timezone.localdate())
    if filter.get("bruk") != "alle":
        rader = rader.filter(aktiv=True)
    return rader.filter(slag=filter["slag"]) if filter.get("slag") else rader


ORDNINGER = Liste(
    navn="ordninger:liste",
    tittel=_("Tilskuddsordninger"),
    kolonner=(
        Kolonne(
            "navn",
            _("Ordning"),
            lenke=lambda o: reverse("ordninger:ordning", args=[o.kode]),
            sorter=("navn",),
        ),
        Kolonne("slag", _("Slag"), verdi=lambda o: o.get_slag_display(), sorter=("slag", "navn")),
        Kolonne(
            "neste_frist",
            _("Neste frist"),
            slag=Slag.DATO,
            sorter=("neste_frist", "navn"),
            definisjon=_("Første søknadsfrist fra i dag av i utlysningene av ordningen."),
        ),
        Kolonne("maalgruppe", _("Målgruppe")),
        Kolonne("ansvarlig", _("Ansvarlig"), verdi=lambda o: str(o.ansvarlig or "")),
        Kolonne(
            "sikkerhet",
            _("Sikkerhet"),
            verdi=lambda o: sikkerhetsstatus(o.sikkerhet),
            slag=Slag.STATUS,
            sorter=("sikkerhet", "navn"),
            definisjon=_(
                "Hvor sikker teksten er: lest i offisiell kilde, gjengitt av andre, eller ubekreftet."
            ),
        ),
        Kolonne("kilde", _("Kilde"), side=False),
    ),
    rader=_rader,
    standard="neste_frist",
    roller=FYLKESROLLER,
    filterskjema=Ordningsfilter,
    tomt=_("Ingen ordninger er lagt inn."),
)
LISTER = (ORDNINGER,)
