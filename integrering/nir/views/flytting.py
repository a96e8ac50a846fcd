"""Moves that wait for a decision, and the decision."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.nir import actions
from integrering.nir.flytteliste import flytteliste
from integrering.nir.forms import FlyttingSkjema, UtflyttingSkjema
from integrering.nir.lister import FLYTTINGER
from integrering.nir.models import Flyttesak
from integrering.nir.models.flyttesak import FlyttesakTilstand
from integrering.nir.queries import oversikt
from integrering.nir.views.felles import LESER, vis_person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever


@krever(*LESER)
@require_http_methods(GET_POST)
def person_flytting(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """A person's moves: what follows, what each side must do, report one, confirm that one has taken over."""
    person, av = vis_person(request, noekkel, "flytting"), aktoer_i(request)
    saker = list(oversikt.flyttesaker().filter(person=person))
    kan = actions.kan_registrere(av)
    if request.method == "POST" and not kan:
        raise PermissionDenied
    skjema = UtflyttingSkjema(skrevet(request), avbryt=reverse("person", args=[noekkel]))

    def gjoer(svar: UtflyttingSkjema) -> HttpResponse:
        actions.meld_utflytting(
            person=person, til_kommune=svar.cleaned_data["til_kommune"], fra=svar.cleaned_data["fra"], av=av
        )
        messages.success(
            request,
            _("Flyttingen er registrert for %(navn)s. %(kommune)s skal bekrefte at de har tatt over.")
            % {"navn": person.navn, "kommune": svar.cleaned_data["til_kommune"].navn},
        )
        return redirect("flyttinger")

    siste = max((s.fra for s in saker if s.tilstand != FlyttesakTilstand.AVVIST), default=None)
    innhold = {
        "person": person,
        "saker": saker,
        "kan_registrere": kan,
        "til_mottak": [s for s in saker if kan and _venter_paa(s, av)],
        "liste": flytteliste(person, siste or timezone.localdate(), av),
    }
    return behandle(request, skjema, Svar("nir/person_flytting.html", innhold, gjoer))


def _venter_paa(sak: Flyttesak, av: Aktoer) -> bool:
    """Return True when the move waits for one's own municipality to confirm it."""
    return (
        sak.tilstand == FlyttesakTilstand.BEKREFTET
        and sak.mottatt is None
        and sak.til_kommune_id == av.virksomhet_id
    )


@krever(*LESER)
@require_POST
def motta(request: HttpRequest, sak_id: int) -> HttpResponse:
    """Confirm that one has taken over. 404 for others than the municipality they came to."""
    av = aktoer_i(request)
    sak = oversikt.flyttesaker().filter(pk=sak_id, til_kommune=av.virksomhet_id).first()
    person = oversikt.synlige_personer([sak]).get(sak.person_id) if sak else None
    if sak is None or person is None or not actions.kan_registrere(av):
        raise Http404
    actions.motta_flytting(sak=sak, av=av)
    messages.success(request, _("Dere har bekreftet at dere har tatt over %(navn)s.") % {"navn": person.navn})
    return redirect("person_flytting", noekkel=person.noekkel)


@krever(*LESER)
@require_safe
def flyttinger(request: HttpRequest) -> HttpResponse:
    """Cases about persons I have, and those I have reported myself (without the person)."""
    return vis_liste(request, FLYTTINGER, mal="nir/flyttinger.html")


@krever(*LESER)
@require_http_methods(["GET", "HEAD", "POST"])
def flytting(request: HttpRequest, sak_id: int) -> HttpResponse:
    """One case, decided by the county or the municipality that has the person. 404 for others."""
    av = aktoer_i(request)
    sak = oversikt.flyttesaker().filter(pk=sak_id).first()
    person = oversikt.synlige_personer([sak]).get(sak.person_id) if sak else None
    if sak is None or person is None or not actions.kan_registrere(av):
        raise Http404
    vis_person(request, person.noekkel, "flyttesak")
    skjema = FlyttingSkjema(request.POST or None, avbryt=reverse("flyttinger"))
    if request.method == "POST" and skjema.is_valid():
        bekreft = skjema.cleaned_data["avgjoerelse"] == "bekreft"
        try:
            actions.avgjoer_flyttesak(sak=sak, bekreft=bekreft, grunn=skjema.cleaned_data["grunn"], av=av)
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            hva = _("Flyttingen er bekreftet") if bekreft else _("Flyttingen er avvist")
            messages.success(request, _("%(hva)s for %(navn)s.") % {"hva": hva, "navn": person.navn})
            return redirect("flyttinger")
    innhold = {"sak": sak, "person": person, "skjema": skjema, "liste": flytteliste(person, sak.fra, av)}
    return render(request, "nir/flytting.html", innhold, status=AVVIST if skjema.errors else 200)
