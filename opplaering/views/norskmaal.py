"""O4: the goal in Norwegian, with the minimum of forskriften § 28 and one level down at a time (§ 27)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, skrevet
from integrering.nir import actions as nir
from integrering.nir import tekster as nirtekster
from integrering.nir.models import Person
from integrering.nir.rules.minstenivaa import Justeringsmerknad, merknader_justering
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from opplaering import deltakertekster as tekster
from opplaering.forms.norskmaal import NorskmaalSkjema
from opplaering.queries.framdrift import norskmaalet
from opplaering.queries.norskmaal import NORSKMAAL, Maaloversikt, maaloversikt
from opplaering.roller import FYLKET, LESER
from opplaering.views.felles import vis_elev


@krever(*LESER)
@require_http_methods(GET_POST)
def norskmaal(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """The goal, its history, the minimum; the county sets and adjusts it in its own name."""
    person, av = vis_elev(request, noekkel, "opplaering-norskmaal"), aktoer_i(request)
    kan = av.har(*FYLKET)
    if request.method == "POST" and not kan:
        raise PermissionDenied
    oversikt = maaloversikt(person, timezone.localdate())
    skjema = _skjema(request, av, oversikt) if kan else None
    if skjema is None or not skjema.is_bound:
        return _vis(request, person, oversikt, skjema)
    if not skjema.is_valid():
        return _vis(request, person, oversikt, skjema, AVVIST)
    verdier = {k: v for k, v in skjema.verdier.items() if k != "bekreftet"}
    try:
        return _avgjoer(request, person, oversikt, skjema, verdier)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis(request, person, oversikt, skjema, AVVIST)


def _skjema(request: HttpRequest, av: Aktoer, oversikt: Maaloversikt) -> NorskmaalSkjema:
    start = {"fra": timezone.localdate()} | (oversikt.gjeldende or {"slag": "karakter_2"})
    return NorskmaalSkjema(skrevet(request), av=av, initial=start)


def _avgjoer(
    request: HttpRequest,
    person: Person,
    oversikt: Maaloversikt,
    skjema: NorskmaalSkjema,
    verdier: dict[str, Any],
) -> HttpResponse:
    """Save; but what the regulation advises against is shown first, once. The register asks why."""
    av = aktoer_i(request)
    nir.kontroller(slag=NORSKMAAL, person=person, verdier=verdier, av=av)
    merknader = merknader_justering(oversikt.maal, norskmaalet(verdier), oversikt.minste)
    kort = [tekster.justering(m) for m in merknader if m is not Justeringsmerknad.NED]
    if kort and not skjema.cleaned_data["bekreftet"]:
        skjema.data = skjema.data.copy()  # the next answer confirms
        skjema.data["bekreftet"] = "on"
        return _vis(request, person, oversikt, skjema, merknader=kort)
    nir.registrer(slag=NORSKMAAL, person=person, verdier=verdier, av=av)
    messages.success(request, _("Norskmålet er registrert for %(navn)s.") % {"navn": person.navn})
    return redirect(reverse("opplaering_norskmaal", args=[person.noekkel]))


def _vis(
    request: HttpRequest,
    person: Person,
    oversikt: Maaloversikt,
    skjema: NorskmaalSkjema | None,
    status: int = 200,
    merknader: list[str] | None = None,
) -> HttpResponse:
    innhold = {
        "person": person,
        "skjema": skjema,
        "merknader": merknader,
        "maal": [(rad, nirtekster.linjer(NORSKMAAL, rad)) for rad in oversikt.rader],
        "minste": [tekster.maal(m) for m in oversikt.minste],
    }
    return render(request, "opplaering/norskmaal.html", innhold, status=status)
