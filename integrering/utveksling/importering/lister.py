"""The list of receipts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import queries
from integrering.utveksling.importering.format import finn_format
from integrering.utveksling.importering.models import Import

# Those who may import something, whatever kinds of file there are (see the formats' own roles).
IMPORTROLLER = frozenset(
    {
        Rolle.FYLKE_SAKSBEHANDLER,
        Rolle.OPPLAERINGSKOORDINATOR,
        Rolle.TILSKUDDSRAADGIVER,
        Rolle.ADMINISTRATOR,
        Rolle.KOMMUNE_FLYKTNINGTJENESTE,
        Rolle.SKOLEKONTAKT,
    }
)


class Kvitteringsfilter(Listefilter):
    """By kind of file."""

    slag = forms.ChoiceField(label=gettext_lazy("Slag"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(f.navn, f.tittel) for f in queries.formater_for(self.av)]
        self.fields["slag"].choices = [("", _("Alle")), *valg]  # type: ignore[attr-defined]


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Import]:
    rader = queries.kvitteringer(av).annotate(importert=F("nye") + F("nye_versjoner"))
    return rader.filter(slag=filter["slag"]) if filter.get("slag") else rader


def slag_av(kvittering: Import) -> str:
    """Return what people call the kind of file."""
    return str(finn_format(kvittering.slag).tittel)


def status_av(kvittering: Import) -> Status:
    """Return what became of the import, in a word."""
    if hasattr(kvittering, "angring"):
        return Status(_("Angret"), "neutral")
    if kvittering.avviste:
        return Status(_("Noen rader avvist"), "warning")
    return Status(_("Alt importert"), "success")


KVITTERINGER = Liste(
    navn="import_kvitteringer",
    tittel=gettext_lazy("Kvitteringer for import"),
    kolonner=(
        Kolonne(
            "tid", gettext_lazy("Tid"), slag=Slag.TIDSPUNKT, sorter=("tid",),
            lenke=lambda k: reverse("import_kvittering", args=[k.noekkel]),
        ),
        Kolonne("slag", gettext_lazy("Slag"), verdi=slag_av, sorter=("slag",)),
        Kolonne("bruker", gettext_lazy("Importert av"), verdi="bruker"),
        Kolonne("importert", gettext_lazy("Importert"), slag=Slag.TALL, sorter=("importert",)),
        Kolonne("uendrede", gettext_lazy("Uendret"), slag=Slag.TALL, sorter=("uendrede",)),
        Kolonne("avviste", gettext_lazy("Avvist"), slag=Slag.TALL, sorter=("avviste",)),
        Kolonne("status", gettext_lazy("Status"), slag=Slag.STATUS, verdi=status_av),
    ),
    rader=_rader,
    standard="-tid",
    roller=IMPORTROLLER,
    filterskjema=Kvitteringsfilter,
    noekkel="noekkel",
    tomt=gettext_lazy("Ingen filer er importert."),
)  # fmt: skip
