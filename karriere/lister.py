"""K1: who is next. The queue of those who wait, and the cases that have ended."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import kodenavn
from integrering.lister import Kolonne, Liste, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER
from karriere.forms.koe import Koefilter
from karriere.kodeverk import VENTEGRUNN
from karriere.koefakta import fakta_om
from karriere.models import Sak
from karriere.queries.koe import ALLE, i_fanen, koen
from karriere.roller import SER
from karriere.rules.koe import Koetilstand, dager_igjen, for_sent
from karriere.spraak import spraaknavn
from karriere.tekster import TILSTAND, dager_i_ord

_FARGE = {
    Koetilstand.OVER_FRIST: "danger",
    Koetilstand.FORFALLER: "neutral",
    Koetilstand.AVTALT: "success",
    Koetilstand.PAA_VENT: "warning",
}


def koens_rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Sak]:
    """Return the cases of a choice: of a tab, or those that have ended in one way."""
    rader = koen(filter, av.bruker_id, timezone.localdate())
    if utfall := filter.get("utfall"):
        return rader.filter(tilstand=utfall)
    return i_fanen(rader, filter.get("fane") or ALLE)


def _dager(rad: Any) -> str:
    """Days left, in words; nothing when it is over."""
    ferdig = rad.tilstand in (Koetilstand.GJENNOMFOERT, Koetilstand.TAKKET_NEI)
    return "" if ferdig else dager_i_ord(dager_igjen(rad.frist, timezone.localdate()))


def _status(rad: Any) -> Status:
    staar = Koetilstand(rad.tilstand)
    if for_sent(fakta_om(rad), timezone.localdate()):
        tekst = _("Avtalt etter fristen") if staar is Koetilstand.AVTALT else _("På vent etter fristen")
        return Status(str(tekst), "danger")
    return Status(str(TILSTAND[staar]), _FARGE.get(staar, "neutral"))


def _kartlagt(rad: Any) -> Status:
    return Status(str(_("Ja")), "success") if rad.kartlagt else Status(str(_("Mangler")), "warning")


def _vent(rad: Any) -> str:
    return kodenavn(VENTEGRUNN, rad.paa_vent_grunn) if rad.tilstand == Koetilstand.PAA_VENT else ""


KOE = Liste(
    navn="karriere_koe",
    urlnavn="karriere:koe",
    tittel=_("Veiledningskø"),
    kolonner=(
        Kolonne(
            "navn", _("Navn"), verdi="person.navn_etternavn_foerst",
            lenke=lambda rad: reverse("karriere:sak", args=[rad.noekkel]),
            sorter=("person__sortering",),
        ),
        Kolonne("status", _("Status"), verdi=_status, slag=Slag.STATUS),
        Kolonne(
            "dager", _("Dager igjen"), verdi=_dager, ingen_brekk=True, sorter=("etter_vedtak", "frist"),
            definisjon=_(
                "Til fristen. De kommunen har fattet vedtak om program for, står sist når listen er sortert "
                "etter dager igjen: veiledningen skal komme før vedtaket."
            ),
        ),
        Kolonne("frist", _("Frist"), slag=Slag.DATO, sorter=("frist",)),
        Kolonne("vedtak", _("Vedtak om program"), verdi="intro_vedtak", slag=Slag.DATO),
        Kolonne("kartlagt", _("Kartlagt"), verdi=_kartlagt, slag=Slag.STATUS, sorter=("kartlagt",)),
        Kolonne("tolkespraak", _("Språk"), verdi=lambda rad: spraaknavn(rad.tolkespraak)),
        Kolonne(
            "samtale", _("Neste samtale"), verdi="neste_samtale", slag=Slag.TIDSPUNKT,
            sorter=("neste_samtale",),
        ),
        Kolonne("rett", _("Rett"), verdi=lambda rad: rad.get_rett_display(), side=False),
        Kolonne("paa_vent", _("På vent fordi"), verdi=_vent, side=False),
        Kolonne("paa_vent_til", _("På vent til"), slag=Slag.DATO, side=False),
        Kolonne("henvist", _("Henvist"), slag=Slag.DATO, sorter=("henvist",), side=False),
        Kolonne("veileder", _("Veileder"), verdi=lambda rad: str(rad.veileder or ""), roller=FYLKESROLLER),
        Kolonne("senter", _("Karrieresenter"), verdi="senter.navn", side=False),
        Kolonne("kommune", _("Kommune"), verdi="person.kommune.navn", roller=FYLKESROLLER),
    ),
    rader=koens_rader,
    standard="dager",
    roller=frozenset(SER),
    filterskjema=Koefilter,
    noekkel="noekkel",
    person="person_id",
    definisjoner=(
        (
            _("Frist"),
            _("Tre måneder etter bosetting (integreringsloven § 11). Flytting og vent endrer den ikke."),
        ),
    ),
    tomt=_("Ingen venter på veiledning."),
)  # fmt: skip
