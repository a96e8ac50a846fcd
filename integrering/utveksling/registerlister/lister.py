"""The lists: what was uploaded, the differences of one, and the register's words."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.alfabet import alfabetisk
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.nir.actions.roller import ALT
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.tilgang.roller import FYLKESROLLER, Rolle
from integrering.utveksling.registerlister import tekster
from integrering.utveksling.registerlister.kodeverk import (
    FELTNAVN,
    UTFALLSNAVN,
    Hvor,
    Listeslag,
    Tilstand,
)
from integrering.utveksling.registerlister.models import (
    Feltsammenligning,
    Kodekobling,
    Registerliste,
)
from integrering.utveksling.registerlister.queries.koder import koblinger, kodenavnene
from integrering.utveksling.registerlister.queries.lister import (
    I_ORDEN,
    aapne,
    listene,
    med_merke,
)
from integrering.utveksling.registerlister.rules.felt import KODER, Felt, Utfall

# adult education has no programme to compare
LESER = FYLKESROLLER | {Rolle.KOMMUNE_FLYKTNINGTJENESTE}
_ALLE = ("", gettext_lazy("Alle"))


# --- The lists that were uploaded ---


class Listefilteret(Listefilter):
    """By kind."""

    slag = forms.ChoiceField(label=gettext_lazy("Liste"), choices=[_ALLE, *Listeslag.choices])


def _listene(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Registerliste]:
    rader = listene().order_by()
    return rader.filter(slag=filter["slag"]) if filter.get("slag") else rader


def _omfang(liste: Registerliste) -> str:
    return liste.kommune.navn if liste.kommune else _("Hele fylket")


_LISTEFARGE = {Tilstand.KOLONNER: "warning", Tilstand.LESES: "info", Tilstand.FERDIG: "success"}

REGISTERLISTER = Liste(
    navn="registerlister",
    tittel=gettext_lazy("Registerlister"),
    kolonner=(
        Kolonne(
            "liste", gettext_lazy("Liste"), verdi=lambda rad: str(rad.get_slag_display()),
            lenke=lambda rad: reverse("registerliste", args=[rad.noekkel]),
        ),
        Kolonne("dato", gettext_lazy("Listen er fra"), slag=Slag.DATO, sorter=("dato",)),
        Kolonne("omfang", gettext_lazy("Gjelder"), verdi=_omfang),
        Kolonne("lastet_opp", gettext_lazy("Lastet opp"), slag=Slag.TIDSPUNKT, sorter=("lastet_opp",)),
        Kolonne("virksomhet", gettext_lazy("Av"), verdi="virksomhet.navn", sorter=("virksomhet__navn",)),
        Kolonne(
            "status", gettext_lazy("Status"), slag=Slag.STATUS,
            verdi=lambda rad: Status(
                str(rad.get_tilstand_display()), _LISTEFARGE[Tilstand(rad.tilstand)]
            ),
        ),
    ),
    rader=_listene,
    standard="-dato",
    roller=LESER,
    filterskjema=Listefilteret,
    noekkel="noekkel",
    tomt=gettext_lazy("Ingen registerlister er lastet opp."),
)  # fmt: skip


# --- The differences of one list ---


class Avviksfilter(Listefilter):
    """By what differs, how, and how far it has come. Without a choice: all that differs."""

    resultat = forms.ChoiceField(
        label=gettext_lazy("Resultat"),
        choices=[
            ("", gettext_lazy("Alle avvik")),
            *((u.value, n) for u, n in UTFALLSNAVN.items() if u is not Utfall.IKKE_SAMMENLIGNET),
        ],
    )
    felt = forms.ChoiceField(
        label=gettext_lazy("Felt"), choices=[_ALLE, *((f.value, navn) for f, navn in FELTNAVN.items())]
    )
    merke = forms.ChoiceField(
        label=gettext_lazy("Oppfølging"),
        choices=[
            _ALLE,
            ("aapne", gettext_lazy("Åpne")),
            ("gjenaapnede", gettext_lazy("Gjenåpnet")),
            ("bekreftede", gettext_lazy("Bekreftet av neste liste")),
            *((h.value, h.label) for h in (Hvor.REGISTERET, Hvor.HOS_OSS, Hvor.STEMMER)),
        ],
    )
    kommune = forms.ChoiceField(label=gettext_lazy("Kommune"))

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, av=av, **kwargs)
        if av.er_kommune:
            del self.fields["kommune"]
            return
        kommuner = sorted(kommuner_i_fylket(), key=lambda k: alfabetisk(k.navn))
        self.fields["kommune"].choices = [_ALLE, *((str(k.pk), k.navn) for k in kommuner)]  # type: ignore[attr-defined]


def _avvik(av: Aktoer, filter: dict[str, Any], liste_noekkel: UUID) -> QuerySet[Feltsammenligning]:
    rader = Feltsammenligning.objects.filter(liste__noekkel=liste_noekkel)
    rader = rader.select_related("rad", "person__kommune")
    utfall = filter.get("resultat")
    rader = rader.filter(utfall=utfall) if utfall else rader.exclude(utfall__in=I_ORDEN)
    if filter.get("felt"):
        rader = rader.filter(felt=filter["felt"])
    if filter.get("kommune"):
        rader = rader.filter(person__kommune=int(filter["kommune"]))
    return _etter_merke(rader, filter.get("merke", ""))


def _etter_merke(rader: QuerySet[Any], merke: str) -> QuerySet[Any]:
    if merke == "aapne":
        return med_merke(aapne(rader))
    if merke == "gjenaapnede":
        return med_merke(rader.filter(gjenaapnet=True))
    rader = med_merke(rader)
    if merke == "bekreftede":
        return rader.filter(merke_dato__isnull=False)
    return rader.filter(merke=merke) if merke else rader


def _hvem(rad: Feltsammenligning) -> str:
    """Return the person's name as we have it; of one who only stands in the register, where in the file."""
    if rad.person:
        return rad.person.navn_etternavn_foerst
    return _("Linje %(linje)s i listen") % {"linje": rad.rad.linje}


