"""O8: municipality, school and county follow a participant up together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.nir.models import Person
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter import tekster as moetetekster
from integrering.utveksling.moeter.actions.felles import er_innkaller
from integrering.utveksling.moeter.queries.moeter import moeter_om
from opplaering.actions import samarbeid as actions
from opplaering.actions.samarbeid import PARTENE
from opplaering.deltakertekster import framdriftsgrunn
from opplaering.forms.samarbeid import AVTALEFELT, KONTAKTFELT, AvtaleSkjema, KontaktSkjema, verdier_i
from opplaering.lister_soeknader import OPPFOELGING
from opplaering.models import Avtale, Samarbeidskontakt
from opplaering.queries.samarbeid import (
    avtaler_til,
    finn_avtale,
    finn_kontakt,
    framdriften_til,
    kontakter_til,
    versjoner_om,
)
from opplaering.roller import ALLE, LESER
from opplaering.rules.framdrift import Tilstand
from opplaering.samarbeidshistorikk import hendelser
from opplaering.views.felles import vis_elev

HVOR, MOETER = "opplaering-samarbeid", 5
Rad = Samarbeidskontakt | Avtale
Skjemaet = KontaktSkjema | AvtaleSkjema
R = TypeVar("R", Samarbeidskontakt, Avtale)


@krever(*ALLE)
@require_safe
def oppfoelging(request: HttpRequest) -> HttpResponse:
    """Those with agreements past their deadline, of the persons the reader may see."""
    return vis_liste(request, OPPFOELGING, mal="opplaering/oppfoelging.html")


@krever(*ALLE)
@require_safe
def samarbeid(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Contacts, agreements and meetings about one participant."""
    person, av = vis_elev(request, noekkel, HVOR), aktoer_i(request)
    # who is invited to a meeting, sees it among the meetings; a school does not read whom it is about
    leser_registeret = av.har(*LESER)
    moeter = moeter_om(person, MOETER) if leser_registeret else []
    framdrift = framdriften_til(person, timezone.localdate()) if leser_registeret else None
    innhold = {
        "person": person,
        "kontakter": kontakter_til(person),
        "avtaler": avtaler_til(person),
        "hendelser": hendelser(*versjoner_om(person)),
        "moeter": [(m, moetetekster.moetets_tid(m)) for m in moeter],
        "leser_registeret": leser_registeret,
        "i_fare": framdriftsgrunn(framdrift) if framdrift and framdrift.tilstand is Tilstand.I_FARE else "",
        "kan_kalle_inn": er_innkaller(av),
        "kan_skrive": av.har(*PARTENE),
    }
    return render(request, "opplaering/samarbeid.html", innhold)


@krever(*PARTENE)
@require_http_methods(GET_POST)
def kontakt_ny(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Register a contact."""
    person = vis_elev(request, noekkel, HVOR)

    def lagre(svar: KontaktSkjema) -> None:
        actions.registrer_kontakt(person=person, data=svar.data_for_kontakten, av=aktoer_i(request))

    skjema = KontaktSkjema(skrevet(request), avbryt=_adresse(person))
    return _svar(request, person, skjema, _("Ny kontakt"), lagre)


@krever(*PARTENE)
@require_http_methods(GET_POST)
def kontakt(request: HttpRequest, noekkel: UUID, kontakt_id: UUID) -> HttpResponse:
    """Correct a contact, or say that it was a mistake."""
    person = vis_elev(request, noekkel, HVOR)
    rad = _funnet(finn_kontakt(person, kontakt_id))

    def lagre(svar: KontaktSkjema) -> None:
        hvilken = _retting(rad, svar, request)
        if svar.cleaned_data["bort"]:
            actions.annuller_kontakt(**hvilken)
        else:
            actions.rett_kontakt(data=svar.data_for_kontakten, **hvilken)

    start = verdier_i(rad, KONTAKTFELT)
    skjema = KontaktSkjema(skrevet(request), retting=True, initial=start, avbryt=_adresse(person))
    return _svar(request, person, skjema, _("Rett kontakten"), lagre, KONTAKTFELT)


@krever(*PARTENE)
@require_http_methods(GET_POST)
def avtale_ny(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Register an agreement."""
    person = vis_elev(request, noekkel, HVOR)

    def lagre(svar: AvtaleSkjema) -> None:
        actions.registrer_avtale(person=person, data=svar.data_for_avtalen, av=aktoer_i(request))

    start = {"dato": timezone.localdate()}
    skjema = AvtaleSkjema(skrevet(request), initial=start, avbryt=_adresse(person))
    return _svar(request, person, skjema, _("Ny avtale"), lagre)


@krever(*PARTENE)
@require_http_methods(GET_POST)
def avtale(request: HttpRequest, noekkel: UUID, avtale_id: UUID) -> HttpResponse:
    """Correct an agreement, or say that it was a mistake."""
    person = vis_elev(request, noekkel, HVOR)
    rad = _funnet(finn_avtale(person, avtale_id))

    def lagre(svar: AvtaleSkjema) -> None:
        hvilken = _retting(rad, svar, request)
        if svar.cleaned_data["bort"]:
            actions.annuller_avtale(**hvilken)
        else:
            actions.rett_avtale(data=svar.data_for_avtalen, **hvilken)

    start = verdier_i(rad, AVTALEFELT)
    skjema = AvtaleSkjema(skrevet(request), retting=True, initial=start, avbryt=_adresse(person))
    return _svar(request, person, skjema, _("Rett avtalen"), lagre, AVTALEFELT)


@krever(*PARTENE)
@require_POST
def avtale_gjort(request: HttpRequest, noekkel: UUID, avtale_id: UUID) -> HttpResponse:
    """Say that what was agreed is done."""
    person = vis_elev(request, noekkel, HVOR)
    rad = _funnet(finn_avtale(person, avtale_id))
    actions.avtale_gjort(registrering=rad.registrering_id, sett=rad.pk, av=aktoer_i(request))
    messages.success(request, _("Avtalen er gjort."))
    return redirect(_adresse(person))


def _funnet(rad: R | None) -> R:
    """Return the row. Raises Http404 for none: annulled, another person's, or never there."""
    if rad is None:
        raise Http404
    return rad


def _adresse(person: Person) -> str:
    return reverse("opplaering_samarbeid", args=[person.noekkel])


def _retting(rad: Rad, skjema: Skjemaet, request: HttpRequest) -> dict[str, Any]:
    return {
        "registrering": rad.registrering_id,
        "sett": skjema.cleaned_data["versjon"] or 0,
        "aarsak": skjema.cleaned_data["aarsak"],
        "av": aktoer_i(request),
    }


def _svar(
    request: HttpRequest,
    person: Person,
    skjema: Skjemaet,
    overskrift: str,
    lagre: Callable[[Any], None],
    felter: tuple[str, ...] = (),
) -> HttpResponse:
    """Show the form, or do what it says (see `behandle`)."""

    def gjoer(svar: Any) -> HttpResponse:
        lagre(svar)
        messages.success(request, _("Lagret."))
        return redirect(_adresse(person))

    def naa(gjelder: Any) -> Mapping[str, Any]:
        return verdier_i(gjelder.rad, felter)

    innhold = {"person": person, "overskrift": overskrift}
    return behandle(request, skjema, Svar("opplaering/samarbeid_skjema.html", innhold, gjoer, naa))
