"""An application and its draft: measure, budget, partners, conditions, files."""

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
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from tilskudd.doerer import for_fylket
from tilskudd.soekt import actions, side
from tilskudd.soekt.forms.budsjett import BudsjettSkjema
from tilskudd.soekt.forms.felles import VedleggSkjema
from tilskudd.soekt.forms.soeknad import (
    NySoeknadSkjema,
    PartnerSkjema,
    TiltakSkjema,
    VilkaarSkjema,
    partnerverdier,
    tiltaksverdier,
    vilkaarsverdier,
)
from tilskudd.soekt.models import Partner, Soeknad, Tilstand, Vedleggsslag
from tilskudd.soekt.queries.soeknader import postene, vilkaarene
from tilskudd.soekt.queries.utlysninger import utlysninger
from tilskudd.soekt.roller import SKRIVER
from tilskudd.soekt.rules.steg import Steg
from tilskudd.soekt.views.felles import adresse, finn, skjemaside, stengt, videre

_U = Tilstand.UTKAST

_AAPNE = [t for t in Tilstand if t not in (Tilstand.AVSLUTTET, Tilstand.TRUKKET)]
_SLAG = [valg for valg in Vedleggsslag.choices if valg[0] != Vedleggsslag.SOEKNAD]


@for_fylket()
@require_safe
def soeknad(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """An application from draft to closed, with the next step first."""
    funnet = finn(soekt_noekkel)
    return render(
        request, "soekt/soeknad.html", side.innhold(funnet, aktoer_i(request), timezone.localdate())
    )


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def ny(request: HttpRequest) -> HttpResponse:
    """Begin an application; next, its budget."""
    alle = {u.pk: u for u in utlysninger().order_by("-aar", "navn")}
    valg = [(pk, str(u)) for pk, u in alle.items()]
    start = {"utlysning": request.GET.get("utlysning", "")}
    skjema = NySoeknadSkjema(skrevet(request), utlysninger=valg, initial=start, avbryt=reverse("soekt:liste"))

    def gjoer(svar: NySoeknadSkjema) -> HttpResponse:
        til = alle[svar.cleaned_data["utlysning"]]
        lagt_til = actions.lag_soeknad(utlysning=til, data=svar.data_for_tiltaket, av=aktoer_i(request))
        messages.success(request, _("Søknaden er begynt. Du kan fortsette når du vil."))
        return redirect(videre(lagt_til, Steg.TILTAK))

    return behandle(request, skjema, Svar("soekt/ny.html", {}, gjoer))


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tiltak(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Describe the measure."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _U):
        return ut
    skjema = TiltakSkjema(skrevet(request), initial=tiltaksverdier(funnet), avbryt=adresse(funnet))

    def gjoer(svar: TiltakSkjema) -> None:
        actions.endre_soeknad(
            soeknad=funnet, versjon=svar.sett, data=svar.data_for_tiltaket, av=aktoer_i(request)
        )

    return skjemaside(
        request,
        funnet,
        skjema,
        _("Tiltaket"),
        gjoer,
        til=lambda: videre(funnet, Steg.TILTAK),
        naa=tiltaksverdier,
    )


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def budsjett(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Write the budget, all posts on one page."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _U):
        return ut
    skjema = BudsjettSkjema(
        skrevet(request), poster=postene(funnet), initial={"versjon": funnet.versjon}, avbryt=adresse(funnet)
    )

    def gjoer(svar: BudsjettSkjema) -> None:
        actions.lagre_budsjett(soeknad=funnet, versjon=svar.sett, poster=svar.poster, av=aktoer_i(request))

    return skjemaside(
        request, funnet, skjema, _("Budsjett"), gjoer, til=lambda: videre(funnet, Steg.BUDSJETT),
        mal="soekt/budsjett.html",
    )  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def partner_ny(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Add a partner with the letter of intent."""
    return _partner(request, finn(soekt_noekkel), None)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def partner(request: HttpRequest, soekt_noekkel: UUID, partner_id: int) -> HttpResponse:
    """Change a partner, or take it out."""
    funnet = finn(soekt_noekkel)
    rad = funnet.partnere.filter(pk=partner_id).first()
    if rad is None:
        raise Http404
    return _partner(request, funnet, rad)


def _partner(request: HttpRequest, funnet: Soeknad, rad: Partner | None) -> HttpResponse:
    if ut := stengt(request, funnet, _U):
        return ut
    start = partnerverdier(rad, funnet.versjon) if rad else {"versjon": funnet.versjon}
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = PartnerSkjema(*data, finnes=rad is not None, initial=start, avbryt=adresse(funnet))

    def gjoer(svar: PartnerSkjema) -> None:
        av = aktoer_i(request)
        if rad is not None and svar.cleaned_data["bort"]:
            actions.slett_partner(soeknad=funnet, versjon=svar.sett, partner=rad, av=av)
            return
        lagret = actions.lagre_partner(
            soeknad=funnet, versjon=svar.sett, data=svar.data_for_partneren, av=av, partner=rad
        )
        actions.legg_ved(
            soeknad=funnet,
            filer=svar.cleaned_data["vedlegg"],
            slag=Vedleggsslag.INTENSJONSAVTALE,
            av=av,
            partner=lagret,
        )

    overskrift = _("Endre samarbeidspartner") if rad else _("Ny samarbeidspartner")
    return skjemaside(request, funnet, skjema, overskrift, gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def vilkaar(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Answer the conditions of the call."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _U):
        return ut
    linjer = vilkaarene(funnet)
    skjema = VilkaarSkjema(
        skrevet(request), linjer=linjer, initial={"versjon": funnet.versjon}, avbryt=adresse(funnet)
    )

    def gjoer(svar: VilkaarSkjema) -> None:
        actions.lagre_svar(soeknad=funnet, versjon=svar.sett, svar=svar.svarene, av=aktoer_i(request))

    def naa(gjelder: Any) -> dict[str, Any]:
        return vilkaarsverdier(vilkaarene(gjelder))

    return skjemaside(request, funnet, skjema, _("Vilkår"), gjoer, naa=naa)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def vedlegg(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Add evidence."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, *_AAPNE):
        return ut
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = VedleggSkjema(*data, slag=_SLAG, avbryt=adresse(funnet))

    def gjoer(svar: VedleggSkjema) -> None:
        d = svar.cleaned_data
        actions.legg_ved(soeknad=funnet, filer=d["vedlegg"], slag=d["slag"], av=aktoer_i(request))

    return skjemaside(request, funnet, skjema, _("Legg ved dokumentasjon"), gjoer)


@krever(*SKRIVER)
@require_POST
def vedlegg_bort(request: HttpRequest, soekt_noekkel: UUID, soekt_fil: UUID) -> HttpResponse:
    """Take a file off a draft."""
    funnet = finn(soekt_noekkel)
    lenke = funnet.vedlegg.select_related("vedlegg").filter(vedlegg__noekkel=soekt_fil).first()
    if lenke is None:
        raise Http404
    try:
        actions.ta_av(lenke=lenke, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("Filen er tatt bort."))
    return redirect(adresse(funnet))
