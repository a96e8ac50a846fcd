"""A new letter, and changing a draft."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, KONFLIKT
from integrering.nir.models import Person
from integrering.nir.queries.person import finn_person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.brev import actions, queries
from integrering.utveksling.brev.forms import Brevskjema
from integrering.utveksling.brev.models import Brev, Brevmalversjon, Mottakerslag
from integrering.utveksling.brev.views.felles import SKRIVER, hent_brev


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def ny(request: HttpRequest) -> HttpResponse:
    """Choose a template, then write the draft (`?mal=<code>`, `?person=<key>` from a person's page)."""
    av = aktoer_i(request)
    person = _person(request)
    malversjon = queries.gyldig_mal(request.GET.get("mal", ""), timezone.localdate())
    if malversjon is None:
        return _velg_mal(request, person)
    if request.method != "POST":
        return _vis_ny(request, Brevskjema(malversjon=malversjon, av=av, person=person))
    skjema = Brevskjema(request.POST, request.FILES, malversjon=malversjon, av=av, person=person)
    if not skjema.is_valid():
        return _vis_ny(request, skjema, AVVIST)
    try:
        brev = actions.opprett_utkast(
            innsending=skjema.cleaned_data["innsending"], malversjon=malversjon, svar=skjema.svar, av=av,
            virksomhet=skjema.virksomhet, person=skjema.person, **skjema.filer,
        )  # fmt: skip
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis_ny(request, skjema, AVVIST)
    messages.success(request, _("Utkastet er lagret. Neste: se over brevet og gjør det ferdig."))
    return redirect("brev_vis", brev_noekkel=brev.noekkel)


def _person(request: HttpRequest) -> Person | None:
    """Return the person of the address, and log the look-up. Raises Http404 for one the reader cannot see."""
    tekst = request.GET.get("person", "")
    if not tekst:
        return None
    try:
        person = finn_person(UUID(tekst))
    except ValueError:
        person = None
    if person is None:
        raise Http404
    registrer_innsyn(person_id=person.pk, av=aktoer_i(request), hvor="brev-nytt")
    return person


def _velg_mal(request: HttpRequest, person: Person | None) -> HttpResponse:
    mer = f"&person={person.noekkel}" if person else ""
    maler = [
        {"tekst": v.mal.formaal, "url": f"{reverse('brev_nytt')}?mal={v.mal.kode}{mer}", "til": v.mal}
        for v in queries.gyldige_maler(timezone.localdate())
        if _passer(v, person)
    ]
    return render(request, "brev/velg_mal.html", {"maler": maler, "person": person})


def _passer(malversjon: Brevmalversjon, person: Person | None) -> bool:
    """From a person's page: letters to the person, and those that may be about one."""
    if person is None or malversjon.mal.mottakerslag == Mottakerslag.PERSON:
        return True
    return malversjon.mal.kode not in {v.mal.kode for v in queries.maler_til_flere(timezone.localdate())}


def _vis_ny(request: HttpRequest, skjema: Brevskjema, status: int = 200) -> HttpResponse:
    skjema.si_fra_om_filene()
    innhold = {"skjema": skjema, "malversjon": skjema.malversjon, "person": skjema.person_kjent}
    return render(request, "brev/nytt.html", innhold, status=status)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def endre(request: HttpRequest, brev_noekkel: UUID) -> HttpResponse:
    """Change a draft; a conflict shows both, with the typed text kept."""
    av, brev = aktoer_i(request), hent_brev(request, brev_noekkel, "brev-endre")
    if not brev.er_utkast:
        messages.warning(request, _("Brevet er ikke lenger et utkast og kan ikke endres."))
        return redirect("brev_vis", brev_noekkel=brev.noekkel)
    felles: dict[str, Any] = {
        "malversjon": brev.malversjon, "av": av, "brev": brev, "vedlegg": queries.vedlegg_til(brev),
    }  # fmt: skip
    if request.method != "POST":
        return _vis_endre(request, brev, Brevskjema(**felles))
    skjema = Brevskjema(request.POST, request.FILES, **felles)
    if not skjema.is_valid():
        return _vis_endre(request, brev, skjema, AVVIST)
    try:
        actions.endre_utkast(
            brev=brev, versjon=skjema.cleaned_data["versjon"], svar=skjema.svar, av=av, **skjema.filer
        )
    except Konflikt as konflikt:
        return _konflikt(request, skjema, konflikt)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis_endre(request, brev, skjema, AVVIST)
    messages.success(request, _("Utkastet er lagret."))
    return redirect("brev_vis", brev_noekkel=brev.noekkel)


def _vis_endre(
    request: HttpRequest, brev: Brev, skjema: Brevskjema, status: int = 200, **mer: Any
) -> HttpResponse:
    skjema.si_fra_om_filene()
    innhold = {"skjema": skjema, "brev": brev, "malversjon": brev.malversjon, "person": brev.person} | mer
    return render(request, "brev/endre.html", innhold, status=status)


def _konflikt(request: HttpRequest, skjema: Brevskjema, konflikt: Konflikt) -> HttpResponse:
    """Show the form as it was typed, made from the version that stands now."""
    av = aktoer_i(request)
    naa = queries.finn_brev(konflikt.naa.noekkel, av) if isinstance(konflikt.naa, Brev) else None
    if naa is None or not naa.er_utkast:
        messages.warning(request, _("Noen andre har gjort brevet ferdig eller slettet det imens."))
        return redirect("brev_vis", brev_noekkel=naa.noekkel) if naa else redirect("brev")
    data = request.POST.copy()
    data["versjon"] = str(naa.versjon)
    filene = queries.vedlegg_til(naa)
    nytt = Brevskjema(data, request.FILES, malversjon=naa.malversjon, av=av, brev=naa, vedlegg=filene)
    nytt.is_valid()
    return _vis_endre(request, naa, nytt, KONFLIKT, naa=konflikt.naa, linjer=skjema.linjer(naa))
