"""The page of a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from tilskudd.doerer import BEREGNER, FORKASTER, GODKJENNER, UTBETALER, for_fylket
from tilskudd.models import Kjoering, Kjoeringstilstand
from tilskudd.queries import kjoeringsside as les
from tilskudd.queries.kontrollsum import stemmer
from tilskudd.queries.sammenligning import sammenligning
from tilskudd.tekster import ordningsnavn

FARGER = {
    Kjoeringstilstand.BEREGNES: "info",
    Kjoeringstilstand.BEREGNET: "info",
    Kjoeringstilstand.TIL_GODKJENNING: "warning",
    Kjoeringstilstand.GODKJENT: "success",
    Kjoeringstilstand.UTBETALT: "success",
    Kjoeringstilstand.FORKASTET: "neutral",
}


@dataclass(frozen=True)
class Handling:
    """A step the reader may take."""

    tekst: str
    url: str
    hoved: bool = False


@for_fylket()
@require_safe
def vis(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Show a quarter's run: state and next step, totals, what changed, what is missing, who did what."""
    kjoering = les.kjoering_for(kvartal)
    if kjoering is None:
        raise Http404
    aktoer = aktoer_i(request)
    mangler = les.mangler_sats(kjoering)
    satser = les.satser_i(kjoering)
    return render(
        request,
        "tilskudd/kjoering.html",
        {
            "kjoering": kjoering,
            "farge": FARGER[Kjoeringstilstand(kjoering.tilstand)],
            "side": les.kjoeringsside(kjoering),
            "sammenligning": sammenligning(kjoering),
            "kontrollsum_stemmer": stemmer(kjoering) if kjoering.er_bokfoert else None,
            "mangler": mangler[: les.MANGLER_VIST],
            "flere_mangler": len(mangler) > les.MANGLER_VIST,
            "satser": [(s, ordningsnavn(s.kode, s.aar_nr)) for s in satser],
            "eksempel": les.har_eksempel(satser),
            "handlinger": handlinger(kjoering, aktoer),
            "neste_steg": neste_steg(kjoering, aktoer),
            "hendelser": hendelser([kjoering, *les.forkastede(kjoering)]),
        },
    )


def handlinger(kjoering: Kjoering, aktoer: Aktoer) -> list[Handling]:
    """Return the steps that the state and the reader's role allow. What is not allowed is not shown."""
    ut: list[Handling] = []
    match kjoering.tilstand:
        case Kjoeringstilstand.BEREGNET:
            if aktoer.har(*BEREGNER):
                ut += [
                    _handling(kjoering, _("Send til godkjenning"), "tilskudd:send", hoved=True),
                    _handling(kjoering, _("Beregn på nytt"), "tilskudd:beregn"),
                ]
        case Kjoeringstilstand.TIL_GODKJENNING:
            if aktoer.har(*GODKJENNER) and aktoer.bruker_id != kjoering.foerste_oeyne:
                ut.append(_handling(kjoering, _("Kontroller og godkjenn"), "tilskudd:godkjenn", hoved=True))
            if aktoer.har(*BEREGNER):
                ut.append(_handling(kjoering, _("Beregn på nytt"), "tilskudd:beregn"))
        case Kjoeringstilstand.GODKJENT:
            if aktoer.har(*UTBETALER):
                ut.append(_handling(kjoering, _("Merk som utbetalt"), "tilskudd:utbetalt", hoved=True))
        case Kjoeringstilstand.FORKASTET:
            if aktoer.har(*BEREGNER):
                ut.append(_handling(kjoering, _("Beregn på nytt"), "tilskudd:beregn", hoved=True))
    if kjoering.tilstand in (Kjoeringstilstand.BEREGNET, Kjoeringstilstand.TIL_GODKJENNING) and aktoer.har(
        *FORKASTER
    ):
        ut.append(_handling(kjoering, _("Forkast"), "tilskudd:forkast"))
    return ut


def _handling(kjoering: Kjoering, tekst: str, urlnavn: str, *, hoved: bool = False) -> Handling:
    return Handling(tekst, reverse(urlnavn, args=[kjoering.kvartal]), hoved)


def neste_steg(kjoering: Kjoering, aktoer: Aktoer) -> str:
    """Say what comes next, and who can do it."""
    match kjoering.tilstand:
        case Kjoeringstilstand.BEREGNES:
            return _("Beregningen pågår. Tallene kommer når den er ferdig.")
        case Kjoeringstilstand.BEREGNET if kjoering.antall_mangler:
            return _("Satser mangler. Legg inn satsene og beregn på nytt, ellers kan den ikke godkjennes.")
        case Kjoeringstilstand.BEREGNET if aktoer.har(*BEREGNER):
            return _("Neste: se gjennom tallene og send til godkjenning.")
        case Kjoeringstilstand.BEREGNET:
            return _("Neste: en tilskuddsrådgiver sender kjøringen til godkjenning.")
        case Kjoeringstilstand.TIL_GODKJENNING if not aktoer.har(*GODKJENNER):
            return _("Neste: en tilskuddsgodkjenner kontrollerer og godkjenner.")
        case Kjoeringstilstand.TIL_GODKJENNING if aktoer.bruker_id == kjoering.foerste_oeyne:
            if kjoering.beregnet_av_id is None:
                return _("Du har sendt systemets utkast. En annen tilskuddsgodkjenner må godkjenne det.")
            return _("Du har beregnet kjøringen. En annen tilskuddsgodkjenner må godkjenne den.")
        case Kjoeringstilstand.TIL_GODKJENNING:
            return _("Neste: kontroller tallene og godkjenn.")
        case Kjoeringstilstand.GODKJENT if aktoer.har(*UTBETALER):
            return _("Neste: merk som utbetalt når pengene er kommet.")
        case Kjoeringstilstand.GODKJENT:
            return _("Neste: en tilskuddsrådgiver eller tilskuddsgodkjenner merker den som utbetalt.")
        case Kjoeringstilstand.FORKASTET:
            return _(
                "Kjøringen er forkastet og teller ikke. En tilskuddsrådgiver kan beregne kvartalet på nytt."
            )
        case _:
            return _("Ferdig. Det som endres etter dette, kommer som differanser i neste kvartal.")


def hendelser(kjoeringer: list[Kjoering]) -> list[dict[str, Any]]:
    """Return who did what with the quarter's runs, newest first."""
    ut: list[dict[str, Any]] = []
    for k in kjoeringer:
        steg = (
            (_("Beregnet"), k.beregnet_tid, k.beregnet_av_navn, ""),
            (_("Sendt til godkjenning"), k.sendt_tid, k.sendt_av, ""),
            (_("Godkjent"), k.godkjent_tid, k.godkjent_av, ""),
            (_("Merket som utbetalt"), k.utbetalt_tid, k.utbetalt_av, ""),
            (_("Forkastet"), k.forkastet_tid, k.forkastet_av, k.forkastet_grunn),
        )
        ut += [
            {"tittel": tittel, "tidspunkt": tid, "hvem": str(hvem or ""), "aarsak": grunn}
            for tittel, tid, hvem, grunn in steg
            if tid is not None
        ]
    return sorted(ut, key=lambda h: h["tidspunkt"], reverse=True)
