"""The municipality's referral, and the counsellor's question for what is missing."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle
from integrering.tilgang.doerer import aktoer_i, krever
from karriere import actions
from karriere.actions.henvisning import FELTER
from karriere.forms.henvisning import HenvisningSkjema
from karriere.henvisningspanel import forslag, navn_paa, som_mangler
from karriere.models import Henvisning, Henvisningsvedlegg
from karriere.roller import KOMMUNEN, VEILEDER
from karriere.views.felles import adresse, sti_til, vis_sak

_STED = "karriere-henvisning"


@krever(*KOMMUNEN)
@require_http_methods(GET_POST)
def henvisning(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Write the referral, save it, send it. The fields begin with what is registered."""
    sak, av = vis_sak(request, sak_noekkel, _STED), aktoer_i(request)
    rad = Henvisning.objects.filter(sak=sak).first()
    start: dict[str, Any] = {felt: getattr(rad, felt) for felt in FELTER} if rad else forslag(sak.person)
    start |= {"innsending": uuid4(), "versjon": rad.versjon if rad else 0}
    post = request.method == "POST"
    skjema = HenvisningSkjema(
        request.POST if post else None, request.FILES if post else None, initial=start, avbryt=adresse(sak)
    )

    def gjoer(s: HenvisningSkjema) -> HttpResponse:
        send = "utkast" not in request.POST
        lagret = actions.lagre_henvisning(
            sak=sak, data=s.henvisningen, send=send, versjon=s.versjonen, innsending=s.nr, av=av,
            filer=s.cleaned_data["vedlegg"],
        )  # fmt: skip
        messages.success(request, _("Henvisningen er sendt.") if send else _("Henvisningen er lagret."))
        if borte := som_mangler(lagret):
            tekst = _("Dette mangler ennå: %(deler)s.") % {"deler": ", ".join(navn_paa(borte))}
            messages.warning(request, tekst)
        return redirect(adresse(sak))

    innhold = {"sak": sak, "sti": sti_til(sak)}
    svar = Svar("karriere/henvisning.html", innhold, gjoer, lambda naa: {f: getattr(naa, f) for f in FELTER})
    return behandle(request, skjema, svar)


@krever(*KOMMUNEN)
@require_POST
def fil_bort(request: HttpRequest, sak_noekkel: UUID, vedlegg_noekkel: UUID) -> HttpResponse:
    """Take a file off."""
    sak = vis_sak(request, sak_noekkel, _STED)
    lenke = Henvisningsvedlegg.objects.filter(
        henvisning__sak=sak, vedlegg__noekkel=vedlegg_noekkel, virksomhet_id=aktoer_i(request).virksomhet_id
    ).first()
    if lenke is None:
        raise Http404
    try:
        actions.ta_av_fil(lenke=lenke, av=aktoer_i(request))
        messages.success(request, _("Filen er tatt bort."))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(adresse(sak))


@krever(*VEILEDER)
@require_POST
def etterspoer(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Ask the municipality for what is missing."""
    sak = vis_sak(request, sak_noekkel, _STED)
    try:
        actions.etterspoer(sak=sak, av=aktoer_i(request))
        messages.success(request, _("Kommunen har fått en oppgave om det som mangler."))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(adresse(sak))
