"""From draft to decision: ready, approved, sent, decided, begun, withdrawn; and the copies on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur import kroner
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from tilskudd.doerer import for_fylket
from tilskudd.soekt import actions, ark, tekster
from tilskudd.soekt.forms.felles import DagSkjema, GrunnSkjema, SettSkjema
from tilskudd.soekt.forms.saken import BehandleSkjema, RapportfristSkjema, SendSkjema, VedtakSkjema
from tilskudd.soekt.models import Soeknad, Tilstand
from tilskudd.soekt.queries.soeknader import MED_MIDLER, hullene
from tilskudd.soekt.roller import GODKJENNER, SKRIVER, TREKKER
from tilskudd.soekt.views.felles import PAA_PAPIRET, adresse, finn, skjemaside, stengt

_T = Tilstand


def _mangler(soeknad: Soeknad) -> list[Any]:
    return [tekster.HULL[h] for h in hullene(soeknad, timezone.localdate())]


def _sett(soeknad: Soeknad, **mer: Any) -> dict[str, Any]:
    return {"versjon": soeknad.versjon, **mer}


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def klar(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Say that the draft is ready; what is lacking is shown."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.UTKAST):
        return ut
    skjema = SettSkjema(skrevet(request), initial=_sett(funnet), avbryt=adresse(funnet))
    skjema.knapp = _("Gjør klar til godkjenning")

    def gjoer(svar: SettSkjema) -> None:
        actions.gjoer_klar(soeknad=funnet, versjon=svar.sett, av=aktoer_i(request))

    return skjemaside(
        request, funnet, skjema, _("Gjør klar til godkjenning"), gjoer,
        melding=_("Søknaden er klar. En tilskuddsgodkjenner har fått oppgaven."),
        mangler=_mangler(funnet),
        forklaring=_("Innholdet står fast til søknaden er godkjent eller sendt tilbake."),
    )  # fmt: skip


@krever(*GODKJENNER)
@require_http_methods(GET_POST)
def behandle(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """The other pair of eyes."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.KLAR):
        return ut
    skjema = BehandleSkjema(skrevet(request), initial=_sett(funnet), avbryt=adresse(funnet))

    def gjoer(svar: BehandleSkjema) -> None:
        felles: dict[str, Any] = {"soeknad": funnet, "versjon": svar.sett, "av": aktoer_i(request)}
        if svar.cleaned_data["hva"] == "godkjenn":
            actions.godkjenn(**felles)
        else:
            actions.send_tilbake(grunn=svar.cleaned_data["grunn"], **felles)

    return skjemaside(
        request,
        funnet,
        skjema,
        _("Se over søknaden"),
        gjoer,
        mangler=_mangler(funnet),
    )


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def tilbake(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Take an application that is ready back to the draft, with a reason."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.KLAR):
        return ut
    skjema = GrunnSkjema(skrevet(request), initial=_sett(funnet), avbryt=adresse(funnet))

    def gjoer(svar: GrunnSkjema) -> None:
        actions.send_tilbake(
            soeknad=funnet, versjon=svar.sett, grunn=svar.cleaned_data["grunn"], av=aktoer_i(request)
        )

    return skjemaside(
        request, funnet, skjema, _("Ta tilbake til utkast"), gjoer,
        forklaring=_("En godkjenning faller bort, og søknaden må godkjennes på nytt."),
    )  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def send(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Register that the approved application is sent."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.KLAR):
        return ut
    start = _sett(funnet, dato=timezone.localdate())
    skjema = SendSkjema(skrevet(request), initial=start, avbryt=adresse(funnet))
    mangler = _mangler(funnet)
    if not mangler:
        del skjema.fields["grunn"]

    def gjoer(svar: SendSkjema) -> None:
        actions.send(soeknad=funnet, versjon=svar.sett, av=aktoer_i(request), **{"grunn": "", **svar.svar})

    return skjemaside(
        request, funnet, skjema, _("Søknaden er sendt"), gjoer, mangler=mangler,
        melding=_("Søknaden er sendt. En kopi ligger i dokumentasjonen."),
        forklaring=_("Systemet sender ikke søknaden. Send den til IMDi først, og før inn kvitteringen her."),
    )  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def vedtak(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Register what the state decided."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.SENDT):
        return ut
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    start = _sett(funnet, rapportfrist=funnet.utlysning.rapportfrist)
    skjema = VedtakSkjema(*data, initial=start, avbryt=adresse(funnet))

    def gjoer(svar: VedtakSkjema) -> None:
        actions.foer_vedtak(
            soeknad=funnet,
            versjon=svar.sett,
            data=svar.data_for_vedtaket,
            filer=svar.cleaned_data["vedlegg"],
            av=aktoer_i(request),
        )

    forklaring = _("Det ble søkt om %(beloep)s. Vedtaket står fast når det er lagret.")
    return skjemaside(
        request, funnet, skjema, _("Vedtak"), gjoer,
        forklaring=forklaring % {"beloep": kroner.formater(funnet.soekt_beloep or 0)},
    )  # fmt: skip


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def start(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Say that the measure has begun."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.INNVILGET):
        return ut
    i_dag = timezone.localdate()
    begynner = funnet.fra if funnet.fra and funnet.fra <= i_dag else i_dag
    skjema = DagSkjema(skrevet(request), initial=_sett(funnet, dato=begynner), avbryt=adresse(funnet))
    skjema.knapp = _("Sett i gang")

    def gjoer(svar: DagSkjema) -> None:
        actions.start(soeknad=funnet, versjon=svar.sett, dato=svar.cleaned_data["dato"], av=aktoer_i(request))

    return skjemaside(request, funnet, skjema, _("Sett tiltaket i gang"), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def rapportfrist(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Set another day for the report."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, *PAA_PAPIRET):
        return ut
    skjema = RapportfristSkjema(
        skrevet(request), initial=_sett(funnet, dato=funnet.rapportfrist), avbryt=adresse(funnet)
    )

    def gjoer(svar: RapportfristSkjema) -> None:
        actions.endre_rapportfrist(
            soeknad=funnet, versjon=svar.sett, frist=svar.cleaned_data["dato"], av=aktoer_i(request)
        )

    return skjemaside(request, funnet, skjema, _("Endre rapportfristen"), gjoer)


@krever(*TREKKER)
@require_http_methods(GET_POST)
def trekk(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """Withdraw an application that is not decided."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, _T.UTKAST, _T.KLAR, _T.SENDT):
        return ut
    skjema = GrunnSkjema(skrevet(request), initial=_sett(funnet), avbryt=adresse(funnet))
    skjema.knapp = _("Trekk søknaden")

    def gjoer(svar: GrunnSkjema) -> None:
        actions.trekk(
            soeknad=funnet, versjon=svar.sett, grunn=svar.cleaned_data["grunn"], av=aktoer_i(request)
        )

    return skjemaside(
        request, funnet, skjema, _("Trekk søknaden"), gjoer,
        forklaring=_("Det som er skrevet, blir liggende, men kan ikke endres lenger."),
    )  # fmt: skip


@for_fylket()
@require_safe
def pdf(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """The application on paper, as it is now."""
    funnet = finn(soekt_noekkel)
    return _papir(ark.soeknad_pdf(funnet, av=aktoer_i(request), dag=timezone.localdate()), _("soeknad.pdf"))


@for_fylket()
@require_safe
def rapport_pdf(request: HttpRequest, soekt_noekkel: UUID) -> HttpResponse:
    """The report on paper, as it is now."""
    funnet = finn(soekt_noekkel)
    if ut := stengt(request, funnet, *MED_MIDLER):
        return ut
    return _papir(ark.rapport_pdf(funnet, av=aktoer_i(request), dag=timezone.localdate()), _("rapport.pdf"))


def _papir(innhold: bytes, navn: str) -> HttpResponse:
    svar = HttpResponse(innhold, content_type="application/pdf")
    svar["Content-Disposition"] = content_disposition_header(True, navn) or "attachment"
    return svar
