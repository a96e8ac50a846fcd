"""The list of differences, and the list that goes with a claim."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.grunnmur.kvartal import Kvartal
from integrering.lister import Kolonne, Liste, Slag
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER
from tilskudd.innbetalinger import tekster
from tilskudd.innbetalinger.forms import Avviksfilter
from tilskudd.innbetalinger.models import Post
from tilskudd.innbetalinger.oere import kroner
from tilskudd.innbetalinger.queries.avvik import avvik


def _avvik(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Post]:
    rader = avvik().annotate(
        differanse=F("mottatt_oere") - F("forventet_oere"), sortering=F("person__sortering")
    )
    if filter.get("kvartal"):
        rader = rader.filter(kvartal=Kvartal.parse(filter["kvartal"]).indeks)
    for navn in ("utfall", "status", "kode"):
        if filter.get(navn):
            rader = rader.filter(**{navn: filter[navn]})
    return rader


def _beloep(noekkel: str, tittel: Any, felt: str, definisjon: Any = "") -> Kolonne:
    return Kolonne(
        noekkel, tittel, verdi=lambda p: kroner(getattr(p, felt)), slag=Slag.DESIMAL, sorter=(felt,),
        mal=f"innbetalinger/_{noekkel}.html", definisjon=definisjon,
    )  # fmt: skip


AVVIK = Liste(
    navn="innbetalinger:avvik",
    tittel=_("Avvik i innbetalingene"),
    kolonner=(
        Kolonne(
            "hvem", _("Gjelder"), verdi=tekster.hvem, sorter=("sortering",),
            lenke=lambda p: reverse("innbetalinger:post", args=[p.pk]),
        ),
        Kolonne("duf", _("DUF-nummer"), verdi=tekster.duf, slag=Slag.DUF),
        Kolonne("kode", _("Kode"), sorter=("kode", "-kvartal"), ingen_brekk=True),
        Kolonne(
            "runde", _("Runde"), verdi=lambda p: visning.kvartal(p.kvartal), sorter=("kvartal", "kode"),
            ingen_brekk=True, definisjon=_("Kvartalet utbetalingen gjelder."),
        ),
        _beloep("forventet", _("Forventet"), "forventet_oere", _("Godkjente linjer for fylkeskommunen.")),
        _beloep("mottatt", _("Mottatt"), "mottatt_oere", _("Det IMDi har betalt, etter filene.")),
        _beloep("differanse", _("Forskjell"), "differanse", _("Mottatt minus forventet.")),
        Kolonne("utfall", _("Avvik"), verdi=tekster.utfall, slag=Slag.STATUS, sorter=("utfall", "-kvartal")),
        Kolonne("status", _("Status"), verdi=tekster.status, slag=Slag.STATUS, sorter=("status", "-kvartal")),
        Kolonne("funnet", _("Funnet"), slag=Slag.TIDSPUNKT, sorter=("funnet",), side=False),
    ),
    rader=_avvik,
    standard="-runde",
    roller=FYLKESROLLER,
    filterskjema=Avviksfilter,
    person="person_id",
    tomt=_("Ingen avvik. Det IMDi har betalt, stemmer med det som var forventet."),
)  # fmt: skip

KRAVKOLONNER = (
    Kolonne("duf", _("DUF-nummer"), verdi=tekster.duf, slag=Slag.DUF),
    Kolonne("kode", _("Tilskuddskode")),
    Kolonne("runde", _("Utbetalingsrunde"), verdi=lambda li: visning.kvartal(li.kvartal)),
    Kolonne("forventet", _("Forventet"), verdi=lambda li: kroner(li.forventet_oere), slag=Slag.DESIMAL),
    Kolonne("mottatt", _("Mottatt"), verdi=lambda li: kroner(li.mottatt_oere), slag=Slag.DESIMAL),
    Kolonne("krav", _("Krav"), verdi=lambda li: kroner(li.krevd_oere), slag=Slag.DESIMAL),
)

LISTER = (AVVIK,)
