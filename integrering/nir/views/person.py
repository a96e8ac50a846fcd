"""The person page and its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from integrering.grunnmur.datoer import doegnets_slutt
from integrering.grunnmur.skjema import DatoFelt, Filterskjema
from integrering.nir import actions, tekster
from integrering.nir.faktatyper import (
    BOSTED,
    FAKTATYPER,
    GRUPPENAVN,
    OPPLYSNINGER,
    STANS,
    VEDTAK,
    VGO,
    Faktatype,
    Gruppe,
    slag_i,
)
from integrering.nir.historikk import hendelser
from integrering.nir.kort import lag_kort
from integrering.nir.personpaneler import personpaneler_for
from integrering.nir.queries.person import Mappe, hent_mappe
from integrering.nir.rules import frister, utbetaling
from integrering.nir.rules.situasjon import PeriodeVersjon
from integrering.nir.rules.utbetaling import Mangel
from integrering.nir.views.felles import LESER, gruppe_url, vis_person
from integrering.tilgang.doerer import aktoer_i, krever

# What releases the grant stands first, whatever page it belongs to.
_PAA_OVERSIKTEN = (
    VEDTAK,
    VGO,
    BOSTED,
    *(s for s in slag_i(Gruppe.OVERSIKT) if s not in (VGO, BOSTED)),
    STANS,
)


@dataclass(frozen=True)
class Oppgave:
    """One thing that is missing, why it matters, when it is due, and the step that mends it."""

    tekst: str
    hvorfor: str
    handling: str
    url: str
    frist: object = None


@krever(*LESER)
@require_safe
def person(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """One person: what is missing first, then who it is and what releases the grant."""
    funnet = vis_person(request, noekkel, "person")
    mappe = hent_mappe(funnet, _PAA_OVERSIKTEN)
    s = mappe.situasjon
    innhold = {
        "lovspor": tekster.lovspor(s.spor) if s.spor else "",
        "oppgaver": [_oppgave(mappe, hva) for hva in utbetaling.mangler(s, tekster.i_dag())],
        "utsikt": tekster.utbetaling(utbetaling.utsikt(s)) if s.kan_utloese else "",
        "paneler": personpaneler_for(request, funnet, under=False),
        "paneler_under": personpaneler_for(request, funnet, under=True),
    }
    return _vis(request, mappe, Gruppe.OVERSIKT, _PAA_OVERSIKTEN, innhold)


@krever(*LESER)
@require_safe
def gruppe(request: HttpRequest, noekkel: UUID, gruppe: str) -> HttpResponse:
    """The registrations of one part: programme, training, competence."""
    if gruppe not in GRUPPENAVN or gruppe == Gruppe.OVERSIKT:
        raise Http404
    del_ = Gruppe(gruppe)
    slag = slag_i(del_)
    mappe = hent_mappe(vis_person(request, noekkel, "person"), slag)
    return _vis(request, mappe, del_, slag, {})


def _vis(
    request: HttpRequest, mappe: Mappe, gruppe: Gruppe, slag: Sequence[Faktatype], innhold: dict[str, Any]
) -> HttpResponse:
    av = aktoer_i(request)
    aapne = [ett for ett in slag if actions.kan_lese(av, ett)]
    kort = [lag_kort(mappe, ett, kan_registrere=actions.kan_registrere(av, ett)) for ett in aapne]
    felles = {
        "person": mappe.person,
        "mappe": mappe,
        "kan_registrere": actions.kan_registrere(av),
        "kort": [k for k in kort if k.rader],
        "tomme": [k for k in kort if not k.rader],
        "gruppenavn": GRUPPENAVN[gruppe],
        "faneord": gettext("Deler av personsiden"),
        "faner": [_fane(mappe.person.noekkel, g, aktiv=g is gruppe) for g in GRUPPENAVN],
    }
    mal = "nir/person.html" if gruppe is Gruppe.OVERSIKT else "nir/person_gruppe.html"
    return render(request, mal, felles | innhold)


def _fane(noekkel: UUID, gruppe: Gruppe, *, aktiv: bool) -> dict[str, Any]:
    return {"url": gruppe_url(noekkel, gruppe), "tekst": GRUPPENAVN[gruppe], "aktiv": aktiv}


def _oppgave(mappe: Mappe, hva: Mangel) -> Oppgave:
    s = mappe.situasjon
    kjent = {
        Mangel.VEDTAK: frister.vedtak_burde_vaert_kjent(s),
        Mangel.SLUTTDATO: frister.sluttdato_burde_vaert_kjent(s),
    }.get(hva)
    return Oppgave(
        tekst=tekster.mangel(hva),
        hvorfor=tekster.mangel_hvorfor(hva),
        handling=tekster.mangel_handling(hva),
        url=steg_for(mappe, hva),
        frist=frister.registreringsfrist(kjent) if kjent else None,
    )


_NY = {
    Mangel.OPPLYSNINGER: OPPLYSNINGER,
    Mangel.BOSTED: BOSTED,
    Mangel.VEDTAK: VEDTAK,
    Mangel.PERIODE: VGO,
}


def steg_for(mappe: Mappe, hva: Mangel) -> str:
    """Return the address of the form that mends what is missing."""
    noekkel = mappe.person.noekkel
    if hva in _NY:
        return reverse("fakta_ny", args=[noekkel, _NY[hva].slug])
    if hva is Mangel.LANDGRUPPE and mappe.opplysning:
        return _rett(noekkel, OPPLYSNINGER, mappe.opplysning.registrering_id)
    for rad, periode in zip(mappe.perioder, _som_regler(mappe), strict=True):
        feil = {
            Mangel.SLUTTDATO: periode.til is None,
            Mangel.TIMER: not periode.fulltid and not periode.kombinasjonsklasse,
            Mangel.HOVEDANSVAR: not periode.fulltid and periode.kombinasjonsklasse,
        }
        if feil.get(hva):
            return _rett(noekkel, VGO, rad.registrering_id)
    raise ValueError(hva)


def _som_regler(mappe: Mappe) -> list[PeriodeVersjon]:
    etter_id = {p.registrering: p for p in mappe.situasjon.gjeldende_perioder}
    return [etter_id[rad.registrering_id] for rad in mappe.perioder]


def _rett(noekkel: UUID, slag: Faktatype, registrering: UUID) -> str:
    return reverse("fakta_rett", args=[noekkel, slag.slug, registrering])


def _slagvalg() -> list[tuple[str, str]]:
    return [("", gettext("Alle")), *((s.slug, capfirst(str(s.navn))) for s in FAKTATYPER.values())]


class HistorikkFilter(Filterskjema):
    """Which kind of registrations, and the day to look back from."""

    slag = forms.ChoiceField(
        label=_("Registrering"),
        choices=_slagvalg,
    )
    per = DatoFelt(label=_("Slik det var"), navn=_("dato"), help_text=_("For eksempel 31.12.2026."))


@krever(*LESER)
@require_safe
def historikk(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """All versions, newest first, and what the system held to be true at the end of a day."""
    funnet = vis_person(request, noekkel, "historikk")
    mappe = hent_mappe(funnet, tuple(FAKTATYPER.values()))
    skjema = HistorikkFilter(request.GET or None)
    valg = skjema.cleaned_data if skjema.is_bound and skjema.is_valid() else {}
    slag = FAKTATYPER.get(valg.get("slag", ""))
    innhold = {
        "person": funnet,
        "filterskjema": skjema,
        "skjema": skjema,
        "hendelser": hendelser(mappe.alle(), slag),
        "per": valg.get("per"),
        "slik_det_var": _slik_det_var(mappe, doegnets_slutt(valg["per"])) if valg.get("per") else None,
    }
    return render(request, "nir/historikk.html", innhold)


def _slik_det_var(mappe: Mappe, instant: datetime) -> list[tuple[str, list[list[tekster.Linje]]]]:
    return [
        (str(slag.navn), [tekster.linjer(slag, rad) for rad in mappe.slik_det_var(slag, instant)])
        for slag in FAKTATYPER.values()
    ]
