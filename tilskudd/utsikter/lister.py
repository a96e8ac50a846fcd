"""What waits, by municipality and by person."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kvartal import Kvartal
from integrering.lister import Kolonne, Liste, Slag
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import FYLKESROLLER
from tilskudd.utsikter import tekster
from tilskudd.utsikter.forms import PaaVentFilter
from tilskudd.utsikter.queries import paa_vent as les

FORVENTET = (
    _("Forventet"),
    _("Det fylkeskommunen ville fått om alt var registrert, minus det den får nå. IMDi betaler."),
)


def adresse(**filter_: str) -> str:
    """Return the address of the persons, filtered."""
    valgt = urlencode({navn: verdi for navn, verdi in filter_.items() if verdi})
    return f"{reverse('utsikter:personer')}{'?' if valgt else ''}{valgt}"


def _kommuner(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Virksomhet]:
    return les.kommuner(timezone.localdate())


def _kroner(noekkel: str, tittel: Any, definisjon: Any = "", **mer: Any) -> Kolonne:
    return Kolonne(noekkel, tittel, slag=Slag.KRONER, sorter=(noekkel,), definisjon=definisjon, **mer)


KOMMUNER = Liste(
    navn="utsikter:mangler",
    tittel=_("Penger på vent"),
    kolonner=(
        Kolonne(
            "kommune", _("Kommune"), verdi="navn", sorter=("navn",),
            lenke=lambda k: adresse(kommune=k.nummer),
        ),
        Kolonne("nummer", _("Kommunenummer"), side=False),
        Kolonne("personer", _("Personer"), slag=Slag.TALL, sorter=("personer",)),
        _kroner("paa_vent", _("På vent"), FORVENTET[1]),
        _kroner("dette", _("Dette kvartalet")),
        _kroner("forrige", _("Forrige kvartal")),
        _kroner("eldre", _("Eldre")),
        _kroner("for_mye", _("For mye nå"), _("Det som blir trukket når registreringen rettes.")),
        Kolonne(
            "uten_sats", _("Dager uten sats"), slag=Slag.TALL, side=False,
            definisjon=_("Dager som venter, men ikke har kroner fordi satsen mangler."),
        ),
        Kolonne(
            "eldste", _("Eldste mangel"), slag=Slag.DATO, sorter=("eldste",),
            definisjon=_("Første dag registreringen ikke stemte, for den som har ventet lengst."),
        ),
        Kolonne("paamint", _("Sist påminnet"), slag=Slag.DATO, sorter=("paamint",)),
    ),
    rader=_kommuner,
    standard="-paa_vent",
    roller=FYLKESROLLER,
    noekkel="nummer",
    definisjoner=(FORVENTET,),
    tomt=_("Ingenting venter. Alt fylkeskommunen kjenner til, er registrert."),
)  # fmt: skip

_PAAMINT = {
    "nei": Q(paamint__isnull=True),
    "venter": Q(paamint__isnull=False) & ~Q(steg="kvittert"),
    "kvittert": Q(steg="kvittert"),
}


def _personer(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    rader = les.personer(Kvartal.fra_slug(filter["kvartal"]) if filter.get("kvartal") else None)
    if filter.get("kommune"):
        rader = rader.filter(kommune__nummer=filter["kommune"])
    if filter.get("grunn"):
        rader = rader.filter(grunner__contains=[filter["grunn"]])
    return rader.filter(_PAAMINT[filter["paamint"]]) if filter.get("paamint") else rader


PERSONER = Liste(
    navn="utsikter:personer",
    tittel=_("Personer det venter penger for"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), verdi="person.navn_etternavn_foerst", mal="utsikter/_navn.html",
            sorter=("sortering",),
        ),
        Kolonne("duf", _("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, side=False),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommune__navn", "sortering")),
        Kolonne("mangler", _("Mangler eller er ulikt"), verdi=lambda r: tekster.mangler(r.grunner)),
        Kolonne(
            "siden", _("Siden"), slag=Slag.DATO, sorter=("siden", "sortering"),
            definisjon=_("Første dag registreringen ikke stemte."),
        ),
        _kroner("beloep", _("På vent"), FORVENTET[1]),
        Kolonne("dager", _("Dager"), verdi="antall_dager", slag=Slag.TALL, sorter=("antall_dager",)),
        Kolonne(
            "uten_sats", _("Dager uten sats"), verdi="uten", slag=Slag.TALL, side=False,
            definisjon=_("Dager som venter, men ikke har kroner fordi satsen mangler."),
        ),
        Kolonne("paamint", _("Sist påminnet"), slag=Slag.DATO, sorter=("paamint", "sortering")),
        Kolonne(
            "steg", _("Påminnelsen"), verdi=lambda r: tekster.paaminnelse(r.steg), slag=Slag.STATUS,
            definisjon=_("Sendt, åpnet eller kvittert av kommunen."),
        ),
    ),
    rader=_personer,
    standard="-beloep",
    roller=FYLKESROLLER,
    filterskjema=PaaVentFilter,
    noekkel="noekkel",
    person="person_id",
    definisjoner=(FORVENTET,),
    tomt=_("Ingenting venter. Alt fylkeskommunen kjenner til, er registrert."),
)  # fmt: skip

LISTER = (KOMMUNER, PERSONER)
