"""The statement to a municipality: page, paper, file, message; and the accounting voucher."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur import visning
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import Svar, behandle, skrevet
from integrering.lister import Kolonne, Slag
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.brev.views.felles import fil
from tilskudd import actions, oppgavetrykk
from tilskudd.doerer import for_fylket
from tilskudd.models import Kjoering, Kjoeringstilstand
from tilskudd.queries.kjoeringsside import kjoering_for
from tilskudd.queries.kommuneoppgave import Kommuneoppgave, kommuneoppgave, sendt
from tilskudd.queries.kontrollsum import krev_kontrollsum
from tilskudd.queries.regnskapsbilag import Bilag, regnskapsbilag
from tilskudd.roller import OPPGAVESENDER
from tilskudd.uttrekk import filsvar


def _kjoering(kvartal: Kvartal) -> Kjoering:
    """Return the quarter's run, calculated. Raises Http404."""
    kjoering = kjoering_for(kvartal)
    ikke = (Kjoeringstilstand.BEREGNES, Kjoeringstilstand.FORKASTET)
    if kjoering is None or kjoering.tilstand in ikke:
        raise Http404
    return kjoering


def _oppgave(request: HttpRequest, kvartal: Kvartal, nummer: str) -> Kommuneoppgave:
    kommune = get_object_or_404(Virksomhet, type="kommune", nummer=nummer)
    return kommuneoppgave(_kjoering(kvartal), kommune, aktoer_i(request))


@for_fylket()
@require_safe
def oppgave(request: HttpRequest, kvartal: Kvartal, nummer: str) -> HttpResponse:
    """Show what a municipality is told."""
    denne = _oppgave(request, kvartal, nummer)
    return render(
        request,
        "tilskudd/kommuneoppgave.html",
        {
            "oppgave": denne,
            "kjoering": denne.kjoering,
            "tittel": oppgavetrykk.tittel(denne),
            "forbehold": oppgavetrykk.forbehold(),
            "deler": oppgavetrykk.deler(denne),
            "sendt": sendt(denne.kjoering, denne.kommune),
            "kan_sende": aktoer_i(request).har(*OPPGAVESENDER) and denne.kjoering.er_bokfoert,
        },
    )


@for_fylket()
@require_safe
def oppgave_pdf(request: HttpRequest, kvartal: Kvartal, nummer: str) -> HttpResponse:
    """The same on paper."""
    innhold = oppgavetrykk.pdf(_oppgave(request, kvartal, nummer))
    return fil(innhold, f"tilskudd-{kvartal.slug}-{nummer}.pdf", "application/pdf", last_ned=False)


@for_fylket()
@require_safe
def oppgave_fil(request: HttpRequest, kvartal: Kvartal, nummer: str, format_: str) -> HttpResponse:
    """The same as XLSX or CSV."""
    denne = _oppgave(request, kvartal, nummer)
    rader = [(del_.tittel, rad) for del_ in oppgavetrykk.deler(denne) for rad in del_.rader]
    return filsvar(
        format_,
        navn=f"tilskudd-{kvartal.slug}-{nummer}",
        tittel=_("Oppgave til kommunen"),
        kolonner=(
            Kolonne("del", _("Del"), verdi=lambda r: r[0]),
            Kolonne("hva", _("Hva"), verdi=lambda r: r[1].hva),
            Kolonne("personer", _("Personer"), verdi=lambda r: r[1].personer, slag=Slag.TALL),
            Kolonne("beloep", _("Beløp"), verdi=lambda r: r[1].beloep, slag=Slag.KRONER),
        ),
        rader=rader,
        om=[(_("Oppgave"), oppgavetrykk.tittel(denne)), *_om(denne.kjoering)],
        av=aktoer_i(request),
    )


class SendSkjema(Skjema):
    """Send the statement."""

    knapp = _("Send")


@for_fylket(*OPPGAVESENDER)
@require_http_methods(["GET", "POST"])
def oppgave_send(request: HttpRequest, kvartal: Kvartal, nummer: str) -> HttpResponse:
    """Send the statement as a message with receipt, after a look at it."""
    denne = _oppgave(request, kvartal, nummer)
    siden = redirect("tilskudd:oppgave", kvartal, nummer)
    if not denne.kjoering.er_bokfoert or sendt(denne.kjoering, denne.kommune):
        return siden

    def gjoer(_skjema: SendSkjema) -> HttpResponse:
        actions.send_kommuneoppgave(kjoering=denne.kjoering, kommune=denne.kommune, av=aktoer_i(request))
        messages.success(request, _("Oppgaven er sendt til %(kommune)s.") % {"kommune": denne.kommune.navn})
        return siden

    innhold = {"oppgave": denne, "kjoering": denne.kjoering, "tittel": oppgavetrykk.tittel(denne)}
    skjema = SendSkjema(skrevet(request), avbryt=siden.url)
    return behandle(request, skjema, Svar("tilskudd/kommuneoppgave_send.html", innhold, gjoer))


# --- The voucher ---


def _bilag(request: HttpRequest, kvartal: Kvartal) -> Bilag:
    kjoering = _kjoering(kvartal)
    if not kjoering.er_bokfoert:
        raise Http404
    krev_kontrollsum(kjoering)
    return regnskapsbilag(kjoering, aktoer_i(request))


@for_fylket()
@require_safe
def bilag(request: HttpRequest, kvartal: Kvartal) -> HttpResponse:
    """Show what accounting books of an approved run."""
    denne = _bilag(request, kvartal)
    return render(request, "tilskudd/regnskapsbilag.html", {"bilag": denne, "kjoering": denne.kjoering})


@for_fylket()
@require_safe
def bilag_fil(request: HttpRequest, kvartal: Kvartal, format_: str) -> HttpResponse:
    """The same as XLSX or CSV, with run, checksum and date on each row."""
    denne = _bilag(request, kvartal)
    kjoering = denne.kjoering
    return filsvar(
        format_,
        navn=f"regnskapsbilag-{kvartal.slug}",
        tittel=_("Regnskapsbilag"),
        kolonner=(
            Kolonne("kode", _("Mottakerkode")),
            Kolonne("mottaker", _("Mottaker")),
            Kolonne("post", _("Tilskudd")),
            Kolonne("opptjent", _("Opptjent i")),
            Kolonne("beloep", _("Beløp"), slag=Slag.KRONER),
            Kolonne("bokfoert", _("Bokført"), verdi=lambda _rad: kjoering.godkjent_tid, slag=Slag.DATO),
            Kolonne("kjoering", _("Kjøring"), verdi=lambda _rad: kjoering.pk, slag=Slag.TALL),
            Kolonne("kontrollsum", _("Kontrollsum"), verdi=lambda _rad: kjoering.kontrollsum_vist),
        ),
        rader=denne.rader,
        om=[(_("Regnskapsbilag"), visning.kvartal(kvartal)), *_om(kjoering)],
        av=aktoer_i(request),
    )


def _om(kjoering: Kjoering) -> list[tuple[str, str]]:
    return [
        (_("Kjøring"), str(kjoering.pk)),
        (_("Registrert til og med"), visning.tidspunkt(kjoering.skjaeringstidspunkt)),
        (_("Kontrollsum"), kjoering.kontrollsum_vist),
        (_("Forbehold"), oppgavetrykk.forbehold()),
    ]
