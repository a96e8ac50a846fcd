"""Materials of an event: attach, delete."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.vedlegg.forms import VedleggFelt
from regionalt.kompetanse import actions
from regionalt.kompetanse.queries.filer import finn_fil
from regionalt.kompetanse.roller import SKRIVER
from regionalt.kompetanse.views.felles import adresse, arrangement_eller_404


class _FilSkjema(Skjema):
    knapp = gettext_lazy("Legg ved")
    vedlegg = VedleggFelt(required=True)


class _SlettSkjema(Skjema):
    knapp = gettext_lazy("Slett vedlegget")
    bekreft = forms.CharField(widget=forms.HiddenInput, initial="ja")


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def legg_ved(request: HttpRequest, arrangement: UUID) -> HttpResponse:
    """Attach files."""
    funnet = arrangement_eller_404(arrangement)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = _FilSkjema(*data, avbryt=adresse(funnet))

    def gjoer(svar: _FilSkjema) -> HttpResponse:
        filer = svar.cleaned_data["vedlegg"]
        antall = actions.legg_ved(arrangement=funnet, filer=filer, av=aktoer_i(request))
        tekst = ngettext("%(n)s fil er lagt ved.", "%(n)s filer er lagt ved.", antall)
        messages.success(request, tekst % {"n": antall})
        return redirect(adresse(funnet))

    return behandle(request, skjema, Svar("kompetanse/legg_ved.html", {"arrangement": funnet}, gjoer))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def slett(request: HttpRequest, arrangement: UUID, kursfil: UUID) -> HttpResponse:
    """Delete a file, having been asked."""
    funnet = arrangement_eller_404(arrangement)
    lenke = finn_fil(funnet, kursfil)
    if lenke is None:
        raise Http404
    skjema = _SlettSkjema(skrevet(request), avbryt=adresse(funnet))

    def gjoer(svar: _SlettSkjema) -> HttpResponse:
        actions.slett_fil(lenke=lenke, av=aktoer_i(request))
        messages.success(request, _("Vedlegget er slettet."))
        return redirect(adresse(funnet))

    innhold = {"overskrift": _("Slett vedlegget"), "arrangement": funnet, "ingress": lenke.vedlegg.tittel}
    return behandle(request, skjema, Svar("kompetanse/bekreft.html", innhold, gjoer))
