"""O6: what the municipalities are told, what they are not told yet, and how the periods stand with them."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.lister import Kolonne, Liste, Slag
from integrering.nir.faktatyper import VEDTAK, VGO
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER, Rolle
from integrering.utveksling.meldinger.models import Overlevering
from opplaering import meldingstekster
from opplaering.forms.meldingsfiltre import Avstemmingsfilter, Meldingsfilter, Umeldtfilter
from opplaering.models import Avstemming, Kommunemelding, Umeldt
from opplaering.queries.avstemming import BARE_DER_NAA, avstemming, bare_hos_kommunen, med_person
from opplaering.queries.meldinger import GRUPPER, meldinger, umeldt
from opplaering.roller import ALLE, LESER
from opplaering.rules.avstemming import Tilstand

_FYLKET = frozenset(FYLKESROLLER)


def _steder(rader: QuerySet[Any], filter: dict[str, Any]) -> QuerySet[Any]:
    for navn in ("kommune", "skole"):
        if filter.get(navn):
            rader = rader.filter(**{f"{navn}__nummer": filter[navn]})
    return rader


# --- Told ---

_TILSTAND = {
    "venter": Q(kvittert__isnull=True, tatt_inn__isnull=True),
    "kvittert": Q(kvittert__isnull=False, tatt_inn__isnull=True),
    "tatt_inn": Q(tatt_inn__isnull=False),
}


def _meldinger(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Kommunemelding]:
    rader = _steder(meldinger(), filter)
    if filter.get("slag"):
        rader = rader.filter(slag=filter["slag"])
    return rader.filter(_TILSTAND[filter["tilstand"]]) if filter.get("tilstand") else rader


def _hva(rad: Any) -> str:
    return f"{meldingstekster.slagnavn(rad.slag)}: {meldingstekster.kort(rad.tabell, rad.innhold)}"


MELDINGER = Liste(
    navn="opplaering_meldinger",
    tittel=_("Meldinger til kommunen"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), verdi="person.navn_etternavn_foerst", sorter=("sortering", "-sendt"),
            lenke=lambda r: reverse("opplaering_melding", args=[r.noekkel]),
        ),
        Kolonne("hva", _("Hva"), verdi=_hva, sorter=("slag", "-sendt")),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn", roller=_FYLKET | {Rolle.SKOLEKONTAKT}),
        Kolonne("skole", _("Skole"), verdi="skole.navn", roller=frozenset(LESER)),
        Kolonne("sendt", _("Sendt"), slag=Slag.TIDSPUNKT, sorter=("sendt",)),
        Kolonne(
            "tilstand", _("Status"), verdi=meldingstekster.tilstand, slag=Slag.STATUS,
            definisjon=_("Sendt, åpnet og kvittert av kommunen, eller tatt inn i kommunens registreringer."),
        ),
        Kolonne("kvittert", _("Kvittert"), slag=Slag.TIDSPUNKT),
        Kolonne("tatt_inn", _("Tatt inn"), slag=Slag.TIDSPUNKT),
    ),
    rader=_meldinger,
    standard="-sendt",
    roller=frozenset(ALLE),
    filterskjema=Meldingsfilter,
    noekkel="noekkel",
    person="person_id",
    tomt=_("Ingenting er meldt til kommunen ennå."),
)  # fmt: skip


# --- Not told ---


def _umeldt(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Umeldt]:
    rader = _steder(umeldt(), filter)
    if filter.get("gruppe"):
        rader = rader.filter(tabell__in=GRUPPER[filter["gruppe"]])
    if not av.skjermede:
        return rader
    # what is handed over by hand since it became known, is told
    overlevert = Overlevering.objects.filter(person=OuterRef("person"), registrert__gte=OuterRef("kjent"))
    return rader.exclude(Q(person__skjermet=True) & Exists(overlevert))


UMELDT = Liste(
    navn="opplaering_umeldt",
    tittel=_("Ikke meldt til kommunen"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), verdi="person.navn_etternavn_foerst", mal="opplaering/_umeldt_navn.html",
            sorter=("sortering", "hendt"),
        ),
        Kolonne("hva", _("Hva"), verdi=_hva, sorter=("slag", "hendt")),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommunenavn", "sortering")),
        Kolonne("skole", _("Skole"), verdi="skole.navn", sorter=("skolenavn", "sortering")),
        Kolonne("hendt", _("Hendt"), slag=Slag.DATO, sorter=("hendt", "sortering")),
        Kolonne(
            "frist", _("Frist"), slag=Slag.DATO, sorter=("frist", "sortering"),
            definisjon=_(
                "Fravær innen den 10. i neste måned. Annet innen to måneder (forskriften § 59)."
            ),
        ),
    ),
    rader=_umeldt,
    standard="frist",
    roller=_FYLKET,
    filterskjema=Umeldtfilter,
    noekkel="noekkel",
    person="person_id",
    tomt=_("Alt er meldt til kommunene."),
)  # fmt: skip


# --- How the periods stand ---


def _avstemming(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Avstemming]:
    rader = med_person(_steder(avstemming(), filter))
    valgt = filter.get("tilstand")
    if not valgt:
        # what only the municipality has, is for the county and the school to look at
        return rader.exclude(tilstand__in=(Tilstand.STEMMER, Tilstand.IKKE_HOS_OSS))
    if valgt == BARE_DER_NAA:
        return bare_hos_kommunen(rader, timezone.localdate())
    return rader if valgt == "alle" else rader.filter(tilstand=valgt)


def retting(rad: Any) -> str:
    """Return where the municipality puts a period right: the message about it, or the form."""
    if rad.melding:
        return reverse("opplaering_melding", args=[rad.melding])
    if rad.tilstand == Tilstand.MANGLER_VEDTAK:
        return reverse("fakta_ny", args=[rad.person.noekkel, VEDTAK.slug])
    if rad.tilstand == Tilstand.MANGLER_PERIODE:
        return reverse("fakta_ny", args=[rad.person.noekkel, VGO.slug])
    if rad.tilstand == Tilstand.STEMMER:
        return ""
    return reverse("fakta_rett", args=[rad.person.noekkel, VGO.slug, rad.registrert])


def _timer(verdi: Any) -> str:
    return visning.desimal(verdi)


AVSTEMMING = Liste(
    navn="opplaering_avstemming",
    tittel=_("Avstemming av fulltid videregående"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), verdi="person.navn_etternavn_foerst", mal="opplaering/_navn.html",
            sorter=("sortering", "fra"),
        ),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn", roller=_FYLKET),
        Kolonne("skole", _("Skole"), verdi=lambda r: r.skole.navn if r.skole else r.registrert_skole),
        Kolonne(
            "tilstand", _("Status"), verdi=lambda r: meldingstekster.avstemt(r.tilstand), slag=Slag.STATUS,
            sorter=("tilstand", "sortering"),
        ),
        Kolonne("avvik", _("Mangler eller er ulikt"), verdi=lambda r: meldingstekster.avvik(r.avvik)),
        Kolonne("hos_oss", _("Hos skolen"), verdi=lambda r: visning.periode(r.fra, r.til)),
        Kolonne("timer", _("Timer hos skolen"), verdi=lambda r: _timer(r.timer_per_uke), side=False),
        Kolonne(
            "hos_kommunen", _("Hos kommunen"),
            verdi=lambda r: visning.periode(r.registrert_fra, r.registrert_til),
        ),
        Kolonne("registrert_timer", _("Timer hos kommunen"), side=False,
                verdi=lambda r: _timer(r.registrert_timer)),
        Kolonne(
            "siden", _("Siden"), verdi="mangler_siden", slag=Slag.DATO, sorter=("mangler_siden", "sortering"),
            definisjon=_("Første dag det ikke stemte."),
        ),
        Kolonne(
            "rett", _("Rett"), verdi=retting, mal="opplaering/_rett.html", eksport=False,
            roller=frozenset({Rolle.KOMMUNE_FLYKTNINGTJENESTE}),
        ),
    ),
    rader=_avstemming,
    standard="siden",
    roller=frozenset(LESER),
    filterskjema=Avstemmingsfilter,
    noekkel="noekkel",
    person="person_id",
    tomt=_("Alt stemmer."),
)  # fmt: skip

LISTER = (MELDINGER, UMELDT, AVSTEMMING)
