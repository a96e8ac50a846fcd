"""Decisions: list, page, write one down, change it, finish the follow-up, open it again."""

from __future__ import annotations

import uuid
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.oppgaver.views.punkt import svar_paa_avslutning, svar_paa_gjenaapning
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.samarbeid import actions
from regionalt.samarbeid.forms.vedtak import VedtakSkjema, vedtaksverdier
from regionalt.samarbeid.lister import VEDTAK, oppfoelgingen
from regionalt.samarbeid.roller import SER, SKRIVER
from regionalt.samarbeid.views.felles import adresse, forum_eller_404, sti_til, vedtak_eller_404
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SER)
@require_safe
def vedtakene(request: HttpRequest) -> HttpResponse:
    """The decisions, the latest first; they can be searched."""
    return vis_liste(request, VEDTAK, mal="samarbeid/underliste.html")


@krever(*SER)
@require_safe
def vedtak(request: HttpRequest, forumvedtak_noekkel: UUID) -> HttpResponse:
    """One decision, and what is done about it."""
    funnet = vedtak_eller_404(forumvedtak_noekkel)
    innhold = {
        "vedtak": funnet,
        "sti": sti_til(funnet.forum),
        "status": oppfoelgingen(funnet),
        "kan_skrive": aktoer_i(request).har(*SKRIVER),
    }
    return render(request, "samarbeid/vedtak.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def vedtak_nytt(request: HttpRequest, forum_noekkel: UUID) -> HttpResponse:
    """Write down a decision of a forum."""
    forum, av = forum_eller_404(forum_noekkel), aktoer_i(request)
    start = {"innsending": uuid.uuid4(), "dato": timezone.localdate()}
    skjema = VedtakSkjema(skrevet(request), av=av, initial=start, avbryt=adresse(forum))

    def gjoer(svar: VedtakSkjema) -> HttpResponse:
        nytt = actions.nytt_vedtak(forum=forum, data=svar.vedtak, innsending=svar.nr, av=av)
        messages.success(request, _("Vedtaket er lagret."))
        return redirect(adresse(nytt))

    return vis_skjema(request, skjema, Skjemaside(_("Nytt vedtak"), sti_til(forum)), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def vedtak_endre(request: HttpRequest, forumvedtak_noekkel: UUID) -> HttpResponse:
    """Change a decision."""
    funnet, av = vedtak_eller_404(forumvedtak_noekkel), aktoer_i(request)
    skjema = VedtakSkjema(
        skrevet(request), av=av, har=funnet.ansvarlig, initial=vedtaksverdier(funnet), avbryt=adresse(funnet)
    )

    def gjoer(svar: VedtakSkjema) -> HttpResponse:
        actions.endre_vedtak(vedtak=funnet, versjon=svar.versjonen, data=svar.vedtak, av=av)
        messages.success(request, _("Vedtaket er endret."))
        return redirect(adresse(funnet))

    side = Skjemaside(_("Endre vedtaket"), sti_til(funnet.forum, funnet))
    return vis_skjema(request, skjema, side, gjoer, vedtaksverdier)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def vedtak_avslutt(request: HttpRequest, forumvedtak_noekkel: UUID) -> HttpResponse:
    """Say that the follow-up is done, or that it falls away."""
    funnet = vedtak_eller_404(forumvedtak_noekkel)
    overskrift = _("Avslutt oppfølgingen")
    return svar_paa_avslutning(
        request,
        funnet,
        mal="regionalt/skjemaside.html",
        innhold=vars(Skjemaside(overskrift, sti_til(funnet.forum, funnet), funnet.oppfoelging)),
        tilbake=adresse(funnet),
        avslutt=partial(actions.avslutt_vedtak, vedtak=funnet, av=aktoer_i(request)),
    )


@krever(*SKRIVER)
@require_POST
def vedtak_gjenaapne(request: HttpRequest, forumvedtak_noekkel: UUID) -> HttpResponse:
    """Open the follow-up again."""
    funnet = vedtak_eller_404(forumvedtak_noekkel)
    aapne = partial(actions.gjenaapne_vedtak, vedtak=funnet, av=aktoer_i(request))
    return svar_paa_gjenaapning(request, tilbake=adresse(funnet), gjenaapne=aapne)
