"""The lists behind the numbers: ended programmes and results of tests; and the evidence packs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import alle_kodevalg, kodenavn
from integrering.lister import Kolonne, Liste, Slag, Status
from integrering.nir.faktatyper.opplaering import PROEVE
from integrering.nir.models import Avslutning, Proeve
from integrering.nir.queries.regelverk import regelsett
from integrering.rapporter.models import Dokumentasjonspakke
from integrering.rapporter.queries.avsluttede import avsluttede, i_gruppen, sluttmaalet
from integrering.rapporter.queries.kategori import NAVN as KATEGORIER
from integrering.rapporter.queries.kategori import med_kategori
from integrering.rapporter.queries.pakker import mine_pakker, tilstand
from integrering.rapporter.queries.proever import NIVAAER, norskproever
from integrering.rapporter.rapportene.felles import Kommunefilter
from integrering.rapporter.rapportene.norskproever import delproevenavn, skoleaarsvalg
from integrering.rapporter.rapportene.utfall import NAVN as GRUPPER
from integrering.rapporter.roller import SER_PERSONENE, TAR_UT_PAKKER
from integrering.rapporter.rules.utfall import Utfall
from integrering.tilgang.aktoer import Aktoer

_UKJENT = "ukjent"
FOERSTE_AAR = 2004


def _aarene() -> list[tuple[str, str]]:
    i_aar = timezone.localdate().year
    return [("", gettext("Alle år")), *((str(aar), str(aar)) for aar in range(i_aar, FOERSTE_AAR - 1, -1))]


# --- Those who ended the introduction programme ---


class Avsluttedefilter(Kommunefilter):
    """The register's filters, and the group of the report."""

    aar = forms.ChoiceField(label=_("Avsluttet i"), choices=_aarene)
    kategori = forms.ChoiceField(
        label=_("Kategori"),
        choices=[("", _("Alle kategorier")), *((kode or _UKJENT, navn) for kode, navn in KATEGORIER.items())],
    )
    aarsak = forms.ChoiceField(
        label=_("Avslutningsårsak"),
        choices=[("", _("Alle")), ("med", _("Med registrert årsak")), ("uten", _("Årsak ikke registrert"))],
    )
    gruppe = forms.ChoiceField(label=_("Gikk til"), choices=[("", _("Alle")), *GRUPPER.items()])
    field_order = ("aar", "kategori", "aarsak", "gruppe", "kommune")


def _avsluttede(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Avslutning]:
    aar = filter.get("aar")
    rader = avsluttede(kommune=filter.get("kommune", ""), aar=int(aar) if aar else None)
    if filter.get("aarsak"):
        uten = i_gruppen(Utfall.MANGLER)
        rader = rader.filter(uten if filter["aarsak"] == "uten" else ~uten)
    if filter.get("gruppe"):
        rader = rader.filter(i_gruppen(Utfall(filter["gruppe"])))
    rader = med_kategori(rader, regelsett(), timezone.localdate())
    if filter.get("kategori"):
        rader = rader.filter(kategori="" if filter["kategori"] == _UKJENT else filter["kategori"])
    ferdig: QuerySet[Avslutning] = rader.select_related("person").annotate(sluttmaal=sluttmaalet())
    return ferdig


def _kode(liste: str, kode: str | None) -> str:
    return capfirst(kodenavn(liste, kode)) if kode else ""


def _aarsak(rad: Any) -> str:
    return _kode("avslutningsaarsak", rad.avslutningsaarsak) or gettext("Ikke registrert")


def _personside(rad: Any) -> str:
    return reverse("person", args=[rad.person.noekkel])


