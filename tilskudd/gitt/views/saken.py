"""Assessment, decision, complaint, payments, report and reclaim: one form each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from tilskudd.gitt.actions import oppfoelging, vedtak
from tilskudd.gitt.forms import saken as skjemaer
from tilskudd.gitt.lister import UTBETALINGER
from tilskudd.gitt.models import Krav, Soeknad
from tilskudd.gitt.queries.saken import oppgjoeret
from tilskudd.gitt.roller import FYLKET, GODKJENNER, RAADGIVER, SOEKER, VURDERER
from tilskudd.gitt.rules.oppgjoer import til_tilbakebetaling
from tilskudd.gitt.soeknadsside import innhold
from tilskudd.gitt.views.behandling import adressen, tilbake
from tilskudd.gitt.views.felles import soeknad_eller_404


def _svar(
    request: HttpRequest, s: Soeknad, skjema: Any, overskrift: str, gjoer: Any, mal: str = "gitt/skjema.html"
) -> HttpResponse:
    mer = innhold(s, aktoer_i(request)) if mal != "gitt/skjema.html" else {}
    return behandle(request, skjema, Svar(mal, mer | {"soeknad": s, "overskrift": overskrift}, gjoer))


@krever(*VURDERER)
@require_http_methods(GET_POST)
def vurder(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Deliver one's own assessment."""
    s = soeknad_eller_404(gitt_soeknad)
    kriterier = list(s.utlysning.kriterier.all())
    skjema = skjemaer.VurderingSkjema(skrevet(request), kriterier=kriterier, avbryt=adressen(s))

    def gjoer(svar: Any) -> HttpResponse:
        vedtak.vurder(soeknad=s, data=svar.vurderingen, av=aktoer_i(request))
        return tilbake(request, s, _("Vurderingen er levert. Den andres ser du når begge er levert."))

    return _svar(request, s, skjema, _("Vurder søknaden"), gjoer, "gitt/vurder.html")


