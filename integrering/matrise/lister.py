"""The lists: the matrix, snapshots, the lines of one, decision points."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn_i_raden
from integrering.lister import Kolonne, Liste, Slag, Status
from integrering.matrise.forms.filtre import (
    Kommunefilter,
    Matrisefilter,
    Motfilter,
    Punktfilter,
    matriseutvalg,
)
from integrering.matrise.kodeverk import ORGAN
from integrering.matrise.models import Bildelinje, Oeyeblikksbilde, Vedtakspunkt
from integrering.matrise.queries import bilder, matrise, punkter
from integrering.matrise.roller import LESER, SER_PERSONER, roller_som_ser
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.matrise.rules.bilde import Telling
from integrering.matrise.tekster import FORKLARING, MERKER, TJENESTER, UTFALL, kolonnenavn
from integrering.nir import regeltekster
from integrering.nir.models import Registreringsstatus
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Celle, Tilstand
from integrering.tilgang.aktoer import Aktoer

# --- The matrix ---


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Registreringsstatus]:
    return matrise.rader(matriseutvalg(av, filter))


def celle_i(rad: Registreringsstatus, hva: Registrering) -> Celle | None:
    """Return a cell of the row; None: not worked out yet."""
    lagret = rad.celler.get(hva.value)
    return Celle.fra_json(lagret) if lagret else None


def _i_ord(hva: Registrering) -> Callable[[Registreringsstatus], str]:
    """Return what a cell says in a file: the state, and its deadline."""

    def skriv(rad: Registreringsstatus) -> str:
        celle = celle_i(rad, hva)
        if celle is None:
            return ""
        tekst = str(MERKER[celle.tilstand].tekst)
        if celle.frist and celle.gjenstaar:
            return _("%(status)s (frist %(dato)s)") % {"status": tekst, "dato": visning.dato(celle.frist)}
        return tekst

    return skriv


def _punktkolonne(hva: Registrering) -> Kolonne:
    return Kolonne(
        hva.value,
        lazy(regeltekster.registrering, str)(hva),
        verdi=_i_ord(hva),
        roller=roller_som_ser(hva),
        side=False,
    )


MATRISE = Liste(
    navn="registreringsmatrise",
    tittel=gettext_lazy("Registreringsmatrise"),
    kolonner=(
        Kolonne(
            "navn",
            gettext_lazy("Navn"),
            verdi="person.navn_etternavn_foerst",
            lenke=lambda r: reverse("person", args=[r.noekkel]),
            sorter=("person__sortering",),
        ),
        Kolonne("duf", gettext_lazy("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, side=False),
        Kolonne("kommune", gettext_lazy("Kommune"), verdi="person.kommune.navn", side=False),
        Kolonne("regelverk", gettext_lazy("Regelverk"), verdi=lambda r: kolonnenavn(r.kolonne)),
        Kolonne("neste_frist", gettext_lazy("Neste frist"), slag=Slag.DATO, sorter=("neste_frist",)),
        Kolonne("antall_mangler", gettext_lazy("Mangler"), verdi=lambda r: len(r.mangler), slag=Slag.TALL),
        *(_punktkolonne(hva) for hva in Registrering),
    ),
    rader=_rader,
    standard="navn",
    roller=SER_PERSONER,
    filterskjema=Matrisefilter,
    noekkel="noekkel",
    person="person_id",
    definisjoner=(
        (gettext_lazy("Registrert"), gettext_lazy("Det som skal registreres, er registrert.")),
        (gettext_lazy("Delvis"), gettext_lazy("Noe er registrert, og noe gjenstår.")),
        (gettext_lazy("Mangler"), gettext_lazy("Registreringen gjelder personen og er ikke gjort.")),
        (
            gettext_lazy("Gjelder ikke"),
            gettext_lazy("Regelverket krever den ikke, eller det som utløser den, har ikke skjedd."),
        ),
        (
            gettext_lazy("Kan ikke avgjøres"),
            gettext_lazy("Opplysninger som avgjør det, er ikke registrert."),
        ),
        (
            gettext_lazy("Slik det var per"),
            gettext_lazy("Slik registreringene sto ved slutten av dagen, for dem som bodde i kommunen da."),
        ),
    ),
    tomt=gettext_lazy("Ingen personer er registrert."),
)


# --- Snapshots ---


def _bilder(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Oeyeblikksbilde]:
    alle = Oeyeblikksbilde.objects.select_related("kommune", "laget_av", "virksomhet")
    return alle.filter(kommune_id=filter["kommune_id"]) if filter.get("kommune_id") else alle


def bildets_adresse(bilde: Any) -> str:
    """Return where a snapshot is read."""
    return reverse("oeyeblikksbilde", args=[bilde.kommune.nummer, bilde.dato.isoformat()])


BILDER = Liste(
    navn="oeyeblikksbilder",
    tittel=gettext_lazy("Øyeblikksbilder"),
    kolonner=(
        Kolonne("tittel", gettext_lazy("Øyeblikksbilde"), lenke=bildets_adresse, sorter=("tittel",)),
        Kolonne("dato", gettext_lazy("Per dato"), slag=Slag.DATO, sorter=("dato",)),
        Kolonne("kommune", gettext_lazy("Kommune"), verdi="kommune.navn", sorter=("kommune__navn",)),
        Kolonne("mottaker", gettext_lazy("Laget for")),
        Kolonne("personer", gettext_lazy("Personer"), slag=Slag.TALL),
        Kolonne("laget", gettext_lazy("Laget"), slag=Slag.TIDSPUNKT, sorter=("laget",)),
        Kolonne("virksomhet", gettext_lazy("Laget hos"), verdi="virksomhet.navn"),
    ),
    rader=_bilder,
    standard="-dato",
    roller=LESER,
    filterskjema=Kommunefilter,
    tomt=gettext_lazy("Ingen øyeblikksbilder er laget."),
)


def _linjer(av: Aktoer, filter: dict[str, Any], kommunenummer: str, bildedato: date) -> QuerySet[Bildelinje]:
    bilde = bilder.finn_bilde(kommunenummer, bildedato)
    if bilde is None:
        raise Http404
    return bilder.med_tidligere(Bildelinje.objects.filter(bilde=bilde), filter.get("mot"))


def _utfall(rad: Bildelinje) -> str:
    return str(UTFALL[rad.telling.utfall])


def _tidligere(rad: Any) -> str:
    return str(UTFALL[Telling(**rad.tidligere).utfall]) if rad.tidligere else ""


LINJER = Liste(
    navn="oeyeblikksbilde",
    tittel=gettext_lazy("Øyeblikksbilde"),
    kolonner=(
        Kolonne(
            "punkt",
            gettext_lazy("Registrering"),
            verdi=lambda r: regeltekster.registrering(Registrering(r.registrering)),
            sorter=("plass", "kolonne"),
        ),
        Kolonne("regelverk", gettext_lazy("Regelverk"), verdi=lambda r: kolonnenavn(r.kolonne)),
        Kolonne(
            "ansvarlig", gettext_lazy("Ansvarlig"), verdi=lambda r: str(TJENESTER[Tjeneste(r.ansvarlig)])
        ),
        Kolonne(
            "utfall",
            gettext_lazy("Utført"),
            verdi=_utfall,
            definisjon=FORKLARING,
        ),
        Kolonne("tidligere", gettext_lazy("Utført i bildet det sammenlignes med"), verdi=_tidligere),
        *(Kolonne(t.value, MERKER[t].tekst, slag=Slag.TALL) for t in Tilstand),
    ),
    rader=_linjer,
    standard="punkt",
    roller=LESER,
    filterskjema=Motfilter,
)


# --- Decision points ---


def _punkter(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Vedtakspunkt]:
    alle = punkter.punkter()
    if filter.get("kommune_id"):
        alle = alle.filter(kommune_id=filter["kommune_id"])
    if filter.get("tilstand"):
        alle = alle.filter(tilstand=filter["tilstand"])
    return alle.annotate(organnavn=kodenavn_i_raden("organ", liste=ORGAN))


PUNKTER = Liste(
    navn="vedtakspunkter",
    tittel=gettext_lazy("Vedtakspunkter"),
    kolonner=(
        Kolonne(
            "tekst", gettext_lazy("Vedtakspunkt"), lenke=lambda p: reverse("vedtakspunkt", args=[p.noekkel])
        ),
        Kolonne("kommune", gettext_lazy("Kommune"), verdi="kommune.navn", sorter=("kommune__navn",)),
        Kolonne("organ", gettext_lazy("Vedtatt av"), verdi="organnavn", sorter=("organnavn",)),
        Kolonne("vedtatt", gettext_lazy("Vedtatt"), slag=Slag.DATO, sorter=("vedtatt",)),
        Kolonne("tiltak", gettext_lazy("Tiltak"), side=False),
        Kolonne("ansvarlig", gettext_lazy("Ansvarlig"), verdi=lambda p: str(TJENESTER[Tjeneste(p.tjeneste)])),
        Kolonne("frist", gettext_lazy("Frist"), slag=Slag.DATO, sorter=("frist",)),
        Kolonne(
            "tilstand",
            gettext_lazy("Status"),
            verdi=lambda p: Status(str(p.get_tilstand_display()), p.farge),
            slag=Slag.STATUS,
            sorter=("tilstand",),
        ),
        Kolonne("sendt", gettext_lazy("Svaret sendt"), slag=Slag.DATO, sorter=("sendt",)),
        Kolonne("sendt_til", gettext_lazy("Sendt til"), side=False),
    ),
    rader=_punkter,
    standard="frist",
    roller=LESER,
    filterskjema=Punktfilter,
    noekkel="noekkel",
    tomt=gettext_lazy("Ingen vedtakspunkter er registrert."),
)
ALLE = (MATRISE, BILDER, LINJER, PUNKTER)