AVSLUTTEDE = Liste(
    navn="avsluttede",
    tittel=_("Oversikt over personer avsluttet introduksjonsprogram"),
    kolonner=(
        Kolonne(
            "duf", _("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, lenke=_personside,
            sorter=("person__duf",),
        ),
        Kolonne(
            "navn", _("Fornavn, Etternavn"), sorter=("person__fornavn", "person__etternavn"),
            verdi=lambda rad: ", ".join(n for n in (rad.person.fornavn, rad.person.etternavn) if n),
        ),
        Kolonne(
            "kategori", _("Kategori"), verdi=lambda rad: str(KATEGORIER[rad.kategori]), sorter=("kategori",),
            definisjon=_(
                "Regnet av tillatelsen, alderen da den ble gitt, og vedtaksdatoen. Registeret "
                "regner ut sin egen."
            ),
        ),
        Kolonne(
            "sluttmaal", _("Sluttmaal"), verdi=lambda rad: _kode("sluttmaal", rad.sluttmaal),
            sorter=("sluttmaal",),
            definisjon=_(
                "Det siste sluttmålet som var satt da programmet ble avsluttet."
            ),
        ),
        Kolonne("aarsak", _("Avslutningsarsak"), verdi=_aarsak, sorter=("avslutningsaarsak",)),
        Kolonne("dato", _("Avslutningsdato"), slag=Slag.DATO, sorter=("dato",)),
    ),
    rader=_avsluttede,
    standard="-dato",
    roller=SER_PERSONENE,
    filterskjema=Avsluttedefilter,
    noekkel="registrering_id",
    person="person_id",
    definisjoner=(
        (_("Avsluttet"), _("Programmet er registrert som avsluttet og ikke gjenåpnet siden.")),
        (_("Kommune"), _("Kommunen personen bor i på dagen for uttrekket.")),
    ),
    tomt=_("Ingen har avsluttet introduksjonsprogrammet ennå."),
)  # fmt: skip


# --- Results of tests in Norwegian ---


def _delproever() -> list[tuple[str, str]]:
    return [("", gettext("Alle delprøver")), *delproevenavn().items()]


def _nivaaer() -> list[tuple[str, str]]:
    return [
        ("", gettext("Alle nivåer")),
        *((k, navn) for k, navn in alle_kodevalg("proeveresultat") if k in NIVAAER),
    ]


def _skoleaarene() -> list[tuple[str, str]]:
    return [("", gettext("Alle skoleår")), *skoleaarsvalg()]


class Resultatfilter(Kommunefilter):
    """School year, part, level."""

    skoleaar = forms.ChoiceField(label=_("Skoleår"), choices=_skoleaarene)
    delproeve = forms.ChoiceField(label=_("Delprøve"), choices=_delproever)
    nivaa = forms.ChoiceField(label=_("Nivå"), choices=_nivaaer)
    field_order = ("skoleaar", "delproeve", "nivaa", "kommune")


def _resultater(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Proeve]:
    aar = filter.get("skoleaar")
    rader = norskproever(
        kommune=filter.get("kommune", ""),
        skoleaar=int(aar) if aar else None,
        delproeve=filter.get("delproeve", ""),
        nivaa=filter.get("nivaa", ""),
    )
    return rader.select_related("person")


def _resultat(felt: str) -> Kolonne:
    return Kolonne(
        felt,
        capfirst(PROEVE.felt(felt).verbose_name),
        verdi=lambda rad: _kode("proeveresultat", getattr(rad, felt)),
        sorter=(felt,),
    )


RESULTATER = Liste(
    navn="norskproever",
    tittel=_("Resultater på norskprøver"),
    kolonner=(
        Kolonne(
            "navn",
            _("Navn"),
            verdi="person.navn_etternavn_foerst",
            lenke=_personside,
            sorter=("person__sortering",),
        ),
        Kolonne("duf", _("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, sorter=("person__duf",)),
        Kolonne("dato", _("Prøvedato"), slag=Slag.DATO, sorter=("dato",)),
        Kolonne("proeve", _("Prøve"), verdi=lambda rad: _kode("proeve", rad.proeve), sorter=("proeve",)),
        _resultat("lytte"),
        _resultat("lese"),
        _resultat("skriftlig"),
        _resultat("muntlig"),
    ),
    rader=_resultater,
    standard="-dato",
    roller=SER_PERSONENE,
    filterskjema=Resultatfilter,
    noekkel="registrering_id",
    person="person_id",
    tomt=_("Ingen resultater er registrert."),
)


# --- Evidence packs ---

_FARGE = {"ferdig": "success", "lages": "info", "stoppet": "danger", "utloept": "neutral"}


def _status(pakke: Dokumentasjonspakke) -> Status:
    kode = tilstand(pakke)
    navn = {
        "ferdig": gettext("Kan hentes"),
        "lages": gettext("Lages"),
        "stoppet": gettext("Stoppet"),
        "utloept": gettext("Utløpt"),
    }
    return Status(navn[kode], _FARGE[kode])


def _pakkeside(pakke: Dokumentasjonspakke) -> str:
    return reverse("dokumentasjonspakke", args=[pakke.pk])


PAKKER = Liste(
    navn="dokumentasjonspakker",
    tittel=_("Dokumentasjonspakker"),
    kolonner=(
        Kolonne("opprettet", _("Bestilt"), slag=Slag.TIDSPUNKT, lenke=_pakkeside, sorter=("opprettet",)),
        Kolonne("maate", _("Utvalg"), verdi=lambda p: p.get_maate_display(), sorter=("maate",)),
        Kolonne("antall", _("Personer"), slag=Slag.TALL, sorter=("antall",)),
        Kolonne("status", _("Status"), verdi=_status, slag=Slag.STATUS),
        Kolonne("utloeper", _("Slettes"), slag=Slag.DATO, sorter=("utloeper",)),
    ),
    rader=lambda av, filter: mine_pakker(),
    standard="-opprettet",
    roller=TAR_UT_PAKKER,
    eksport=False,
    tomt=_("Du har ingen dokumentasjonspakker. De slettes etter sju dager."),
)

ALLE = (AVSLUTTEDE, RESULTATER, PAKKER)
