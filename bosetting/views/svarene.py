"""The county's pages about answers: who has answered, remind the others, register one, close."""

from __future__ import annotations

import uuid
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bosetting import actions
from bosetting.forms.svar import RegistrerSvarSkjema
from bosetting.lister_svar import SVARENE
from bosetting.models import Runde
from bosetting.queries.svar import uten_svar
from bosetting.roller import SER_FYLKET, SKRIVER
from bosetting.views.felles import (
    adresse,
    kommune_eller_404,
    runde_eller_404,
    si_hvordan,
    sti_til,
    versjon_i,
)
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter.models import Moete
from regionalt.views.nytt_moete import vis_nytt_moete
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SER_FYLKET)
@require_safe
def svarene(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Who has answered what, and who has not."""
    runde = runde_eller_404(runde_noekkel)
    return vis_liste(
        request, SVARENE, mal="bosetting/svarene.html", runde=runde, sti=sti_til(runde),
        mangler=uten_svar(runde).count(), kan_skrive=runde.aapen and aktoer_i(request).har(*SKRIVER),
    )  # fmt: skip


@krever(*SKRIVER)
@require_POST
def svar_minn(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Remind all who have not answered."""
    runde = runde_eller_404(runde_noekkel)

    def gjoer() -> str:
        antall = actions.minn_om_svar(runde=runde, av=aktoer_i(request))
        if not antall:
            return _("Ingen flere å minne på i dag.")
        tekst = ngettext("%(n)s kommune er minnet på.", "%(n)s kommuner er minnet på.", antall)
        return tekst % {"n": antall}

    return si_hvordan(request, gjoer, adresse(runde, "svarene"))


@krever(*SKRIVER)
@require_POST
def svar_steng(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Close the municipalities' forms, or open them again."""
    runde = runde_eller_404(runde_noekkel)
    steng = "steng" in request.POST

    def gjoer() -> str:
        actions.steng_svar(runde=runde, versjon=versjon_i(request), steng=steng, av=aktoer_i(request))
        return _("Runden er stengt for svar.") if steng else _("Runden er åpen for svar.")

    return si_hvordan(request, gjoer, adresse(runde, "svarene"))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def svar_registrer(request: HttpRequest, runde_noekkel: UUID, kommunenummer: str) -> HttpResponse:
    """Register an answer that came in another way."""
    runde = runde_eller_404(runde_noekkel)
    rad = kommune_eller_404(runde, kommunenummer)
    start = {"innsending": uuid.uuid4(), "mottatt": timezone.localdate()}
    tilbake = adresse(runde, "svarene")
    skjema = RegistrerSvarSkjema(skrevet(request), initial=start, avbryt=tilbake)

    def gjoer(svar: RegistrerSvarSkjema) -> HttpResponse:
        actions.registrer_svar(
            rad=rad, data=svar.svaret, mottatt=svar.cleaned_data["mottatt"], innsending=svar.nr,
            av=aktoer_i(request),
        )  # fmt: skip
        messages.success(request, _("Svaret fra %(kommune)s er registrert.") % {"kommune": rad.kommune})
        return redirect(tilbake)

    tittel = _("Registrer svar fra %(kommune)s") % {"kommune": rad.kommune}
    return vis_skjema(request, skjema, Skjemaside(tittel, sti_til(runde, "svarene")), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def dialogmoete(request: HttpRequest, runde_noekkel: UUID, kommunenummer: str) -> HttpResponse:
    """Call a dialogue meeting with the municipality about this round."""
    runde = runde_eller_404(runde_noekkel)
    rad = kommune_eller_404(runde, kommunenummer)
    forvalg = {"tittel": _("Dialogmøte om bosetting %(aar)s") % {"aar": runde.aar},
               "virksomheter": [rad.kommune_id]}  # fmt: skip
    tilbake = redirect("bosetting:kommune", runde_noekkel, kommunenummer)["Location"]
    return vis_nytt_moete(
        request, forvalg=forvalg, tilbake=tilbake, etter=partial(_knytt, request, runde, rad.kommune_id)
    )


def _knytt(request: HttpRequest, runde: Runde, kommune_id: int, moete: Moete) -> None:
    actions.knytt_moete(runde=runde, kommune_id=kommune_id, moete=moete, av=aktoer_i(request))
