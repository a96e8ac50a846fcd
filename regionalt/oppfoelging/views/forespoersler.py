"""Requests for guidance: list, page, ask, begin, answer, withdraw."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
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
from integrering.oppgaver.forms import Versjonsskjema
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from regionalt.oppfoelging import actions
from regionalt.oppfoelging.forms.forespoersel import (
    RegistrerSkjema,
    SpoerSkjema,
    SvarSkjema,
    TrekkSkjema,
)
from regionalt.oppfoelging.lister import FORESPOERSLER
from regionalt.oppfoelging.models import Forespoersel
from regionalt.oppfoelging.queries import forespoersler as queries
from regionalt.oppfoelging.roller import SKRIVER, SPOER
from regionalt.oppfoelging.rules.svartid import svartiden, virkedager
from regionalt.oppfoelging.tekster import svartid_i_ord
from regionalt.queries.kommuner import finn_kommune
from regionalt.roller import LESER


@krever(*LESER)
@require_safe
def forespoersler(request: HttpRequest) -> HttpResponse:
    """The requests, and how fast this year's were answered; a municipality sees its own."""
    av, i_dag = aktoer_i(request), timezone.localdate()
    svartid = svartiden(queries.svarene(date(i_dag.year, 1, 1), i_dag))
    return vis_liste(
        request,
        FORESPOERSLER,
        mal="oppfoelging/forespoersler.html",
        kommune=av.er_kommune,
        kan_spoerre=av.har(*SPOER),
        svartid=svartid_i_ord(svartid),
        maal=settings.VEILEDNING_VIRKEDAGER,
    )


@krever(*LESER)
@require_safe
def forespoersel(request: HttpRequest, forespoersel: UUID) -> HttpResponse:
    """One request: the question, where it stands, the answer."""
    funnet, av = _finn(forespoersel), aktoer_i(request)
    brukt = virkedager(funnet.mottatt, funnet.besvart or timezone.localdate())
    innhold = {
        "forespoersel": funnet,
        "vedlegg": queries.vedlegg_til(funnet),
        "virkedager": brukt,
        "kan_trekke": av.har(*SPOER),
        "kan_svare": av.har(*SKRIVER),
        "kan_begynne": av.har(*SKRIVER) and funnet.behandler_id != av.bruker_id,
    }
    return render(request, "oppfoelging/forespoersel.html", innhold)


@krever(*SPOER)
@require_http_methods(GET_POST)
def forespoersel_ny(request: HttpRequest) -> HttpResponse:
    """Ask for one's own municipality; at the county: write down what came another way."""
    av = aktoer_i(request)
    skjema_av = SpoerSkjema if av.er_kommune else RegistrerSkjema
    kommune = None if av.er_kommune else finn_kommune(request.GET.get("kommune", ""))
    tilbake = reverse("kommune", args=[kommune.nummer]) if kommune else reverse("oppfoelging:forespoersler")
    start = {
        "innsending": uuid.uuid4(),
        "kommune": kommune.nummer if kommune else "",
        "mottatt": timezone.localdate(),
    }
    skjema = skjema_av(skrevet(request), _filer(request), initial=start, avbryt=tilbake)

    def gjoer(svar: SpoerSkjema) -> HttpResponse:
        if isinstance(svar, RegistrerSkjema):
            data, kvittering = svar.registrert, _("Forespørselen er registrert.")
        else:
            data = svar.spoersmaalet(Virksomhet.objects.get(pk=av.virksomhet_id))
            kvittering = _("Forespørselen er sendt. Du ser her når den er besvart.")
        ny = actions.spoer(data=data, filer=svar.cleaned_data["vedlegg"], innsending=svar.nr, av=av)
        messages.success(request, kvittering)
        return redirect(_adresse(ny))

    innhold = {"egen": av.er_kommune, "maal": settings.VEILEDNING_VIRKEDAGER}
    return behandle(request, skjema, Svar("oppfoelging/forespoersel_ny.html", innhold, gjoer))


@krever(*SKRIVER)
@require_POST
def forespoersel_begynn(request: HttpRequest, forespoersel: UUID) -> HttpResponse:
    """Take a request on."""
    funnet, skjema = _finn(forespoersel), Versjonsskjema(request.POST)
    versjon = skjema.cleaned_data["versjon"] if skjema.is_valid() else 0
    try:
        actions.begynn(forespoersel=funnet, versjon=versjon, av=aktoer_i(request))
    except Regelbrudd as brudd:  # somebody else did something: the page that follows shows what
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("Forespørselen er din. Kommunen ser at den er under arbeid."))
    return redirect(_adresse(funnet))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def forespoersel_svar(request: HttpRequest, forespoersel: UUID) -> HttpResponse:
    """Answer a request."""
    funnet = _finn(forespoersel)
    start = {"versjon": funnet.versjon}
    skjema = SvarSkjema(skrevet(request), _filer(request), initial=start, avbryt=_adresse(funnet))

    def gjoer(svar: SvarSkjema) -> HttpResponse:
        rent = svar.cleaned_data
        actions.besvar(
            forespoersel=funnet, versjon=rent["versjon"], svar=rent["svar"], filer=rent["vedlegg"],
            av=aktoer_i(request),
        )  # fmt: skip
        messages.success(request, _("Svaret er sendt. Kommunen kan lese det nå."))
        return redirect(_adresse(funnet))

    def naa(rad: Forespoersel) -> dict[str, Any]:
        return {"svar": rad.svar}

    innhold = {"forespoersel": funnet}
    return behandle(request, skjema, Svar("oppfoelging/forespoersel_svar.html", innhold, gjoer, naa))


@krever(*SPOER)
@require_http_methods(GET_POST)
def forespoersel_trekk(request: HttpRequest, forespoersel: UUID) -> HttpResponse:
    """Withdraw a request, having been asked."""
    funnet = _finn(forespoersel)
    skjema = TrekkSkjema(skrevet(request), initial={"versjon": funnet.versjon}, avbryt=_adresse(funnet))

    def gjoer(svar: TrekkSkjema) -> HttpResponse:
        actions.trekk(forespoersel=funnet, versjon=svar.cleaned_data["versjon"], av=aktoer_i(request))
        messages.success(request, _("Forespørselen er trukket."))
        return redirect(_adresse(funnet))

    innhold = {"forespoersel": funnet}
    return behandle(request, skjema, Svar("oppfoelging/forespoersel_trekk.html", innhold, gjoer))


def _filer(request: HttpRequest) -> Any:
    return request.FILES if request.method == "POST" else None


def _finn(noekkel: UUID) -> Forespoersel:
    """Return a request the reader sees. Raises Http404."""
    funnet = queries.finn_forespoersel(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def _adresse(forespoersel: Forespoersel) -> str:
    return reverse("oppfoelging:forespoersel", args=[forespoersel.noekkel])
