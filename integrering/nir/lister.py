"""The lists: persons, moves, those who moved away."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, CharField, F, Func, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.lister import Kolonne, Liste, Slag, Status
from integrering.nir.actions.roller import ALT
from integrering.nir.forms.filtre import FlyttingFilter, PersonFilter
from integrering.nir.models import Flyttesak, Person, TidligerePerson
from integrering.nir.models.flyttesak import FlyttesakTilstand
from integrering.nir.queries import oversikt
from integrering.nir.queries.personer import personer
from integrering.nir.queries.status import med_status
from integrering.nir.rules.lovspor import Lovspor
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER

_ALLE = FYLKESROLLER | KOMMUNEROLLER


# --- Persons ---


def vedtaksstatus(p: Any) -> Status:
    """Return whether a vedtak is registered, missing, or not called for."""
    if p.har_vedtak:
        return Status(_("Registrert"), "success")
    if p.aapent or (p.kan_utloese and p.har_periode):
        return Status(_("Mangler"), "warning")
    return Status(_("Gjelder ikke"))


def periodestatus(p: Any) -> Status:
    """Return where the school period stands."""
    if p.mangler_slutt:
        return Status(_("Mangler sluttdato"), "warning")
    if p.utloeser:
        return Status(_("Registrert"), "success")
    if p.har_periode:
        return Status(_("Ikke fulltid"), "info")
    return Status(_("Ingen")) if p.aapent else Status(_("Gjelder ikke"))


def _personer(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Person]:
    lovspor = filter.get("lovspor")
    utvalg = personer(
        mangler=filter.get("mangler", ""),
        kommune=filter.get("kommune", ""),
        lovspor=Lovspor(lovspor) if lovspor else None,
    )
    return med_status(utvalg, timezone.localdate())


PERSONER = Liste(
    navn="personer",
    tittel=gettext_lazy("Personer"),
    kolonner=(
        Kolonne(
            "navn",
            gettext_lazy("Navn"),
            verdi="navn_etternavn_foerst",
            sorter=("sortering",),
            mal="nir/_navn.html",
        ),
        Kolonne("duf", gettext_lazy("DUF-nummer"), slag=Slag.DUF, sorter=("duf",)),
        Kolonne(
            "foedt", gettext_lazy("Født"), verdi="foedselsdato", slag=Slag.DATO, sorter=("foedselsdato",)
        ),
        Kolonne("kommune", gettext_lazy("Kommune"), verdi="kommune.navn", sorter=("kommune_id", "sortering")),
        Kolonne(
            "vedtak",
            gettext_lazy("Vedtak"),
            verdi=vedtaksstatus,
            slag=Slag.STATUS,
            definisjon=gettext_lazy(
                "Om vedtak om norskopplæring er registrert. «Mangler» betyr at personen er i målgruppen for "
                "tilskuddet og ikke har vedtak; «Gjelder ikke» at personen ikke kan utløse tilskudd."
            ),
        ),
        Kolonne(
            "periode",
            gettext_lazy("Fulltid videregående"),
            verdi=periodestatus,
            slag=Slag.STATUS,
            definisjon=gettext_lazy(
                "Om en periode med fulltid videregående (minst 30 timer i uken) er registrert med start- og "
                "sluttdato."
            ),
        ),
    ),
    rader=_personer,
    standard="navn",
    roller=_ALLE,
    filterskjema=PersonFilter,
    noekkel="noekkel",
    person="pk",
    definisjoner=(
        (
            gettext_lazy("Kommune"),
            gettext_lazy("Kommunen personen er bosatt i på dagen for uttrekket."),
        ),
    ),
)


# --- Moves ---


def _om_personen(felt: Any) -> Subquery:
    """Return something about the person of the case: empty when the one who asks does not see them."""
    return Subquery(Person.objects.filter(pk=OuterRef("person_id")).annotate(_svar=felt).values("_svar"))


def _flyttinger(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Flyttesak]:
    saker = oversikt.flyttesaker().order_by()
    if filter.get("tilstand") == "venter_mottak":
        saker = saker.filter(oversikt.VENTER_MOTTAK)
    elif filter.get("tilstand"):
        saker = saker.filter(tilstand=filter["tilstand"])
    return saker.annotate(
        synlig_person=_om_personen(F("pk")),
        person_noekkel=_om_personen(F("noekkel")),
        person_navn=_om_personen(Concat("fornavn", Value(" "), "etternavn", output_field=CharField())),
        person_duf=_om_personen(F("duf")),
        bor_i=_om_personen(F("kommune__navn")),
        fra_oss=Case(When(fra_kommune=av.virksomhet_id, then=Value(True)), default=Value(False)),
    )


def _person_i_sak(sak: Any) -> str:
    if sak.person_noekkel:
        return sak.person_navn.strip() or _("Uten navn")
    return _("Flyttet fra dere") if sak.fra_oss else _("Meldt av dere")


def _fra_kommune(sak: Any) -> str:
    """Return where they moved from: known when it is decided, else where they live now."""
    return sak.fra_kommune.navn if sak.fra_kommune else (sak.bor_i or "")


def _personside(sak: Any) -> str:
    return reverse("person_flytting", args=[sak.person_noekkel]) if sak.person_noekkel else ""


_FARGE = {FlyttesakTilstand.AAPEN: "warning", FlyttesakTilstand.BEKREFTET: "success"}

FLYTTINGER = Liste(
    navn="flyttinger",
    tittel=gettext_lazy("Flyttinger"),
    kolonner=(
        Kolonne("person", gettext_lazy("Person"), verdi=_person_i_sak, lenke=_personside),
        Kolonne("duf", gettext_lazy("DUF-nummer"), verdi="person_duf", slag=Slag.DUF, side=False),
        Kolonne("fra_kommune", gettext_lazy("Fra kommune"), verdi=_fra_kommune),
        Kolonne(
            "til_kommune",
            gettext_lazy("Til kommune"),
            verdi="til_kommune.navn",
            sorter=("til_kommune__nummer",),
        ),
        Kolonne("flyttet", gettext_lazy("Flyttet"), verdi="fra", slag=Slag.DATO, sorter=("fra",)),
        Kolonne("meldt", gettext_lazy("Meldt"), slag=Slag.TIDSPUNKT, sorter=("meldt",)),
        Kolonne("meldt_av", gettext_lazy("Meldt av")),
        Kolonne(
            "status",
            gettext_lazy("Status"),
            verdi=lambda sak: Status(
                sak.get_tilstand_display(), _FARGE.get(FlyttesakTilstand(sak.tilstand), "neutral")
            ),
            slag=Slag.STATUS,
        ),
        Kolonne("avgjort", gettext_lazy("Avgjort"), slag=Slag.TIDSPUNKT, sorter=("avgjort", "-meldt")),
        Kolonne(
            "mottatt",
            gettext_lazy("Mottatt"),
            slag=Slag.TIDSPUNKT,
            definisjon=gettext_lazy("Da kommunen personen flyttet til, bekreftet at den har tatt over."),
        ),
        Kolonne("grunn", gettext_lazy("Begrunnelse")),
        Kolonne(
            "avgjoer",
            gettext_lazy("Neste steg"),
            verdi=lambda sak: "",
            mal="nir/_avgjoer.html",
            roller=frozenset(ALT),
            eksport=False,
        ),
    ),
    rader=_flyttinger,
    # those that wait come first, the oldest of them on top
    standard="-avgjort",
    roller=_ALLE,
    filterskjema=FlyttingFilter,
    person="synlig_person",
    tomt=gettext_lazy("Ingen flyttinger venter på dere."),
)


# --- Those who moved away ---


def _tidligere(av: Aktoer, filter: dict[str, Any]) -> QuerySet[TidligerePerson]:
    orden = Func("etternavn", "fornavn", function="nir_sortering", output_field=CharField())
    return oversikt.tidligere().order_by().annotate(sortering=orden)


TIDLIGERE = Liste(
    navn="tidligere_personer",
    tittel=gettext_lazy("Tidligere deltakere"),
    kolonner=(
        Kolonne(
            "navn",
            gettext_lazy("Navn"),
            verdi=lambda p: f"{p.etternavn}, {p.fornavn}",
            lenke=lambda p: reverse("tidligere_person", args=[p.noekkel]),
            sorter=("sortering",),
        ),
        Kolonne("duf", gettext_lazy("DUF-nummer"), slag=Slag.DUF, sorter=("duf",)),
        Kolonne(
            "sist",
            gettext_lazy("Sist registrert av dere"),
            slag=Slag.TIDSPUNKT,
            sorter=("sist",),
            definisjon=gettext_lazy(
                "Da kommunen sist registrerte noe om personen. Det som er registrert senere, er ikke med."
            ),
        ),
    ),
    rader=_tidligere,
    standard="navn",
    roller=KOMMUNEROLLER,
    noekkel="noekkel",
    person="pk",
)

LISTER = (PERSONER, FLYTTINGER, TIDLIGERE)