@krever(*GODKJENNER)
@require_http_methods(GET_POST)
def vedta(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Decide."""
    s = soeknad_eller_404(gitt_soeknad)
    skjema = skjemaer.VedtakSkjema(skrevet(request), initial={"versjon": s.versjon}, avbryt=adressen(s))

    def gjoer(svar: Any) -> HttpResponse:
        nytt = vedtak.fatt_vedtak(
            soeknad=s, versjon=svar.cleaned_data["versjon"], data=svar.vedtaket, av=aktoer_i(request)
        )
        sendt = nytt.brev is not None and nytt.brev.tilstand == "sendt"
        videre = _("Brevet er sendt som melding.") if sendt else _("Brevet er ferdig. Send det til søkeren.")
        return tilbake(request, s, f"{_('Vedtaket er fattet.')} {videre}")

    return _svar(request, s, skjema, _("Avgjør søknaden"), gjoer, "gitt/vurder.html")


@krever(*SOEKER, *RAADGIVER)
@require_http_methods(GET_POST)
def klag(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Complain, or register a complaint that came another way."""
    s, av, i_dag = soeknad_eller_404(gitt_soeknad), aktoer_i(request), timezone.localdate()
    skjema = skjemaer.KlageSkjema(skrevet(request), initial={"mottatt": i_dag}, avbryt=adressen(s))
    if not av.er_fylke:
        del skjema.fields["mottatt"]

    def gjoer(svar: Any) -> HttpResponse:
        gitt = svar.cleaned_data
        ny = vedtak.klag(soeknad=s, tekst=gitt["tekst"], mottatt=gitt.get("mottatt", i_dag), av=av)
        sent = "" if ny.rettidig else " " + _("Den kom etter at klagefristen var ute.")
        return tilbake(request, s, _("Klagen er registrert.") + sent)

    return _svar(request, s, skjema, _("Klage på vedtaket"), gjoer)


@krever(*RAADGIVER)
@require_http_methods(GET_POST)
def oversend(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """The complaint is sent to the appeal body."""
    s = soeknad_eller_404(gitt_soeknad)
    skjema = skjemaer.DatoSkjema(
        skrevet(request), initial={"dato": timezone.localdate()}, knapp=_("Lagre"), avbryt=adressen(s)
    )

    def gjoer(svar: Any) -> HttpResponse:
        vedtak.oversend(soeknad=s, dato=svar.cleaned_data["dato"], av=aktoer_i(request))
        return tilbake(request, s, _("Klagen er sendt til klageinstansen."))

    return _svar(request, s, skjema, _("Send klagen til klageinstansen"), gjoer)


@krever(*RAADGIVER)
@require_http_methods(GET_POST)
def utbetal(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Register a payment."""
    s = soeknad_eller_404(gitt_soeknad)
    start = {"beloep": oppfoelging.kan_betales_naa(s) or ""}
    skjema = skjemaer.UtbetalingSkjema(skrevet(request), initial=start, avbryt=adressen(s))

    def gjoer(svar: Any) -> HttpResponse:
        oppfoelging.registrer_utbetaling(soeknad=s, beloep=svar.cleaned_data["beloep"], av=aktoer_i(request))
        return tilbake(request, s, _("Utbetalingen er registrert og venter på godkjenning av en annen."))

    return _svar(request, s, skjema, _("Registrer utbetaling"), gjoer)


@krever(*SOEKER)
@require_http_methods(GET_POST)
def rapport(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Send the report with accounts."""
    s = soeknad_eller_404(gitt_soeknad)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = skjemaer.RapportSkjema(*data, avbryt=adressen(s))

    def gjoer(svar: Any) -> HttpResponse:
        filer = svar.cleaned_data["vedlegg"]
        oppfoelging.rapporter(soeknad=s, data=svar.rapporten, filer=filer, av=aktoer_i(request))
        return tilbake(request, s, _("Rapporten er sendt."))

    return _svar(request, s, skjema, _("Rapport og regnskap"), gjoer)


@krever(*RAADGIVER)
@require_http_methods(GET_POST)
def rapportkontroll(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Control the report."""
    s = soeknad_eller_404(gitt_soeknad)
    skjema = skjemaer.RapportkontrollSkjema(skrevet(request), avbryt=adressen(s))

    def gjoer(svar: Any) -> HttpResponse:
        oppfoelging.kontroller_rapport(soeknad=s, av=aktoer_i(request), **svar.cleaned_data)
        return tilbake(request, s, _("Kontrollen er lagret."))

    return _svar(request, s, skjema, _("Kontroller rapporten"), gjoer, "gitt/vurder.html")


@krever(*RAADGIVER)
@require_http_methods(GET_POST)
def krav(request: HttpRequest, gitt_soeknad: UUID) -> HttpResponse:
    """Propose a demand, or write down that it is paid."""
    s = soeknad_eller_404(gitt_soeknad)
    vedtatt = Krav.objects.filter(soeknad=s, vedtatt__isnull=False).first()
    if vedtatt is not None:
        return _krav_betalt(request, s, vedtatt)
    o = oppgjoeret(s)
    start = {"beloep": til_tilbakebetaling(betalt=o.betalt, brukt=o.brukt) or ""}
    skjema = skjemaer.KravSkjema(skrevet(request), initial=start, avbryt=adressen(s))

    def gjoer(svar: Any) -> HttpResponse:
        oppfoelging.foreslaa_krav(soeknad=s, av=aktoer_i(request), **svar.cleaned_data)
        return tilbake(request, s, _("Kravet er foreslått. En annen vedtar det."))

    return _svar(request, s, skjema, _("Krev tilskudd tilbake"), gjoer)


def _krav_betalt(request: HttpRequest, s: Soeknad, funnet: Krav) -> HttpResponse:
    skjema = skjemaer.DatoSkjema(skrevet(request), knapp=_("Lagre"), avbryt=adressen(s))

    def gjoer(svar: Any) -> HttpResponse:
        oppfoelging.krav_betalt(krav=funnet, dato=svar.cleaned_data["dato"], av=aktoer_i(request))
        return tilbake(request, s, _("Kravet er betalt."))

    return _svar(request, s, skjema, _("Kravet er betalt tilbake"), gjoer)


Gjoer = Callable[[Soeknad, Aktoer], str]


def _godkjenn(s: Soeknad, av: Aktoer) -> str:
    oppfoelging.godkjenn_utbetaling(utbetaling=_ventende(s), av=av)
    return _("Utbetalingen er godkjent.")


def _forkast(s: Soeknad, av: Aktoer) -> str:
    oppfoelging.forkast_utbetaling(utbetaling=_ventende(s), av=av)
    return _("Utbetalingen er forkastet.")


def _vedta_krav(s: Soeknad, av: Aktoer) -> str:
    funnet = Krav.objects.filter(soeknad=s).first()
    if funnet is None:
        raise Http404
    oppfoelging.vedta_krav(krav=funnet, av=av)
    return _("Kravet er vedtatt, og brevet er laget.")


def _avslutt(s: Soeknad, av: Aktoer) -> str:
    oppfoelging.avslutt(soeknad=s, versjon=s.versjon, av=av)
    return _("Saken er avsluttet.")


def _ventende(s: Soeknad) -> Any:
    funnet = s.utbetalinger.filter(godkjent__isnull=True, forkastet=False).order_by("nummer").first()
    if funnet is None:
        raise Http404
    return funnet


_HANDLINGER: dict[str, Gjoer] = {
    "godkjenn-utbetaling": _godkjenn,
    "forkast-utbetaling": _forkast,
    "vedta-krav": _vedta_krav,
    "avslutt": _avslutt,
}


@krever(*RAADGIVER, *GODKJENNER)
@require_POST
def gjoer(request: HttpRequest, gitt_soeknad: UUID, gitt_handling: str) -> HttpResponse:
    """Do what needs no form: who may, each action says."""
    s = soeknad_eller_404(gitt_soeknad)
    handling = _HANDLINGER.get(gitt_handling)
    if handling is None:
        raise Http404
    try:
        messages.success(request, handling(s, aktoer_i(request)))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(adressen(s))


@krever(*FYLKET)
@require_safe
def utbetalinger(request: HttpRequest) -> HttpResponse:
    """All payments, for the accounts: the export is the file."""
    return vis_liste(request, UTBETALINGER, mal="gitt/soeknader.html")
