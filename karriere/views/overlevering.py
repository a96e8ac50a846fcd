"""K5: the note to the municipality, the receipt, and the registration in IMDinett."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.brev.views.felles import fil
from karriere import actions, notateksport
from karriere.forms.notat import RegistrertSkjema
from karriere.models import Notat, Sak
from karriere.notattekster import delene
from karriere.queries.notat import finn_notat, lesningene, notater_i, svarene, utkast_til
from karriere.roller import LESER_NOTAT, VEILEDER
from karriere.rules.notat import lest_foer_vedtak, registreringsfrist
from karriere.views.felles import adresse, sti_til
from karriere.views.notat import saken, versjonen


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def kvittering(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Where the note stands, step by step; the last step, the day it was registered, is a form here."""
    sak = saken(request, sak_noekkel)
    notater = notater_i(sak)
    siste = notater[0] if notater else None
    skjema = RegistrertSkjema(
        skrevet(request), initial={"dag": sak.registrert_imdinett or timezone.localdate()}
    )

    def gjoer(s: RegistrertSkjema) -> HttpResponse:
        if siste is None:
            raise Regelbrudd(_("Notatet er ikke ferdig."))
        siste.sak = sak
        actions.merk_registrert(notat=siste, dag=s.cleaned_data["dag"], av=aktoer_i(request))
        messages.success(request, _("Dagen er lagret."))
        return redirect(adresse(sak, "kvittering"))

    innhold = {
        "sak": sak,
        "sti": sti_til(sak),
        "siste": siste,
        "notater": notater,
        "utkast": utkast_til(sak),
        "lesninger": lesningene(sak),
        "svar": svarene(sak),
        "frist": registreringsfrist(sak.gjennomfoert) if sak.gjennomfoert else None,
        "foer_vedtak": lest_foer_vedtak(sak.lest, sak.intro_vedtak),
        "minnet_i_dag": sak.purret == timezone.localdate(),
    }
    return behandle(request, skjema, Svar("karriere/kvittering.html", innhold, gjoer))


@krever(*VEILEDER)
@require_POST
def overlever(request: HttpRequest, sak_noekkel: UUID, notat_nr: int) -> HttpResponse:
    """Hand a version over to the municipality."""

    def gjoer(sak: Sak) -> str:
        notat = _versjon(sak, notat_nr)
        actions.overlever(notat=notat, av=aktoer_i(request))
        return _("Notatet er overlevert. Kommunen har fått en oppgave om å lese det.")

    return _knapp(request, sak_noekkel, gjoer)


@krever(*VEILEDER)
@require_POST
def minn(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Remind the municipality."""

    def gjoer(sak: Sak) -> str:
        actions.minn_om(sak=sak, av=aktoer_i(request))
        return _("Kommunen er minnet på notatet: oppgaven deres forfaller i dag.")

    return _knapp(request, sak_noekkel, gjoer)


def _versjon(sak: Sak, nr: int) -> Notat:
    notat = finn_notat(sak, nr)
    if notat is None:
        raise Http404
    return notat


def _knapp(request: HttpRequest, noekkel: UUID, gjoer: Callable[[Sak], str]) -> HttpResponse:
    sak = saken(request, noekkel)
    try:
        messages.success(request, gjoer(sak))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(adresse(sak, "kvittering"))


@krever(*VEILEDER)
@require_safe
def imdinett(request: HttpRequest, sak_noekkel: UUID, notat_nr: int) -> HttpResponse:
    """The note section by section, to be pasted into IMDinett."""
    rad = versjonen(request, sak_noekkel, notat_nr)
    innhold = {
        "sak": rad.sak,
        "notat": rad,
        "sti": [*sti_til(rad.sak), (_("Kvittering"), adresse(rad.sak, "kvittering"))],
        "deler": delene(rad, bare_rett=rad.sak.bare_rett),
    }
    return render(request, "karriere/notat_imdinett.html", innhold)


@krever(*LESER_NOTAT)
@require_safe
def tekstfil(request: HttpRequest, sak_noekkel: UUID, notat_nr: int) -> HttpResponse:
    """A version as plain text."""
    innhold = notateksport.tekst(versjonen(request, sak_noekkel, notat_nr))
    return fil(innhold.encode(), "notat.txt", "text/plain; charset=utf-8", last_ned=True)


@krever(*LESER_NOTAT)
@require_safe
def pdf(request: HttpRequest, sak_noekkel: UUID, notat_nr: int) -> HttpResponse:
    """A version on paper."""
    rad = versjonen(request, sak_noekkel, notat_nr)
    try:
        return fil(notateksport.pdf(rad), "notat.pdf", "application/pdf", last_ned=True)
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
        return redirect("karriere:notat_les", rad.sak.noekkel, rad.nr)
