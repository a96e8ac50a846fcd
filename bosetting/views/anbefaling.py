"""The recommendation: calculate, read, give reasons, print."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bosetting import actions, trykk
from bosetting.etter import les_etter
from bosetting.forms.veien import BegrunnelseSkjema, begrunnelsesverdier
from bosetting.gjentatt import gjentatt
from bosetting.hvorfor import forklart
from bosetting.lister_anbefaling import ANBEFALINGER
from bosetting.models import Anbefaling
from bosetting.queries.anbefaling import (
    anbefalingen_til,
    anbefalingene,
    finn_anbefaling,
    finn_beregning,
    summen,
    uten_begrunnelse,
)
from bosetting.queries.regnegrunnlag import kommuneradene
from bosetting.roller import SER, SER_FYLKET, SKRIVER
from bosetting.rules.anbefaling import trenger_grunn
from bosetting.tekster import GRENSER
from bosetting.views.felles import adresse, eller_404, runde_eller_404, si_hvordan, sti_til
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.brev.views.felles import fil


@krever(*SER_FYLKET)
@require_safe
def anbefalingen(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """All numbers of the round, against the frame."""
    runde = runde_eller_404(runde_noekkel)
    return vis_liste(
        request, ANBEFALINGER, mal="bosetting/anbefalingen.html", runde=runde, sti=sti_til(runde),
        summen=summen(runde), beregninger=runde.beregninger.select_related("av").order_by("-nr"),
        kan_skrive=runde.aapen and aktoer_i(request).har(*SKRIVER),
    )  # fmt: skip


@krever(*SKRIVER)
@require_POST
def beregn(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """Calculate the round as it stands."""
    runde = runde_eller_404(runde_noekkel)

    def gjoer() -> str:
        beregning = actions.beregn_runden(runde=runde, av=aktoer_i(request))
        return _("Beregning %(nr)s er lagret, med alt den bygger på.") % {"nr": beregning.nr}

    return si_hvordan(request, gjoer, adresse(runde, "anbefalingen"))


@krever(*SER_FYLKET)
@require_http_methods(GET_POST)
def anbefaling(request: HttpRequest, runde_noekkel: UUID, kommunenummer: str) -> HttpResponse:
    """One municipality's number, and why."""
    runde, av = runde_eller_404(runde_noekkel), aktoer_i(request)
    rad = eller_404(finn_anbefaling(runde, kommunenummer))
    maa_begrunnes = rad.spurt and not rad.laas_grunn and trenger_grunn(rad.antall, rad.forrige)
    tilbake = adresse(runde, "anbefalingen")
    skjema = BegrunnelseSkjema(skrevet(request), initial=begrunnelsesverdier(rad), avbryt=tilbake)

    def gjoer(svar: BegrunnelseSkjema) -> HttpResponse:
        tekst = svar.cleaned_data["begrunnelse"]
        actions.begrunn(anbefaling=rad, versjon=svar.versjonen, begrunnelse=tekst, av=av)
        messages.success(request, _("Begrunnelsen er lagret."))
        mangler = maa_begrunnes and uten_begrunnelse(anbefalingene(runde.noekkel)).exists()
        return redirect(f"{tilbake}?vis=mangler" if mangler else tilbake)

    innhold = {
        "rad": rad,
        "grense": GRENSER.get(rad.grense, ""),
        "maa_begrunnes": maa_begrunnes,
        "forklaring": forklart(rad, "nn" if get_language() == "nn" else "nb"),
        "sti": sti_til(runde, "anbefalingen"),
        "kan_skrive": runde.aapen and av.har(*SKRIVER),
    }
    return behandle(request, skjema, Svar("bosetting/anbefaling.html", innhold, gjoer, begrunnelsesverdier))


@krever(*SER_FYLKET)
@require_safe
def beregning(request: HttpRequest, runde_noekkel: UUID, beregning_nr: int) -> HttpResponse:
    """A calculation of the round: what went in, what came out, and whether it gives the same now."""
    runde = runde_eller_404(runde_noekkel)
    funnet = eller_404(finn_beregning(runde, beregning_nr))
    navn = {rk.kommune.nummer: str(rk.kommune) for rk in kommuneradene(runde)}
    kriterier = {k.kode: k.navn for k in runde.kriterier.all()}
    innhold = {
        "tittel": _("Beregning %(nr)s") % {"nr": beregning_nr},
        "lagret": funnet,
        "beregning": funnet,
        "g": gjentatt(funnet, navn, kriterier),
        "sti": sti_til(runde, "anbefalingen"),
    }
    return render(request, "bosetting/scenario.html", innhold)


@krever(*SER_FYLKET)
@require_safe
def etterpaa(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """What was recommended, asked for, decided and settled."""
    runde = runde_eller_404(runde_noekkel)
    innhold = {"runde": runde, "sti": sti_til(runde), "etter": les_etter(runde)}
    return render(request, "bosetting/etterpaa.html", innhold)


@krever(*SER_FYLKET)
@require_safe
def brev(request: HttpRequest, runde_noekkel: UUID) -> HttpResponse:
    """The letter to IMDi: the table and the reasons. Marked as a draft until it is approved."""
    runde = runde_eller_404(runde_noekkel)
    if summen(runde)["antall"] is None:
        raise Http404
    return _pdf(
        request, lambda: trykk.til_imdi(runde), f"anbefaling-{runde.aar}-{runde.utgave}", adresse(runde)
    )


@krever(*SER)
@require_safe
def kommunebrev(request: HttpRequest, runde_noekkel: UUID, kommunenummer: str) -> HttpResponse:
    """The letter to one municipality, in its own written language; it reads its own once it is sent."""
    runde, av = runde_eller_404(runde_noekkel), aktoer_i(request)
    if av.er_kommune and not _er_egen(anbefalingen_til(av.virksomhet_id, runde), kommunenummer):
        raise Http404
    # what the letter quotes of the county's own notes, the municipality does not see by itself
    with kontekst(motor_kontekst(av.bruker_id)):
        rad = eller_404(finn_anbefaling(runde, kommunenummer))
        tilbake = reverse("bosetting:mine_svar") if av.er_kommune else adresse(runde, "anbefalingen")
        navn = f"anbefaling-{runde.aar}-{kommunenummer}"
        return _pdf(request, lambda: trykk.til_kommunen(rad), navn, tilbake)


def _er_egen(funnet: Anbefaling | None, nummer: str) -> bool:
    return funnet is not None and funnet.kommune.nummer == nummer


def _pdf(request: HttpRequest, lag: Callable[[], bytes], navn: str, tilbake: str) -> HttpResponse:
    try:
        innhold = lag()
    except Regelbrudd as brudd:  # a sign in somebody's text that the fonts do not have
        messages.error(request, str(brudd))
        return redirect(tilbake)
    return fil(innhold, f"{navn}.pdf", "application/pdf", last_ned=False)
