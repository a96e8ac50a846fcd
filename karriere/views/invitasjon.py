"""The invitation: chosen language, as it is given to the participant."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.queries import vaart_fylke
from integrering.utveksling.brev.views.felles import fil
from karriere import actions
from karriere import invitasjon as tekster
from karriere.kodeverk import Oppmoete
from karriere.models import Sak, Samtale
from karriere.queries.samtale import finn_samtale
from karriere.tekster import INVITASJONSSPRAAK
from karriere.views.felles import adresse, sti_til, vis_sak
from karriere.views.samtale import SER_SAMTALEN, adressen_til

_STED = "karriere-samtale"


def _plassen(request: HttpRequest, samtale_noekkel: UUID, sak_noekkel: UUID) -> tuple[Samtale, Sak]:
    """Return the session and the case that has a place in it. Raises Http404."""
    samtale, sak = finn_samtale(samtale_noekkel), vis_sak(request, sak_noekkel, _STED)
    if samtale is None or samtale.avlyst is not None:
        raise Http404
    ute = [Oppmoete.AVLYST, Oppmoete.FLYTTET]
    if not samtale.deltakelser.filter(sak=sak).exclude(oppmoete__in=ute).exists():
        raise Http404
    return samtale, sak


def _spraaket(request: HttpRequest, sak: Sak) -> str:
    valgt = request.GET.get("spraak", "")
    if valgt in tekster.tekstene():
        return valgt
    return tekster.spraak_for(sak, _maalformen())


def _maalformen() -> str:
    """Return the written standard the reader uses."""
    return "nn" if get_language() == "nn" else "nb"


@krever(*SER_SAMTALEN)
@require_http_methods(GET_POST)
def invitasjon(request: HttpRequest, karrieresamtale_noekkel: UUID, sak_noekkel: UUID) -> HttpResponse:
    """The invitation as it is printed; a button notes that it is given."""
    samtale, sak = _plassen(request, karrieresamtale_noekkel, sak_noekkel)
    spraak = _spraaket(request, sak)
    if request.method == "POST":
        actions.merk_invitert(sak=sak, spraak=spraak, av=aktoer_i(request))
        messages.success(request, _("Det er notert på saken at invitasjonen er gitt."))
        return redirect(adresse(sak))
    innhold = {
        "sak": sak,
        "samtale": samtale,
        "sti": [*sti_til(sak), (_("Samtalen"), adressen_til(samtale))],
        "invitasjon": (valgt := tekster.invitasjon(samtale, sak, spraak)),
        # a translation nobody has checked is given with the Norwegian one
        "norsk": tekster.invitasjon(samtale, sak, _maalformen()) if valgt.ubekreftet else None,
        "spraakene": list(INVITASJONSSPRAAK.items()),
        "spraak": spraak,
    }
    return render(request, "karriere/invitasjon.html", innhold)


@krever(*SER_SAMTALEN)
@require_safe
def invitasjon_pdf(request: HttpRequest, karrieresamtale_noekkel: UUID, sak_noekkel: UUID) -> HttpResponse:
    """The invitation on paper, in the languages whose letters we can set."""
    samtale, sak = _plassen(request, karrieresamtale_noekkel, sak_noekkel)
    spraak = _spraaket(request, sak)
    if spraak not in tekster.MED_PDF:
        raise Http404
    try:
        innhold = tekster.pdf(samtale, sak, spraak, vaart_fylke().navn)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
        return redirect("karriere:invitasjon", samtale.noekkel, sak.noekkel)
    return fil(innhold, "invitasjon.pdf", "application/pdf", last_ned=True)
