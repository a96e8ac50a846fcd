"""Lists: upload, columns, what differs, compare again, delete."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.nir.actions.roller import kan_registrere
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.importering.actions import krev_stoerrelse
from integrering.utveksling.registerlister import actions
from integrering.utveksling.registerlister.forms import Kolonneskjema, Listeskjema
from integrering.utveksling.registerlister.kodeverk import Tilstand
from integrering.utveksling.registerlister.lister import AVVIK, REGISTERLISTER
from integrering.utveksling.registerlister.models import Registerliste
from integrering.utveksling.registerlister.queries.koder import antall_ukjente
from integrering.utveksling.registerlister.queries.lister import tall
from integrering.utveksling.registerlister.views.felles import LESER, SKRIVER, listen


@krever(*LESER)
@require_safe
def registerlister(request: HttpRequest) -> HttpResponse:
    """The lists, the newest first."""
    av = aktoer_i(request)
    return vis_liste(
        request,
        REGISTERLISTER,
        mal="registerlister/lister.html",
        kan_laste_opp=kan_registrere(av),
        ukjente=antall_ukjente(av) if kan_registrere(av) else 0,
    )


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def ny(request: HttpRequest) -> HttpResponse:
    """Upload a list."""
    av = aktoer_i(request)
    if request.method != "POST":
        return _vis_ny(request, Listeskjema(av=av, avbryt=reverse("registerlister")))
    skjema = Listeskjema(request.POST, request.FILES, av=av, avbryt=reverse("registerlister"))
    if not skjema.is_valid():
        return _vis_ny(request, skjema, AVVIST)
    fil = skjema.cleaned_data["fil"]
    try:
        krev_stoerrelse(fil.size)
        liste = actions.last_opp(
            data=skjema.listedata, innhold=fil.read(), innsending=skjema.cleaned_data["innsending"], av=av
        )
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(Regelbrudd({f or "fil": t for f, t in brudd.meldinger.items()}))
        return _vis_ny(request, skjema, AVVIST)
    return redirect("registerliste", liste_noekkel=liste.noekkel)


def _vis_ny(request: HttpRequest, skjema: Listeskjema, status: int = 200) -> HttpResponse:
    return render(request, "registerlister/ny.html", {"skjema": skjema}, status=status)


@krever(*LESER)
@require_safe
def registerliste(request: HttpRequest, liste_noekkel: UUID) -> HttpResponse:
    """What differs in one list; until it is compared, how far it has come."""
    liste, av = listen(liste_noekkel), aktoer_i(request)
    eier = kan_registrere(av) and liste.virksomhet_id == av.virksomhet_id
    if liste.tilstand == Tilstand.KOLONNER:
        return (
            redirect("registerliste_kolonner", liste_noekkel=liste_noekkel)
            if eier
            else _venter(request, liste)
        )
    if liste.tilstand == Tilstand.LESES:
        return _venter(request, liste, eier=eier)
    return vis_liste(
        request,
        AVVIK,
        mal="registerlister/liste.html",
        registerliste=liste,
        tall=tall(liste),
        eier=eier,
        kan_slette=eier and liste.bruker_id == av.bruker_id,
    )


def _venter(request: HttpRequest, liste: Registerliste, *, eier: bool = False) -> HttpResponse:
    jobb = liste.jobb
    innhold = {"registerliste": liste, "jobb": jobb, "lever": bool(jobb and jobb.lever), "eier": eier}
    return render(request, "registerlister/venter.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def kolonner(request: HttpRequest, liste_noekkel: UUID) -> HttpResponse:
    """Choose what the columns are."""
    liste = _vaar(request, liste_noekkel)
    if liste.tilstand != Tilstand.KOLONNER:
        return redirect("registerliste", liste_noekkel=liste_noekkel)
    skjema = Kolonneskjema(
        skrevet(request), liste=liste, eksempler=liste.fil.eksempler, avbryt=reverse("registerlister")
    )

    def gjoer(svar: Kolonneskjema) -> HttpResponse:
        actions.velg_kolonner(liste=liste, plasser=svar.plasser, av=aktoer_i(request))
        return redirect("registerliste", liste_noekkel=liste_noekkel)

    return behandle(request, skjema, Svar("registerlister/kolonner.html", {"registerliste": liste}, gjoer))


@krever(*SKRIVER)
@require_POST
def sammenlign(request: HttpRequest, liste_noekkel: UUID) -> HttpResponse:
    """Compare again with what is registered now."""
    liste = _vaar(request, liste_noekkel)
    try:
        actions.start_sammenligning(liste=liste, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect("registerliste", liste_noekkel=liste_noekkel)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def slett(request: HttpRequest, liste_noekkel: UUID) -> HttpResponse:
    """Delete a list one has uploaded oneself, when it has been confirmed."""
    liste, av = _vaar(request, liste_noekkel), aktoer_i(request)
    if liste.bruker_id != av.bruker_id:
        raise Http404
    if request.method == "POST":
        try:
            actions.slett_liste(liste=liste, av=av)
        except Regelbrudd as brudd:
            messages.error(request, str(brudd))
            return redirect("registerliste", liste_noekkel=liste_noekkel)
        messages.success(request, _("Listen er slettet. Ingen registreringer er endret."))
        return redirect("registerlister")
    innhold = {"registerliste": liste, "avbryt": reverse("registerliste", args=[liste_noekkel])}
    return render(request, "registerlister/slett.html", innhold)


def _vaar(request: HttpRequest, liste_noekkel: UUID) -> Registerliste:
    """Return a list of one's own organisation. Raises Http404 for another's."""
    liste = listen(liste_noekkel)
    if liste.virksomhet_id != aktoer_i(request).virksomhet_id:
        raise Http404
    return liste
