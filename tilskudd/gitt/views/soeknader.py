"""The applicant's pages: our applications, the steps, look over and send, withdraw; and one application."""

from __future__ import annotations

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
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from tilskudd.gitt import soeknadsside
from tilskudd.gitt.actions import soeknad as actions
from tilskudd.gitt.forms import soeknad as skjemaer
from tilskudd.gitt.lister import tilstanden
from tilskudd.gitt.models import Soeknad
from tilskudd.gitt.queries.soeknader import egne_soeknader, vedleggene
from tilskudd.gitt.queries.utlysninger import aapne_for
from tilskudd.gitt.roller import ALLE, SOEKER
from tilskudd.gitt.steg import STEG, stegene
from tilskudd.gitt.views.felles import soeknad_eller_404, utlysning_eller_404


@krever(*SOEKER)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Our applications, and the calls we may apply to."""
    av = aktoer_i(request)
    type_ = Virksomhet.objects.values_list("type", flat=True).get(pk=av.virksomhet_id)
    innhold = {
        "soeknader": [(s, tilstanden(s)) for s in egne_soeknader(av.virksomhet_id)],
        "aapne": list(aapne_for(type_, timezone.localdate())),
    }
    return render(request, "gitt/mine.html", innhold)


@krever(*SOEKER)
@require_POST
def begynn(request: HttpRequest, gitt_utlysning: UUID) -> HttpResponse:
    """Begin an application, or go on with the one that is begun."""
    funnet = utlysning_eller_404(gitt_utlysning)
    try:
        soeknad = actions.begynn(utlysning=funnet, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
        return redirect("gitt:utlysning", funnet.noekkel)
    return redirect("gitt:steg", soeknad.noekkel, STEG[0])


@krever(*ALLE)
@require_safe
def soeknad(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """One application: as it stands, what the checks say, its files and what has happened."""
    funnet = soeknad_eller_404(gitt_soeknad)
    return render(request, "gitt/soeknad.html", soeknadsside.innhold(funnet, aktoer_i(request)))


@krever(*SOEKER)
@require_http_methods(GET_POST)
def steg(request: HttpRequest, gitt_soeknad: UUID, gitt_steg: str) -> HttpResponse:
    """One step of an open application."""
    funnet = soeknad_eller_404(gitt_soeknad)
    if gitt_steg not in STEG:
        raise Http404
    if not funnet.aapen:
        return redirect("gitt:soeknad", funnet.noekkel)
    return {"vedlegg": _vedlegg, "send": _send}.get(gitt_steg, _skriv)(request, funnet, gitt_steg)


def _skriv(request: HttpRequest, funnet: Soeknad, naa: str) -> HttpResponse:
    skjema = _skjema_for(request, funnet, naa)

    def gjoer(svar: Any) -> HttpResponse:
        felles = {"soeknad": funnet, "versjon": svar.cleaned_data["versjon"], "av": aktoer_i(request)}
        if naa == "budsjett":
            actions.lagre_budsjett(beloep=svar.cleaned_data["beloep"], linjer=svar.linjene, **felles)
        else:
            actions.lagre(felter=svar.felter, **felles)
        messages.success(request, _("Lagret. Dere kan gå fra søknaden og fortsette senere."))
        neste = naa if "bli" in request.POST else STEG[STEG.index(naa) + 1]
        return redirect("gitt:steg", funnet.noekkel, neste)

    innhold = _innhold(funnet, naa)
    return behandle(request, skjema, Svar("gitt/steg.html", innhold, gjoer, skjemaer.stegverdier))


def _skjema_for(request: HttpRequest, funnet: Soeknad, naa: str) -> Any:
    if naa == "budsjett":
        start = skjemaer.budsjettverdier(funnet, list(funnet.budsjett.all()))
        return skjemaer.BudsjettSkjema(skrevet(request), initial=start)
    start = skjemaer.stegverdier(funnet)
    if naa == "tiltaket":
        return skjemaer.TiltaketSkjema(skrevet(request), initial=start)
    frivillig = funnet.virksomhet.type == "frivillig"
    return skjemaer.OmOssSkjema(
        skrevet(request), initial=start, utlysning=funnet.utlysning, frivillig=frivillig
    )


def _vedlegg(request: HttpRequest, funnet: Soeknad, naa: str) -> HttpResponse:
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = skjemaer.SoeknadsvedleggSkjema(*data, krav=funnet.utlysning.vedleggskrav)

    def gjoer(svar: Any) -> HttpResponse:
        gitt = svar.cleaned_data
        actions.legg_ved(soeknad=funnet, krav=gitt["krav"], filer=gitt["vedlegg"], av=aktoer_i(request))
        messages.success(request, _("Vedlegget er lagret."))
        return redirect("gitt:steg", funnet.noekkel, naa)

    innhold = _innhold(funnet, naa) | {
        "vedlegg": list(vedleggene(funnet)),
        "manglende": soeknadsside.vedlegg_som_mangler(funnet),
        "neste": STEG[STEG.index(naa) + 1],
    }
    return behandle(request, skjema, Svar("gitt/steg_vedlegg.html", innhold, gjoer))


def _send(request: HttpRequest, funnet: Soeknad, naa: str) -> HttpResponse:
    av = aktoer_i(request)
    innhold = _innhold(funnet, naa) | soeknadsside.innhold(funnet, av) | {"huller": actions.mangler(funnet)}
    if request.method != "POST":
        return render(request, "gitt/steg_send.html", innhold)
    versjon = request.POST.get("versjon", "")
    if not versjon.isdecimal():
        raise Http404
    try:
        actions.send(soeknad=funnet, versjon=int(versjon), av=av)
    except Regelbrudd as brudd:
        innhold["huller"] = brudd.meldinger[""]
        return render(request, "gitt/steg_send.html", innhold, status=AVVIST)
    messages.success(request, _("Søknaden er sendt. Kvitteringen står på denne siden."))
    return redirect("gitt:soeknad", funnet.noekkel)


def _innhold(funnet: Soeknad, naa: str) -> dict[str, Any]:
    return {"soeknad": funnet, "steg": stegene(funnet, naa), "naa_steg": naa}


@krever(*SOEKER)
@require_http_methods(GET_POST)
def vedlegg_slett(request: HttpRequest, gitt_soeknad: UUID, vedlegg_noekkel: UUID) -> HttpResponse:
    """Take a file off an open application."""
    funnet = soeknad_eller_404(gitt_soeknad)
    lenke = vedleggene(funnet).filter(vedlegg__noekkel=vedlegg_noekkel).first()
    if lenke is None:
        raise Http404
    tilbake = reverse("gitt:steg", args=[funnet.noekkel, "vedlegg"])
    if request.method != "POST":
        return render(
            request, "gitt/vedlegg_slett.html", {"soeknad": funnet, "lenke": lenke, "tilbake": tilbake}
        )
    try:
        actions.ta_av(soeknad=funnet, noekkel=vedlegg_noekkel, av=aktoer_i(request))
        messages.success(request, _("Vedlegget er slettet."))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(tilbake)


@krever(*SOEKER)
@require_http_methods(GET_POST)
def trekk(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Withdraw an application that is not decided."""
    funnet = soeknad_eller_404(gitt_soeknad)
    tilbake = reverse("gitt:soeknad", args=[funnet.noekkel])
    skjema = skjemaer.GrunnSkjema(
        skrevet(request), initial={"versjon": funnet.versjon}, knapp=_("Trekk søknaden"), avbryt=tilbake
    )
    skjema.fields["grunn"].required = False

    def gjoer(svar: Any) -> HttpResponse:
        gitt = svar.cleaned_data
        actions.trekk(soeknad=funnet, versjon=gitt["versjon"] or 0, grunn=gitt["grunn"], av=aktoer_i(request))
        messages.success(request, _("Søknaden er trukket."))
        return redirect(tilbake)

    innhold = {"soeknad": funnet, "overskrift": _("Trekk søknaden")}
    return behandle(request, skjema, Svar("gitt/skjema.html", innhold, gjoer))
