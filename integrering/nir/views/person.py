"""The person page and its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from integrering.grunnmur.datoer import doegnets_slutt
from integrering.grunnmur.skjema import DatoFelt, Filterskjema
from integrering.nir import actions, mangler, tekster
from integrering.nir.faktatyper import (
    BOSTED,
    FAKTATYPER,
    GRUPPENAVN,
    STANS,
    VEDTAK,
    VGO,
    Faktatype,
    Gruppe,
    slag_i,
)
from integrering.nir.historikk import hendelser
from integrering.nir.kort import lag_kort
from integrering.nir.models import Person
from integrering.nir.personpaneler import personpaneler_for
from integrering.nir.queries.person import Mappe, hent_mappe
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.queries.registreringsstatus import statuser
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.rules import utbetaling
from integrering.nir.rules.fra_registrerte import SLAG
from integrering.nir.rules.registrert import Registrerte
from integrering.nir.utregninger import Utregning, utregninger
from integrering.nir.views.felles import LESER, gruppe_url, listehale, vis_person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever

# What releases the grant stands first, whatever page it belongs to.
_PAA_OVERSIKTEN = (
    VEDTAK,
    VGO,
    BOSTED,
    *(s for s in slag_i(Gruppe.OVERSIKT) if s not in (VGO, BOSTED)),
    STANS,
)


@krever(*LESER)
@require_safe
def person(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """One person: what is missing first, then who it is and what releases the grant."""
    funnet = vis_person(request, noekkel, "person")
    mappe, av = hent_mappe(funnet, _PAA_OVERSIKTEN), aktoer_i(request)
    s, status = mappe.situasjon, statuser([funnet.pk]).get(funnet.pk)
    tilskudd = mangler.for_tilskuddet(mappe, av, tekster.i_dag())
    innhold = {
        "lovspor": tekster.lovspor(s.spor) if s.spor else "",
        "tilskudd_mangler": bool(tilskudd),
        "oppgaver": mangler.samlet(tilskudd, mangler.i_sjekklisten(status, noekkel, av))
        if status
        else tilskudd,
        "regnet": status is not None,
        "trengs": mangler.trengs(status, noekkel, av) if status else [],
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
    hale = listehale(request)
    kort = [lag_kort(mappe, ett, kan_registrere=actions.kan_registrere(av, ett)) for ett in aapne]
    felles = {
        "utregninger": _utregninger(mappe.person, gruppe, av),
        "person": mappe.person,
        "mappe": mappe,
        "kan_registrere": actions.kan_registrere(av),
        "kort": [k for k in kort if k.rader],
        "tomme": [k for k in kort if not k.rader],
        "gruppenavn": GRUPPENAVN[gruppe],
        "faneord": gettext("Deler av personsiden"),
        "faner": [_fane(mappe.person.noekkel, g, hale, aktiv=g is gruppe) for g in GRUPPENAVN],
        "hale": hale,
    }
    mal = "nir/person.html" if gruppe is Gruppe.OVERSIKT else "nir/person_gruppe.html"
    return render(request, mal, felles | innhold)


def _utregninger(person: Person, gruppe: Gruppe, av: Aktoer) -> list[Utregning]:
    """Return the calculations, from what the reader may see of the person."""
    slag = [FAKTATYPER[slug] for slug in SLAG]
    fakta = registrerte([person.pk], slag=slag).get(person.pk, Registrerte())
    return utregninger(fakta, regelsett(), tekster.i_dag(), gruppe=gruppe, noekkel=person.noekkel, av=av)


def _fane(noekkel: UUID, gruppe: Gruppe, hale: str, *, aktiv: bool) -> dict[str, Any]:
    return {"url": f"{gruppe_url(noekkel, gruppe)}{hale}", "tekst": GRUPPENAVN[gruppe], "aktiv": aktiv}


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
