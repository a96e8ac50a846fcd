"""Events: list, page, make, change, open, call off, held."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.kompetanse import actions
from regionalt.kompetanse.forms.arrangement import ArrangementSkjema, AvlysSkjema, SlettSkjema, verdier_av
from regionalt.kompetanse.lister import KURS, NAADDE
from regionalt.kompetanse.models import Arrangement, Arrangementsslag, Tilstand
from regionalt.kompetanse.queries.evaluering import aa_evaluere
from regionalt.kompetanse.queries.filer import filer_i
from regionalt.kompetanse.queries.nettverk import finn_nettverk, medlemskommuner
from regionalt.kompetanse.queries.paameldte import meldt_paa
from regionalt.kompetanse.roller import FYLKET, LESER, MELDER_PAA, SKRIVER
from regionalt.kompetanse.rules.plasser import Stengt, stengt_for
from regionalt.kompetanse.tekster import hvorfor_stengt, tidsrom
from regionalt.kompetanse.views.evaluering import evalueringen
from regionalt.kompetanse.views.felles import adresse, arrangement_eller_404


@krever(*LESER)
@require_safe
def kurs(request: HttpRequest) -> HttpResponse:
    """All events the reader sees, the latest first."""
    av = aktoer_i(request)
    kan = av.har(*SKRIVER)
    mine = list(aa_evaluere(timezone.localdate()))
    return vis_liste(
        request, KURS, mal="kompetanse/kurs.html", kan_skrive=kan, fylket=av.er_fylke, aa_evaluere=mine
    )


@krever(*FYLKET)
@require_safe
def naadde(request: HttpRequest) -> HttpResponse:
    """Which municipalities have been reached in a year, and which have not."""
    return vis_liste(request, NAADDE, mal="kompetanse/naadde.html")


@krever(*LESER)
@require_safe
def arrangement(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """An event: what, when, where, programme, who is invited."""
    funnet, av = arrangement_eller_404(arrangement), aktoer_i(request)
    innhold = {
        "arrangement": funnet,
        "tid": tidsrom(funnet.start, funnet.slutt),
        "oekter": [tidsrom(o.start, o.slutt) for o in funnet.oekter.all()],
        "program": list(funnet.program.all()),
        "inviterte": funnet.bedt_ved_navn,  # type: ignore[attr-defined]
        "fylket": av.er_fylke,
        "kan_skrive": av.har(*SKRIVER),
        "begynt": funnet.start <= timezone.now(),
        "ledige": None if funnet.kapasitet is None else max(0, funnet.kapasitet - funnet.opptatt),  # type: ignore[attr-defined]
        "kan_melde_paa": av.har(*MELDER_PAA),
        "stengt": hvorfor_stengt(stengt) if (stengt := _stengt(funnet, av)) else "",
        "mine": meldt_paa(funnet),
        "filer": filer_i(funnet),
        "evaluering": evalueringen(funnet, av),
    }
    return render(request, "kompetanse/arrangement.html", innhold)


def _stengt(a: Arrangement, av: Aktoer) -> Stengt | None:
    naa, i_dag, fylket = timezone.now(), timezone.localdate(), av.har(*SKRIVER)
    return stengt_for(tilstand=a.tilstand, frist=a.frist, start=a.start, naa=naa, i_dag=i_dag, fylket=fylket)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def arrangement_nytt(request: HttpRequest) -> HttpResponse:
    """Make an event."""
    start = {"innsending": uuid.uuid4(), "slag": "kurs", **_fra_nettverket(request)}
    skjema = ArrangementSkjema(skrevet(request), initial=start, avbryt=reverse("kompetanse:kurs"))

    def gjoer(svar: ArrangementSkjema) -> HttpResponse:
        nytt = actions.lag_arrangement(data=svar.dataene, innsending=svar.nr, av=aktoer_i(request))
        messages.success(request, _("Utkastet er lagret. Åpne det når kommunene skal se det."))
        return redirect(adresse(nytt))

    innhold = {"overskrift": _("Nytt arrangement")}
    return behandle(request, skjema, Svar("kompetanse/arrangement_skjema.html", innhold, gjoer))


def _fra_nettverket(request: HttpRequest) -> dict[str, Any]:
    """Return what the form says beforehand of a meeting in `?nettverk=`: its members are invited."""
    try:
        nettverk = finn_nettverk(UUID(request.GET.get("nettverk", "")))
    except ValueError:
        return {}
    if nettverk is None:
        return {}
    return {
        "slag": Arrangementsslag.NETTVERK, "nettverk": nettverk.pk, "tittel": nettverk.navn,
        "tema": nettverk.tema, "kommuner": medlemskommuner(nettverk, timezone.localdate()),
    }  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def arrangement_endre(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """Change a draft or an open event."""
    funnet = arrangement_eller_404(arrangement)
    if not funnet.aapent:
        messages.info(request, _("Arrangementet er avlyst eller holdt, og kan ikke endres."))
        return redirect(adresse(funnet))
    skjema = ArrangementSkjema(skrevet(request), initial=verdier_av(funnet), avbryt=adresse(funnet))

    def gjoer(svar: ArrangementSkjema) -> HttpResponse:
        versjon = svar.cleaned_data["versjon"] or 0
        actions.endre_arrangement(
            arrangement=funnet, versjon=versjon, data=svar.dataene, av=aktoer_i(request)
        )
        messages.success(request, _("Arrangementet er endret."))
        return redirect(adresse(funnet))

    innhold = {"overskrift": _("Endre arrangementet"), "arrangement": funnet}
    return behandle(request, skjema, Svar("kompetanse/arrangement_skjema.html", innhold, gjoer, verdier_av))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def arrangement_avlys(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """Call an open event off."""
    funnet = arrangement_eller_404(arrangement)
    start = {"versjon": funnet.versjon}
    skjema = AvlysSkjema(skrevet(request), initial=start, avbryt=adresse(funnet))

    def gjoer(svar: AvlysSkjema) -> HttpResponse:
        actions.avlys(arrangement=funnet, av=aktoer_i(request), **svar.cleaned_data)
        messages.success(request, _("Arrangementet er avlyst."))
        return redirect(adresse(funnet))

    def naa(rad: Arrangement) -> dict[str, Any]:
        return {"grunn": rad.avlyst_grunn}

    innhold = {"overskrift": _("Avlys arrangementet"), "arrangement": funnet}
    return behandle(request, skjema, Svar("kompetanse/bekreft.html", innhold, gjoer, naa))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def arrangement_slett(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """Delete a draft."""
    funnet = arrangement_eller_404(arrangement)
    skjema = SlettSkjema(skrevet(request), avbryt=adresse(funnet))

    def gjoer(svar: SlettSkjema) -> HttpResponse:
        actions.slett_utkast(arrangement=funnet, av=aktoer_i(request))
        messages.success(request, _("Utkastet er slettet."))
        return redirect("kompetanse:kurs")

    innhold = {"overskrift": _("Slett utkastet"), "arrangement": funnet}
    return behandle(request, skjema, Svar("kompetanse/bekreft.html", innhold, gjoer))


@krever(*SKRIVER)
@require_POST
def arrangement_gaa(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """Open the draft, or say that the event was held (`til` in the form)."""
    funnet = arrangement_eller_404(arrangement)
    valg: dict[str, tuple[Callable[..., None], str]] = {
        Tilstand.AAPEN: (actions.aapne, _("Kommunene som er invitert, ser arrangementet nå.")),
        Tilstand.HOLDT: (actions.merk_holdt, _("Arrangementet er merket som holdt.")),
    }
    til, versjon = request.POST.get("til", ""), request.POST.get("versjon", "")
    if til not in valg or not versjon.isdecimal():
        raise Http404
    gjoer, tekst = valg[til]
    try:
        gjoer(arrangement=funnet, versjon=int(versjon), av=aktoer_i(request))
        messages.success(request, tekst)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(adresse(funnet))
