"""Forums: list, page, make one, change it, its members and meetings."""

from __future__ import annotations

import uuid
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter.kodeverk import Moetetype
from integrering.utveksling.moeter.tekster import moetets_tid
from regionalt.samarbeid import actions
from regionalt.samarbeid.forms.forum import (
    ForumSkjema,
    KnyttSkjema,
    MedlemSkjema,
    forumverdier,
    medlemsverdier,
)
from regionalt.samarbeid.lister import FORA, oppfoelgingen
from regionalt.samarbeid.models import Forum
from regionalt.samarbeid.queries.fora import medlemmer_i, moetene_til
from regionalt.samarbeid.queries.vedtak import vedtakene_i
from regionalt.samarbeid.roller import SER, SER_TILTAK, SKRIVER
from regionalt.samarbeid.views.felles import adresse, forum_eller_404, medlem_eller_404, sti_til
from regionalt.views.nytt_moete import vis_nytt_moete
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SER)
@require_safe
def fora(request: HttpRequest) -> HttpResponse:
    """The forums the reader sees: a municipality those it is a member of."""
    av = aktoer_i(request)
    return vis_liste(
        request, FORA, mal="samarbeid/fora.html", kan_skrive=av.har(*SKRIVER), ser_tiltak=av.har(*SER_TILTAK)
    )


@krever(*SER)
@require_safe
def forum(request: HttpRequest, forum_noekkel: UUID) -> HttpResponse:
    """Members, meetings and decisions of one forum."""
    funnet, i_dag = forum_eller_404(forum_noekkel), timezone.localdate()
    alle = medlemmer_i(funnet)
    innhold = {
        "forum": funnet,
        "sti": sti_til(),
        "medlemmer": [m for m in alle if m.til is None or m.til >= i_dag],
        "tidligere": [m for m in alle if m.til is not None and m.til < i_dag],
        "moeter": [(m, moetets_tid(m)) for m in moetene_til(funnet)],
        "vedtak": [(v, oppfoelgingen(v)) for v in vedtakene_i(funnet)],
        "kan_skrive": aktoer_i(request).har(*SKRIVER),
    }
    return render(request, "samarbeid/forum.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def forum_nytt(request: HttpRequest) -> HttpResponse:
    """Make a forum."""
    start = {"innsending": uuid.uuid4()}
    skjema = ForumSkjema(skrevet(request), initial=start, avbryt=reverse("samarbeid:fora"))

    def gjoer(svar: ForumSkjema) -> HttpResponse:
        nytt = actions.nytt_forum(data=svar.forum, innsending=svar.nr, av=aktoer_i(request))
        messages.success(request, _("Forumet er lagret."))
        return redirect(adresse(nytt))

    return vis_skjema(request, skjema, Skjemaside(_("Nytt forum"), sti_til()), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def forum_endre(request: HttpRequest, forum_noekkel: UUID) -> HttpResponse:
    """Change a forum, or close it down."""
    funnet = forum_eller_404(forum_noekkel)
    skjema = ForumSkjema(skrevet(request), initial=forumverdier(funnet), avbryt=adresse(funnet))

    def gjoer(svar: ForumSkjema) -> HttpResponse:
        actions.endre_forum(forum=funnet, versjon=svar.versjonen, data=svar.forum, av=aktoer_i(request))
        messages.success(request, _("Forumet er endret."))
        return redirect(adresse(funnet))

    side = Skjemaside(_("Endre forumet"), sti_til(funnet))
    return vis_skjema(request, skjema, side, gjoer, forumverdier)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def medlem_nytt(request: HttpRequest, forum_noekkel: UUID) -> HttpResponse:
    """Take a member into a forum."""
    funnet = forum_eller_404(forum_noekkel)
    start = {"innsending": uuid.uuid4(), "fra": timezone.localdate()}
    skjema = MedlemSkjema(skrevet(request), initial=start, avbryt=adresse(funnet))

    def gjoer(svar: MedlemSkjema) -> HttpResponse:
        actions.nytt_medlem(forum=funnet, data=svar.medlem, innsending=svar.nr, av=aktoer_i(request))
        messages.success(request, _("Medlemmet er lagret."))
        return redirect(adresse(funnet))

    return vis_skjema(request, skjema, Skjemaside(_("Nytt medlem"), sti_til(funnet)), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def medlem_endre(request: HttpRequest, medlem_noekkel: UUID) -> HttpResponse:
    """Change a member, or end the membership."""
    medlem = medlem_eller_404(medlem_noekkel)
    tilbake = adresse(medlem.forum)
    skjema = MedlemSkjema(skrevet(request), initial=medlemsverdier(medlem), avbryt=tilbake)

    def gjoer(svar: MedlemSkjema) -> HttpResponse:
        actions.endre_medlem(medlem=medlem, versjon=svar.versjonen, data=svar.medlem, av=aktoer_i(request))
        messages.success(request, _("Medlemmet er endret."))
        return redirect(tilbake)

    side = Skjemaside(_("Endre medlemmet"), sti_til(medlem.forum))
    return vis_skjema(request, skjema, side, gjoer, medlemsverdier)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def forum_moete(request: HttpRequest, forum_noekkel: UUID) -> HttpResponse:
    """Call a meeting of the forum, with its members chosen."""
    funnet = forum_eller_404(forum_noekkel)
    etter = partial(_knytt, request, funnet)
    return vis_nytt_moete(request, forvalg=_forvalg(request, funnet), tilbake=adresse(funnet), etter=etter)


def _knytt(request: HttpRequest, forum: Forum, moete: object) -> None:
    actions.knytt_moete(forum=forum, moete=moete, av=aktoer_i(request))  # type: ignore[arg-type]


def _forvalg(request: HttpRequest, forum: Forum) -> dict[str, object]:
    """Return what the form of a meeting begins with: the members, also those from outside, by name."""
    i_dag, hjemme = timezone.localdate(), aktoer_i(request).virksomhet_id
    naa = [m for m in medlemmer_i(forum) if m.til is None or m.til >= i_dag]
    return {
        "type": Moetetype.FORUM.value,
        "tittel": forum.navn,
        "virksomheter": [m.virksomhet_id for m in naa if m.virksomhet_id not in (None, hjemme)],
        "eksterne": [(m.person, m.organisasjon) for m in naa if m.virksomhet_id is None and m.person],
    }


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def forum_knytt(request: HttpRequest, forum_noekkel: UUID) -> HttpResponse:
    """Say that a meeting that is there already is the forum's."""
    funnet, av = forum_eller_404(forum_noekkel), aktoer_i(request)
    skjema = KnyttSkjema(skrevet(request), av=av, avbryt=adresse(funnet))

    def gjoer(svar: KnyttSkjema) -> HttpResponse:
        actions.knytt_moete(forum=funnet, moete=svar.moetet, av=av)
        messages.success(request, _("Møtet er knyttet til forumet."))
        return redirect(adresse(funnet))

    ingress = _("Listen har møter av typen forum som fylkeskommunen har kalt inn til.")
    side = Skjemaside(_("Knytt et møte til forumet"), sti_til(funnet), ingress)
    return vis_skjema(request, skjema, side, gjoer)
