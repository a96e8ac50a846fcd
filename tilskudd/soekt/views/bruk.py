"""What the money became: amounts, participants, methods, the report, the end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur import kroner
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from tilskudd.soekt import actions, tekster
from tilskudd.soekt.forms.felles import GrunnSkjema
from tilskudd.soekt.forms.saken import (
    AvsluttSkjema,
    BrukSkjema,
    LeverSkjema,
    MetodeSkjema,
    RapportSkjema,
    ResultatSkjema,
    metodeverdier,
    rapportverdier,
)
from tilskudd.soekt.models import Metode, Soeknad, Tilstand
from tilskudd.soekt.queries.bruk import per_post, resultatverdier
from tilskudd.soekt.queries.soeknader import postene
from tilskudd.soekt.roller import SKRIVER
from tilskudd.soekt.views.felles import PAA_PAPIRET, adresse, finn, skjemaside, stengt

_T = Tilstand


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def bruk_ny(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Register an amount spent; what is off purpose or beyond the post is said at once."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, *PAA_PAPIRET):
        return ut
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = BrukSkjema(
        *data, poster=postene(funnet), initial={"dato": timezone.localdate()}, avbryt=adresse(funnet)
    )

    def gjoer(svar: BrukSkjema) -> None:
        funn = actions.foer_bruk(
            soeknad=funnet,
            data=svar.data_for_bruken,
            filer=svar.cleaned_data["vedlegg"],
            av=aktoer_i(request),
        )
        for avvik in funn:
            messages.warning(request, str(tekster.AVVIK[avvik]))

    return skjemaside(
        request, funnet, skjema, _("Før bruk av tilskuddet"), gjoer, melding=_("Bruken er ført."),
        per_post=per_post(funnet), mal="soekt/bruk.html",
    )  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def bruk_annuller(request: HttpRequest, soekt_noekkel: UUID, bruk_id: int) -> HttpResponse:
    """Say that an amount was registered by mistake."""
    funnet = finn(soekt_noekkel)
    rad = funnet.bruk.filter(pk=bruk_id).first()
    if rad is None:
        raise Http404
    if ut := stengt(request, funnet, *PAA_PAPIRET):
        return ut
    skjema = GrunnSkjema(skrevet(request), avbryt=adresse(funnet))
    skjema.knapp = _("Annuller føringen")

    def gjoer(svar: GrunnSkjema) -> None:
        actions.annuller_bruk(bruk=rad, grunn=svar.cleaned_data["grunn"], av=aktoer_i(request))

    return skjemaside(
        request, funnet, skjema, _("Annuller føring"), gjoer,
        forklaring=f"{rad.hva}: {kroner.formater(rad.beloep)}",
    )  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def resultater(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """How many took part and completed."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, *PAA_PAPIRET):
        return ut
    skjema = ResultatSkjema(
        skrevet(request),
        tall=resultatverdier(funnet),
        initial={"versjon": funnet.versjon},
        avbryt=adresse(funnet),
    )

    def gjoer(svar: ResultatSkjema) -> None:
        actions.lagre_resultater(soeknad=funnet, versjon=svar.sett, tall=svar.tall, av=aktoer_i(request))

    return skjemaside(
        request, funnet, skjema, _("Deltakere og resultater"), gjoer,
        forklaring=_("Bare antall, aldri navn. Små tall skjules når de vises, så ingen kan kjennes igjen."),
    )  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def metode_ny(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Write down a method."""
    return _metode(request, finn(soekt_noekkel), None)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def metode(request: HttpRequest, soekt_noekkel: UUID, metode_id: int) -> HttpResponse:
    """Change a method."""
    funnet = finn(soekt_noekkel)
    rad = funnet.metoder.filter(pk=metode_id).first()
    if rad is None:
        raise Http404
    return _metode(request, funnet, rad)


def _metode(request: HttpRequest, funnet: Soeknad, rad: Metode | None) -> HttpResponse:
    if ut := stengt(request, funnet, *PAA_PAPIRET, _T.RAPPORTERT):
        return ut
    start = metodeverdier(rad) if rad else {}
    skjema = MetodeSkjema(skrevet(request), initial=start, avbryt=adresse(funnet))

    def gjoer(svar: MetodeSkjema) -> None:
        actions.lagre_metode(
            soeknad=funnet, data=svar.data_for_metoden, metode=rad, versjon=svar.sett, av=aktoer_i(request)
        )

    overskrift = _("Endre metoden") if rad else _("Ny metode")
    return skjemaside(request, funnet, skjema, overskrift, gjoer, naa=metodeverdier)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def rapport(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Write the report."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.I_GANG):
        return ut
    skjema = RapportSkjema(skrevet(request), initial=rapportverdier(funnet), avbryt=adresse(funnet))

    def gjoer(svar: RapportSkjema) -> None:
        actions.lagre_rapport(
            soeknad=funnet, versjon=svar.sett, data=svar.data_for_rapporten, av=aktoer_i(request)
        )

    return skjemaside(
        request, funnet, skjema, _("Rapport"), gjoer, naa=rapportverdier,
        melding=_("Rapporten er lagret. Se den som PDF, og før inn når den er levert."),
        forklaring=_("Bruk, deltakere og metoder kommer med av seg selv."),
    )  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def lever(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Say that the report is delivered."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.I_GANG):
        return ut
    start: dict[str, Any] = {"versjon": funnet.versjon, "dato": timezone.localdate()}
    skjema = LeverSkjema(skrevet(request), initial=start, avbryt=adresse(funnet))

    def gjoer(svar: LeverSkjema) -> None:
        actions.lever_rapport(soeknad=funnet, versjon=svar.sett, av=aktoer_i(request), **svar.svar)

    return skjemaside(
        request, funnet, skjema, _("Rapporten er levert"), gjoer,
        melding=_("Rapporten er levert. En kopi ligger i dokumentasjonen."),
        forklaring=_("Systemet sender ikke rapporten. Etter dette står bruken og tallene fast."),
    )  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def avslutt(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Close, with what was paid back."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.RAPPORTERT):
        return ut
    brukt = sum(p.brukt for p in per_post(funnet))
    igjen = max((funnet.innvilget or 0) - brukt, 0)
    start = {"versjon": funnet.versjon, "dato": timezone.localdate(), "tilbakebetalt": igjen}
    skjema = AvsluttSkjema(skrevet(request), initial=start, avbryt=adresse(funnet))

    def gjoer(svar: AvsluttSkjema) -> None:
        actions.avslutt(soeknad=funnet, versjon=svar.sett, av=aktoer_i(request), **svar.svar)

    return skjemaside(
        request, funnet, skjema, _("Avslutt søknaden"), gjoer,
        forklaring=_("%(igjen)s av tilskuddet er ikke brukt.") % {"igjen": kroner.formater(igjen)},
    )  # fmt: skip
