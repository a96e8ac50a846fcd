"""The checklist of quality: all centres, one of them, and one point there."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from karriere import actions
from karriere.forms.kvalitet import KvalitetSkjema
from karriere.lister_kvalitet import KVALITET
from karriere.models import Kvalitetssvar, Senter
from karriere.queries.kvalitet import delt_opp, finn_svar, kan_vurdere, punktene, svarene
from karriere.queries.sentre import finn_senter
from karriere.roller import FYLKET, STYRER, VEILEDER
from karriere.rules.kvalitet import andel_paa_plass
from karriere.views.felles import sti_til
from regionalt.views.skjemaside import Skjemaside, vis_skjema


def _senter_eller_404(noekkel: UUID) -> Senter:
    funnet = finn_senter(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def _sti() -> list[tuple[str, str]]:
    return [*sti_til(), (_("Kvalitet"), reverse("karriere:kvalitet"))]


@krever(*FYLKET)
@require_safe
def kvalitet(request: HttpRequest) -> HttpResponse:
    """All centres in use, and how far each has come."""
    return vis_liste(request, KVALITET, mal="karriere/kvalitet.html")


@krever(*FYLKET)
@require_safe
def kvalitet_senter(request: HttpRequest, senter_noekkel: UUID) -> HttpResponse:
    """The points of one centre, by area."""
    funnet = _senter_eller_404(senter_noekkel)
    omraader = svarene(funnet)
    status = [p.svar.status if p.svar else "" for punkter in omraader.values() for p in punkter]
    innhold = {
        "senter": funnet,
        "sti": _sti(),
        "omraader": omraader,
        "antall": len(status),
        "paa_plass": status.count("paa_plass"),
        "ikke_vurdert": status.count(""),
        "andel": andel_paa_plass(status.count("paa_plass"), status.count("gjelder_ikke"), len(status)),
        "kan_skrive": kan_vurdere(funnet, aktoer_i(request)),
    }
    return render(request, "karriere/kvalitet_senter.html", innhold)


@krever(*STYRER, *VEILEDER)
@require_http_methods(GET_POST)
def kvalitet_punkt(request: HttpRequest, senter_noekkel: UUID, kvalitetspunkt: str) -> HttpResponse:
    """Say where the centre stands on a point."""
    funnet, navn = _senter_eller_404(senter_noekkel), dict(punktene()).get(kvalitetspunkt)
    if navn is None:
        raise Http404
    if not kan_vurdere(funnet, aktoer_i(request)):
        raise PermissionDenied
    tilbake = reverse("karriere:kvalitet_senter", args=[funnet.noekkel])

    def gjoer(s: KvalitetSkjema) -> HttpResponse:
        actions.svar_om_kvalitet(
            senter=funnet, punkt=kvalitetspunkt, data=s.svaret, versjon=s.versjonen, innsending=s.nr,
            av=aktoer_i(request),
        )  # fmt: skip
        messages.success(request, _("Vurderingen er lagret."))
        return redirect(tilbake)

    start = _verdier(finn_svar(funnet, kvalitetspunkt)) | {"innsending": uuid4()}
    skjema = KvalitetSkjema(skrevet(request), initial=start, avbryt=tilbake)
    omraade, tekst = delt_opp(navn)
    side = Skjemaside(tekst, [*_sti(), (funnet.navn, tilbake)], f"{omraade}. {funnet.navn}.")
    return vis_skjema(request, skjema, side, gjoer, _verdier)


def _verdier(svar: Kvalitetssvar | None) -> dict[str, Any]:
    if svar is None:
        return {"versjon": 0, "dato": timezone.localdate()}
    return {felt: getattr(svar, felt) for felt in ("versjon", "status", "merknad", "dato")}