AVVIK = Liste(
    navn="registeravvik",
    urlnavn="registerliste",
    tittel=gettext_lazy("Avvik i registerlisten"),
    kolonner=(
        Kolonne(
            "person", gettext_lazy("Person"), verdi=_hvem, sorter=("rad__linje", "felt"),
            lenke=lambda rad: reverse("registerrad", args=[rad.rad.noekkel]),
        ),
        Kolonne(
            "duf", gettext_lazy("DUF-nummer"), verdi="person.duf", slag=Slag.DUF,
            definisjon=gettext_lazy("Bare for personer som står hos oss. Andre finner du i filen på linjen."),
        ),
        Kolonne(
            "kommune", gettext_lazy("Kommune"), verdi="person.kommune.navn", side=False, roller=FYLKESROLLER
        ),
        Kolonne("felt", gettext_lazy("Felt"), verdi=tekster.feltnavn, sorter=("felt", "rad__linje")),
        Kolonne(
            "register", gettext_lazy("I registeret"), verdi=tekster.i_registeret,
            definisjon=gettext_lazy("Slik det sto i listen."),
        ),
        Kolonne(
            "hos_oss", gettext_lazy("Hos oss"), verdi=tekster.hos_oss,
            definisjon=gettext_lazy("Slik det var registrert her da listen ble sammenlignet."),
        ),
        Kolonne(
            "resultat", gettext_lazy("Resultat"), verdi=tekster.resultat, slag=Slag.STATUS,
            sorter=("utfall", "rad__linje"),
        ),
        Kolonne("merke", gettext_lazy("Oppfølging"), verdi=tekster.merke, slag=Slag.STATUS),
        Kolonne("merket", gettext_lazy("Merket"), verdi=tekster.merkelinje, side=False),
    ),
    rader=_avvik,
    standard="person",
    roller=LESER,
    filterskjema=Avviksfilter,
    noekkel="noekkel",
    person="person_id",
    tomt=gettext_lazy("Ingen avvik."),
)  # fmt: skip


# --- The register's words ---


class Kodefilter(Listefilter):
    """By field, and whether they are settled."""

    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        choices=[_ALLE, ("ukjent", gettext_lazy("Ukjent")), ("avklart", gettext_lazy("Avklart"))],
    )
    felt = forms.ChoiceField(
        label=gettext_lazy("Felt"), choices=[_ALLE, *((f.value, FELTNAVN[f]) for f in Felt if f in KODER)]
    )


def _koder(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Kodekobling]:
    rader = koblinger(av).order_by().annotate(av_fylket=Value(av.er_fylke))
    if filter.get("felt"):
        rader = rader.filter(felt=filter["felt"])
    if filter.get("status"):
        rader = rader.filter(avklart=filter["status"] == "avklart")
    return rader


def betydning(rad: Kodekobling) -> str:
    """Return in words what a value of the register means here."""
    if not rad.avklart:
        return ""
    if rad.tom:
        return _("Ingenting er registrert")
    return kodenavnene(Felt(rad.felt), " ".join(rad.koder)) or _("Ingen av våre koder")


def _kodelenke(rad: Any) -> str:
    """Return where the word is settled; those that came along are for the county alone."""
    egen = rad.virksomhet_id is not None or rad.av_fylket
    return reverse("registerkode", args=[rad.noekkel]) if egen else ""


def _feltnavn(rad: Kodekobling) -> str:
    return str(FELTNAVN[Felt(rad.felt)])


def _kodestatus(rad: Kodekobling) -> Status:
    return Status(_("Avklart"), "success") if rad.avklart else Status(_("Ukjent"), "warning")


REGISTERKODER = Liste(
    navn="registerkoder",
    tittel=gettext_lazy("Koder i registeret"),
    kolonner=(
        Kolonne(
            "verdi", gettext_lazy("Slik det står i registeret"), sorter=("verdi",),
            lenke=_kodelenke,
        ),
        Kolonne("felt", gettext_lazy("Felt"), verdi=_feltnavn, sorter=("felt",)),
        Kolonne("betydning", gettext_lazy("Betyr hos oss"), verdi=betydning),
        Kolonne(
            "status", gettext_lazy("Status"), slag=Slag.STATUS, sorter=("avklart", "felt"),
            verdi=_kodestatus,
        ),
        Kolonne("kilde", gettext_lazy("Kilde")),
    ),
    rader=_koder,
    standard="status",
    roller=frozenset(ALT),
    filterskjema=Kodefilter,
    noekkel="noekkel",
    tomt=gettext_lazy("Ingen koder er sett i registeret ennå."),
)  # fmt: skip

ALLE = (REGISTERLISTER, AVVIK, REGISTERKODER)
