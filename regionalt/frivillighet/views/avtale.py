"""Agreements: list, page, make one, change it, go through it, attach files."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.frivillighet import actions
from regionalt.frivillighet.forms.avtale import (
    AvtaleSkjema,
    FilSkjema,
    GjennomgangSkjema,
    avtaleverdier,
)
from regionalt.frivillighet.lister import AVTALER, statusen_til
from regionalt.frivillighet.models import Avtale
from regionalt.frivillighet.queries.avtaler import filer_til
from regionalt.frivillighet.roller import SER, SER_FILER, SKRIVER
from regionalt.frivillighet.views.felles import (
    adresse,
    avtale_eller_404,
    organisasjon_eller_404,
    sti_til,
)
from regionalt.roller import LESER
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*LESER)
@require_safe
def avtaler(request: HttpRequest) -> HttpResponse:
    """The agreements, the next review first."""
    return vis_liste(request, AVTALER, mal="frivillighet/underliste.html")


@krever(*SER)
@require_safe
def avtale(request: HttpRequest, avtale_noekkel: UUID) -> HttpResponse:
    """One agreement, and its files to those who made it."""
    funnet, av = avtale_eller_404(avtale_noekkel), aktoer_i(request)
    innhold = {
        "avtale": funnet,
        "sti": sti_til(funnet.organisasjon),
        "status": statusen_til(funnet, timezone.localdate()),
        "ser_filer": av.har(*SER_FILER),
        "filer": filer_til(funnet) if av.har(*SER_FILER) else [],
        "kan_skrive": av.har(*SKRIVER),
    }
    return render(request, "frivillighet/avtale.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def avtale_ny(request: HttpRequest, orgnummer: str) -> HttpResponse:
    """Write down an agreement with an organisation."""
    organisasjon, av = organisasjon_eller_404(orgnummer), aktoer_i(request)
    start = {"innsending": uuid.uuid4(), "ansvarlig": av.bruker_id}
    skjema = AvtaleSkjema(skrevet(request), av=av, initial=start, avbryt=adresse(organisasjon))

    def gjoer(svar: AvtaleSkjema) -> HttpResponse:
        ny = actions.ny_avtale(organisasjon=organisasjon, data=svar.avtale, innsending=svar.nr, av=av)
        messages.success(request, _("Avtalen er lagret."))
        return redirect(_adresse(ny))

    return vis_skjema(request, skjema, Skjemaside(_("Ny avtale"), sti_til(organisasjon)), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def avtale_endre(request: HttpRequest, avtale_noekkel: UUID) -> HttpResponse:
    """Change an agreement."""
    funnet, av = avtale_eller_404(avtale_noekkel), aktoer_i(request)
    start = avtaleverdier(funnet)
    skjema = AvtaleSkjema(skrevet(request), av=av, har=funnet, initial=start, avbryt=_adresse(funnet))

    def gjoer(svar: AvtaleSkjema) -> HttpResponse:
        versjon = svar.cleaned_data["versjon"] or 0
        actions.endre_avtale(avtale=funnet, versjon=versjon, data=svar.avtale, av=av)
        messages.success(request, _("Avtalen er endret."))
        return redirect(_adresse(funnet))

    side = Skjemaside(_("Endre avtalen"), sti_til(funnet.organisasjon, funnet))
    return vis_skjema(request, skjema, side, gjoer, avtaleverdier)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def avtale_gjennomgang(request: HttpRequest, avtale_noekkel: UUID) -> HttpResponse:
    """Say that an agreement is gone through today."""
    funnet = avtale_eller_404(avtale_noekkel)
    skjema = GjennomgangSkjema(skrevet(request), initial={"versjon": funnet.versjon}, avbryt=_adresse(funnet))

    def gjoer(svar: GjennomgangSkjema) -> HttpResponse:
        actions.gjennomgaa_avtale(avtale=funnet, av=aktoer_i(request), **svar.cleaned_data)
        messages.success(request, _("Gjennomgangen er lagret, og oppgaven er gjort."))
        return redirect(_adresse(funnet))

    side = Skjemaside(_("Gjennomgå avtalen"), sti_til(funnet.organisasjon, funnet))
    return vis_skjema(request, skjema, side, gjoer, lambda a: {"merknad": a.merknad, "neste": a.gjennomgang})


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def avtale_vedlegg(request: HttpRequest, avtale_noekkel: UUID) -> HttpResponse:
    """Attach files to an agreement."""
    funnet = avtale_eller_404(avtale_noekkel)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = FilSkjema(*data, avbryt=_adresse(funnet))

    def gjoer(svar: FilSkjema) -> HttpResponse:
        filer = svar.cleaned_data["vedlegg"]
        antall = actions.legg_ved_avtalen(avtale=funnet, filer=filer, av=aktoer_i(request))
        tekst = ngettext("%(n)s fil er lagt ved avtalen.", "%(n)s filer er lagt ved avtalen.", antall)
        messages.success(request, tekst % {"n": antall})
        return redirect(_adresse(funnet))

    ingress = _(
        "Organisasjonen og fylkeskommunen kan åpne filene. Legg ikke ved noe som handler om én person."
    )
    side = Skjemaside(_("Legg ved filer"), sti_til(funnet.organisasjon, funnet), ingress)
    return vis_skjema(request, skjema, side, gjoer)


def _adresse(avtalen: Avtale) -> str:
    return reverse("frivillighet:avtale", args=[avtalen.noekkel])
