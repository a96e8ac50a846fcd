"""The lists behind the figures."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import kodenavn_i_raden
from integrering.lister import Kolonne, Liste, Slag, Status
from integrering.nir.models import Person
from integrering.rapporter.rapportene.felles import Kommunefilter
from integrering.rapporter.rapportene.norskproever import skoleaarsvalg
from integrering.rapporter.rules.skoleaar import skoleaarets_dager, skoleaarets_navn
from integrering.tilgang.aktoer import Aktoer
from opplaering.queries.resultatstand import resultatstand
from opplaering.queries.tall import IKKE_BEGYNT, PAA_SKOLE, vgo_maal
from opplaering.rapportene.plasser import LISTE, TIDLIGERE, TILSTANDER, viste_aar
from opplaering.rapportene.resultater import LISTE as STANDLISTE
from opplaering.rapportene.resultater import UTVALG, valgt_skoleaar
from opplaering.roller import LESER
from opplaering.rules.tall import plassen_trengs, satt_for_plass_i

_FARGE = {IKKE_BEGYNT: "warning", PAA_SKOLE: "success"}


def _plassaar() -> list[tuple[str, Any]]:
    aarene = [(str(aar), skoleaarets_navn(aar)) for aar in reversed(viste_aar(timezone.localdate()))]
    return [("", _("Alle skoleår")), *aarene, (TIDLIGERE, _("Tidligere"))]


def _satt(skoleaar: str) -> tuple[date | None, date] | None:
    """Return the days the goals of a chosen school year were set."""
    if skoleaar == TIDLIGERE:
        foerste, _siste = satt_for_plass_i(viste_aar(timezone.localdate())[0])
        return None, foerste - timedelta(1)
    return satt_for_plass_i(int(skoleaar)) if skoleaar else None


class Plassfilter(Kommunefilter):
    """One municipality, the school year the place is expected in, and whether they have begun."""

    skoleaar = forms.ChoiceField(label=_("Skoleår"), choices=_plassaar)
    tilstand = forms.ChoiceField(label=_("Har begynt"), choices=[("", _("Alle")), *TILSTANDER.items()])


def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    rader = vgo_maal(
        timezone.localdate(),
        kommune=filter.get("kommune") or "",
        tilstand=filter.get("tilstand") or "",
        satt=_satt(filter.get("skoleaar") or ""),
    )
    med_navn: QuerySet[Any] = rader.select_related("person__kommune").annotate(
        sortering=F("person__sortering"), maalnavn=kodenavn_i_raden("maal", liste="sluttmaal")
    )
    return med_navn


def _tilstand(rad: Any) -> Status:
    return Status(str(TILSTANDER[rad.tilstand]), _FARGE.get(rad.tilstand, "neutral"))


VGO_PLASSER = Liste(
    navn=LISTE,
    tittel=_("Personer med sluttmål i videregående"),
    kolonner=(
        Kolonne(
            "navn",
            _("Navn"),
            verdi="person.navn_etternavn_foerst",
            lenke=lambda rad: reverse("person", args=[rad.person.noekkel]),
            sorter=("sortering",),
        ),
        Kolonne("duf", _("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, side=False),
        Kolonne("kommune", _("Kommune"), verdi="person.kommune.navn"),
        Kolonne("maal", _("Sluttmål"), verdi="maalnavn", sorter=("maalnavn", "sortering")),
        Kolonne("fra", _("Satt fra"), slag=Slag.DATO, sorter=("fra", "sortering")),
        Kolonne(
            "skoleaar",
            _("Skoleår"),
            verdi=lambda rad: skoleaarets_navn(plassen_trengs(rad.fra)),
            definisjon=_("Det første skoleåret som begynner når målet er satt, eller etterpå."),
        ),
        Kolonne("tilstand", _("Har begynt"), verdi=_tilstand, slag=Slag.STATUS),
    ),
    rader=_rader,
    standard="navn",
    roller=frozenset(LESER),
    filterskjema=Plassfilter,
    noekkel="registrering_id",
    person="person_id",
    tomt=_("Ingen har registrert et sluttmål i videregående."),
)


class Standfilter(Kommunefilter):
    """A school year, one municipality, and who of those at school in it."""

    skoleaar = forms.ChoiceField(label=_("Skoleår"), choices=skoleaarsvalg)
    utvalg = forms.ChoiceField(
        label=_("Hvem"),
        choices=[
            ("", _("Alle på skole")),
            ("norsk_naadd", _("Nådd minstekravet i norsk")),
            ("norsk_ikke_naadd", _("Ikke nådd minstekravet i norsk")),
            ("samfunnskunnskap_naadd", _("Bestått samfunnskunnskap")),
            ("samfunnskunnskap_ikke_naadd", _("Ikke bestått samfunnskunnskap")),
            ("maal_naadd", _("Nådde norskmålet i skoleåret")),
        ],
    )
    field_order = ("skoleaar", "utvalg", "kommune")


def _stand(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Person]:
    fra, til = skoleaarets_dager(valgt_skoleaar(filter))
    stand, kommune = resultatstand(fra, til), filter.get("kommune")
    er_med = UTVALG.get(filter.get("utvalg") or "")
    ider = [
        s.person
        for s in stand
        if kommune in ("", None, s.kommune) and (er_med is None or er_med(s, fra, til))
    ]
    return Person.objects.select_related("kommune").filter(pk__in=ider)


RESULTATSTAND = Liste(
    navn=STANDLISTE,
    tittel=_("Deltakere bak resultatene"),
    kolonner=(
        Kolonne(
            "navn",
            _("Navn"),
            verdi="navn_etternavn_foerst",
            lenke=lambda p: reverse("opplaering_deltaker", args=[p.noekkel]),
            sorter=("sortering",),
        ),
        Kolonne("duf", _("DUF-nummer"), slag=Slag.DUF, side=False),
        Kolonne("foedselsdato", _("Fødselsdato"), slag=Slag.DATO),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommune__navn", "sortering")),
    ),
    rader=_stand,
    standard="navn",
    roller=frozenset(LESER),
    filterskjema=Standfilter,
    noekkel="noekkel",
    person="pk",
    tomt=_("Ingen gikk på videregående dette skoleåret."),
)
LISTER = (VGO_PLASSER, RESULTATSTAND)
