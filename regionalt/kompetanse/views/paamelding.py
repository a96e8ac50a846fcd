"""Registration, the list of those registered, attendance, and the calendar file."""

from __future__ import annotations

from uuid import UUID, uuid5

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, KONFLIKT, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Bruker
from integrering.utveksling.moeter import kalender
from regionalt.kompetanse import actions
from regionalt.kompetanse.forms.paamelding import AvmeldSkjema, PaameldingSkjema
from regionalt.kompetanse.lister import PAAMELDTE
from regionalt.kompetanse.models import Arrangement, Paamelding, Plass, Tilstand
from regionalt.kompetanse.queries import paameldte as queries
from regionalt.kompetanse.roller import LESER, MELDER_PAA, SKRIVER
from regionalt.kompetanse.tekster import tidsrom
from regionalt.kompetanse.views.felles import adresse, arrangement_eller_404


@krever(*MELDER_PAA)
@require_http_methods(GET_POST)
def meld_paa(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """Register someone: oneself (filled in), or a colleague."""
    funnet, av = arrangement_eller_404(arrangement), aktoer_i(request)
    jeg = Bruker.objects.only("email", "first_name", "last_name").get(pk=av.bruker_id)
    start = {"navn": str(jeg), "epost": jeg.email} if av.er_kommune else {}
    skjema = PaameldingSkjema(skrevet(request), av=av, initial=start, avbryt=adresse(funnet))

    def gjoer(svar: PaameldingSkjema) -> HttpResponse:
        ny = actions.meld_paa(arrangement=funnet, data=svar.dataene, av=av)
        if ny.plass == Plass.PLASS:
            messages.success(request, _("%(navn)s er meldt på, og har plass.") % {"navn": ny.navn})
        else:
            tekst = _("Det er fullt. %(navn)s står på venteliste. Dere får en oppgave hvis det blir plass.")
            messages.info(request, tekst % {"navn": ny.navn})
        return redirect(adresse(funnet))

    innhold = {"overskrift": _("Meld på"), "arrangement": funnet}
    return behandle(request, skjema, Svar("kompetanse/bekreft.html", innhold, gjoer))


@krever(*MELDER_PAA)
@require_http_methods(GET_POST)
def meld_av(request: HttpRequest, arrangement: UUID, paamelding: UUID) -> HttpResponse:
    """Take someone off."""
    funnet = arrangement_eller_404(arrangement)
    rad = _paamelding_eller_404(funnet, paamelding)
    skjema = AvmeldSkjema(skrevet(request), avbryt=adresse(funnet))

    def gjoer(svar: AvmeldSkjema) -> HttpResponse:
        actions.meld_av(paamelding=rad, av=aktoer_i(request))
        messages.success(request, _("%(navn)s er meldt av.") % {"navn": rad.navn})
        return redirect(adresse(funnet))

    ingress = _("%(navn)s meldes av. Står noen på venteliste, får den første plassen.") % {"navn": rad.navn}
    innhold = {"overskrift": _("Meld av"), "arrangement": funnet, "ingress": ingress}
    return behandle(request, skjema, Svar("kompetanse/bekreft.html", innhold, gjoer))


@krever(*MELDER_PAA)
@require_POST
def bekreft(request: HttpRequest, arrangement: UUID, paamelding: UUID) -> HttpResponse:
    """Confirm a place from the waiting list."""
    funnet = arrangement_eller_404(arrangement)
    rad = _paamelding_eller_404(funnet, paamelding)
    actions.bekreft(paamelding=rad, av=aktoer_i(request))
    messages.success(request, _("Plassen er bekreftet."))
    return redirect(adresse(funnet))


def _paamelding_eller_404(arrangement: Arrangement, noekkel: UUID) -> Paamelding:
    rad = queries.finn_paamelding(arrangement, noekkel)
    if rad is None:
        raise Http404
    return rad


@krever(*LESER)
@require_safe
def paameldte(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """Those registered: the county sees all, a municipality its own."""
    funnet = arrangement_eller_404(arrangement)
    return vis_liste(request, PAAMELDTE, mal="kompetanse/paameldte.html", arrangement=funnet)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def oppmoete(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """Who came to which session: a grid, saved at once."""
    funnet, status, brudd = arrangement_eller_404(arrangement), 200, ""
    if funnet.tilstand not in (Tilstand.AAPEN, Tilstand.HOLDT):
        raise PermissionDenied
    versjon = request.POST.get("versjon", "")
    if request.method == "POST":
        valgte = _kryss(request.POST.getlist("moett"))
        try:
            antall = actions.sett_oppmoete(
                arrangement=funnet, versjon=int(versjon) if versjon.isdecimal() else 0, moett=valgte,
                av=aktoer_i(request),
            )  # fmt: skip
        except Konflikt as konflikt:
            status, brudd, funnet.versjon = KONFLIKT, str(konflikt), konflikt.naa.versjon
        except Regelbrudd as feil:
            status, brudd = AVVIST, str(feil)
        else:
            tekst = ngettext("%(n)s oppmøte er lagret.", "%(n)s oppmøter er lagret.", antall)
            messages.success(request, tekst % {"n": antall})
            return redirect(adresse(funnet))
    else:
        valgte = queries.moett(funnet)
    return render(request, "kompetanse/oppmoete.html", _nett(funnet, valgte, brudd), status=status)


def _nett(arrangement: Arrangement, valgte: set[tuple[int, int]], brudd: str) -> dict[str, object]:
    oekter = list(arrangement.oekter.all())
    rader = [
        (p, [(f"{p.pk}-{o.pk}", (p.pk, o.pk) in valgte, tidsrom(o.start, o.slutt)) for o in oekter])
        for p in queries.meldt_paa(arrangement)
        if p.plass == Plass.PLASS
    ]
    return {
        "arrangement": arrangement,
        "oekter": [tidsrom(o.start, o.slutt) for o in oekter],
        "rader": rader,
        "brudd": brudd,
        "begynt": arrangement.start <= timezone.now(),
    }


def _kryss(verdier: list[str]) -> set[tuple[int, int]]:
    par = (verdi.split("-", 1) for verdi in verdier)
    return {(int(d[0]), int(d[1])) for d in par if len(d) == 2 and d[0].isdecimal() and d[1].isdecimal()}


@krever(*LESER)
@require_safe
def kalenderfil(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """The sessions as a calendar file: what, when, where to read more; nobody's name."""
    funnet = arrangement_eller_404(arrangement)
    avtaler = [
        kalender.Avtale(
            noekkel=uuid5(funnet.noekkel, f"{o.pk}"), sekvens=funnet.versjon, start=o.start, slutt=o.slutt,
            sammendrag=f"{funnet.get_slag_display()}: {funnet.tittel}",
            avlyst=funnet.tilstand == Tilstand.AVLYST, endret=funnet.endret,
            url=f"{settings.NETTADRESSE}{adresse(funnet)}",
        )
        for o in funnet.oekter.all()
    ]  # fmt: skip
    svar = HttpResponse(kalender.skriv(avtaler), content_type="text/calendar; charset=utf-8; method=PUBLISH")
    svar["Content-Disposition"] = 'attachment; filename="arrangement.ics"'
    svar["Cache-Control"] = "no-store, private"
    return svar
