"""The centres: list, one of them, and what is changed there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from karriere import actions
from karriere.forms.senter import SenterenSkjema, UkeSkjema, VeilederSkjema, VeilederSluttSkjema
from karriere.lister_sentre import SENTRE
from karriere.models import Senter
from karriere.queries.sentre import finn_senter, finn_veileder, ukene, uten_senter, veilederne
from karriere.roller import FYLKET, STYRER
from karriere.views.felles import sti_til
from regionalt.views.skjemaside import Skjemaside, vis_skjema


def _senter_eller_404(noekkel: UUID) -> Senter:
    funnet = finn_senter(noekkel)
    if funnet is None:
        raise Http404
    return funnet


def _adresse(senter: Senter) -> str:
    return reverse("karriere:senteret", args=[senter.noekkel])


def _sti(senter: Senter | None = None) -> list[tuple[str, str]]:
    sti = [*sti_til(), (_("Karrieresentre"), reverse("karriere:sentre"))]
    return [*sti, (senter.navn, _adresse(senter))] if senter else sti


@krever(*FYLKET)
@require_safe
def sentre(request: HttpRequest) -> HttpResponse:
    """All centres, and the municipalities that have none."""
    return vis_liste(
        request, SENTRE, mal="karriere/sentre.html", kan_skrive=aktoer_i(request).har(*STYRER),
        uten=uten_senter(),
    )  # fmt: skip


@krever(*FYLKET)
@require_safe
def senteret(request: HttpRequest, senter_noekkel: UUID) -> HttpResponse:
    """One centre."""
    funnet, i_dag = _senter_eller_404(senter_noekkel), timezone.localdate()
    innhold = {
        "senter": funnet,
        "sti": _sti(),
        "kommuner": [
            rad.kommune for rad in funnet.kommuner.select_related("kommune").order_by("kommune__navn")
        ],
        "veiledere": veilederne(funnet),
        "uker": ukene(funnet, i_dag - timedelta(days=6)),
        "kan_skrive": aktoer_i(request).har(*STYRER),
        "i_dag": i_dag,
    }
    return render(request, "karriere/senteret.html", innhold)


@krever(*STYRER)
@require_http_methods(GET_POST)
def senter_nytt(request: HttpRequest) -> HttpResponse:
    """A new centre."""
    start = {"innsending": uuid4(), "versjon": 0, "aktiv": True}
    return _senterskjema(request, None, start)


@krever(*STYRER)
@require_http_methods(GET_POST)
def senter_endre(request: HttpRequest, senter_noekkel: UUID) -> HttpResponse:
    """Change a centre."""
    funnet = _senter_eller_404(senter_noekkel)
    return _senterskjema(request, funnet, _verdier(funnet) | {"versjon": funnet.versjon})


def _verdier(senter: Senter) -> dict[str, Any]:
    felt = {navn: getattr(senter, navn) for navn in ("navn", "sted", "samtaler_per_uke", "aktiv")}
    return felt | {"kommuner": [str(pk) for pk in senter.kommuner.values_list("kommune_id", flat=True)]}


def _senterskjema(request: HttpRequest, senter: Senter | None, start: dict[str, Any]) -> HttpResponse:
    tilbake = _adresse(senter) if senter else reverse("karriere:sentre")
    skjema = SenterenSkjema(skrevet(request), initial=start, avbryt=tilbake)

    def gjoer(s: SenterenSkjema) -> HttpResponse:
        lagret = actions.lagre_senter(
            senter=senter, data=s.senteret, versjon=s.versjonen, innsending=s.nr, av=aktoer_i(request)
        )
        messages.success(request, _("Senteret er lagret."))
        return redirect(_adresse(lagret))

    tittel = _("Endre %(navn)s") % {"navn": senter.navn} if senter else _("Nytt karrieresenter")
    side = Skjemaside(tittel, _sti(senter))
    return vis_skjema(request, skjema, side, gjoer, _verdier)


@krever(*STYRER)
@require_http_methods(GET_POST)
def veileder_ny(request: HttpRequest, senter_noekkel: UUID) -> HttpResponse:
    """A counsellor at the centre."""
    funnet = _senter_eller_404(senter_noekkel)

    def gjoer(s: VeilederSkjema) -> HttpResponse:
        d = s.cleaned_data
        actions.legg_til_veileder(
            senter=funnet, bruker_id=int(d["bruker"]), fra=d["fra"], av=aktoer_i(request)
        )
        messages.success(request, _("Veilederen er lagt til og kan lese notatene ved senteret."))
        return redirect(_adresse(funnet))

    skjema = VeilederSkjema(skrevet(request), avbryt=_adresse(funnet))
    ingress = _("Den som arbeider ved senteret, leser henvisningene og notatene i sakene der.")
    return vis_skjema(request, skjema, Skjemaside(_("Legg til veileder"), _sti(funnet), ingress), gjoer)


@krever(*STYRER)
@require_http_methods(GET_POST)
def veileder_slutt(request: HttpRequest, senter_noekkel: UUID, veileder_nr: int) -> HttpResponse:
    """A counsellor leaves."""
    funnet = _senter_eller_404(senter_noekkel)
    rad = finn_veileder(funnet, veileder_nr)
    if rad is None:
        raise Http404

    def gjoer(s: VeilederSluttSkjema) -> HttpResponse:
        actions.avslutt_veileder(rad=rad, til=s.cleaned_data["til"], av=aktoer_i(request))
        messages.success(request, _("Siste dag er lagret."))
        return redirect(_adresse(funnet))

    skjema = VeilederSluttSkjema(
        skrevet(request), initial={"til": timezone.localdate()}, avbryt=_adresse(funnet)
    )
    tittel = _("%(navn)s slutter ved senteret") % {"navn": rad.bruker}
    return vis_skjema(request, skjema, Skjemaside(tittel, _sti(funnet)), gjoer)


@krever(*STYRER)
@require_http_methods(GET_POST)
def uke_ny(request: HttpRequest, senter_noekkel: UUID) -> HttpResponse:
    """A week with another capacity."""
    funnet = _senter_eller_404(senter_noekkel)

    def gjoer(s: UkeSkjema) -> HttpResponse:
        actions.sett_uke(senter=funnet, av=aktoer_i(request), **s.cleaned_data)
        messages.success(request, _("Uken er lagret."))
        return redirect(_adresse(funnet))

    skjema = UkeSkjema(skrevet(request), avbryt=_adresse(funnet))
    return vis_skjema(request, skjema, Skjemaside(_("Uke med annen kapasitet"), _sti(funnet)), gjoer)


@krever(*STYRER)
@require_POST
def uke_bort(request: HttpRequest, senter_noekkel: UUID, uke_nr: int) -> HttpResponse:
    """The week is as usual."""
    funnet = _senter_eller_404(senter_noekkel)
    uke = funnet.uker.filter(pk=uke_nr).first()
    if uke is None:
        raise Http404
    actions.fjern_uke(uke=uke, av=aktoer_i(request))
    messages.success(request, _("Uken er som vanlig igjen."))
    return redirect(_adresse(funnet))
