"""Hearings: those asked answer on a page of their own; the county writes down the others, and the use."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.planer import actions
from regionalt.planer.forms.hoering import BrukSkjema, SkrivInnSvarSkjema, SvarSkjema, bruksverdier
from regionalt.planer.models import Bruk, Hoeringsinstans, Plantilstand
from regionalt.planer.queries.hoering import hoeringene_til
from regionalt.planer.queries.utgitt import siste_utgivelse
from regionalt.planer.roller import SER, SKRIVER, SVARER
from regionalt.planer.views.felles import instans_eller_404, sti_til
from regionalt.planer.vist import vist
from regionalt.views.skjemaside import Skjemaside, vis_skjema


@krever(*SVARER)
@require_safe
def hoeringer(request: HttpRequest) -> HttpResponse:
    """What the organisation is asked about."""
    return render(request, "planer/hoeringer.html", {"rader": hoeringene_til(aktoer_i(request))})


@krever(*SVARER)
@require_http_methods(GET_POST)
def svar(request: HttpRequest, instans_noekkel: UUID) -> HttpResponse:
    """Read what one is asked about, and answer."""
    instans = instans_eller_404(instans_noekkel)
    sendt = list(instans.svar.all())
    start = {"innsending": uuid.uuid4(), "tekst": sendt[0].tekst if sendt else ""}
    skjema = SvarSkjema(skrevet(request), initial=start, avbryt=reverse("planer:hoeringer"))
    plan, utgitt = instans.plan, siste_utgivelse(instans.plan)
    aapen = (
        plan.tilstand == Plantilstand.HOERING
        and (plan.hoeringsfrist or timezone.localdate()) >= timezone.localdate()
    )
    innhold: dict[str, Any] = {
        "instans": instans, "sendt": sendt, "aapen": aapen, "utgitt": utgitt,
        "vist": vist(utgitt.innhold) if utgitt else None,
    }  # fmt: skip

    def gjoer(gitt: SvarSkjema) -> HttpResponse:
        actions.svar(
            instans=instans, tekst=gitt.cleaned_data["tekst"], innsending=gitt.nr, av=aktoer_i(request)
        )
        messages.success(request, _("Svaret er sendt."))
        return redirect("planer:svar", instans.noekkel)

    return behandle(request, skjema, Svar("planer/svar.html", innhold, gjoer))


@krever(*SER)
@require_safe
def instans(request: HttpRequest, instans_noekkel: UUID) -> HttpResponse:
    """What one who is asked has answered, as the county reads it."""
    funnet = instans_eller_404(instans_noekkel)
    innhold = {
        "instans": funnet, "sendt": list(funnet.svar.all()), "sti": sti_til(funnet.plan),
        "kan_skrive": aktoer_i(request).har(*SKRIVER) and not funnet.plan.laast,
    }  # fmt: skip
    return render(request, "planer/instans.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def svar_skriv(request: HttpRequest, instans_noekkel: UUID) -> HttpResponse:
    """Write down an answer that came in another way."""
    funnet = instans_eller_404(instans_noekkel)
    start = {"innsending": uuid.uuid4(), "mottatt": timezone.localdate()}
    skjema = SkrivInnSvarSkjema(skrevet(request), initial=start, avbryt=_til(funnet))

    def gjoer(gitt: SkrivInnSvarSkjema) -> HttpResponse:
        felt = gitt.cleaned_data
        actions.skriv_inn_svar(
            instans=funnet,
            tekst=felt["tekst"],
            mottatt=felt["mottatt"],
            innsending=gitt.nr,
            av=aktoer_i(request),
        )
        messages.success(request, _("Svaret er lagret."))
        return redirect(_til(funnet))

    return vis_skjema(request, skjema, Skjemaside(_("Skriv inn svar"), _sti(funnet), str(funnet)), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def svar_bruk(request: HttpRequest, instans_noekkel: UUID) -> HttpResponse:
    """Say how an answer was used."""
    funnet = instans_eller_404(instans_noekkel)
    skjema = BrukSkjema(skrevet(request), initial=bruksverdier(funnet), avbryt=_til(funnet))

    def gjoer(gitt: BrukSkjema) -> HttpResponse:
        felt = gitt.cleaned_data
        actions.bruk_svar(
            instans=funnet, versjon=gitt.versjonen, bruk=Bruk(felt["bruk"]), hvorfor=felt["bruk_hvorfor"],
            av=aktoer_i(request),
        )  # fmt: skip
        messages.success(request, _("Det er lagret."))
        return redirect(_til(funnet))

    side = Skjemaside(_("Hvordan svaret er brukt"), _sti(funnet), str(funnet))
    return vis_skjema(request, skjema, side, gjoer, bruksverdier)


def _til(rad: Hoeringsinstans) -> str:
    return reverse("planer:instans", args=[rad.noekkel])


def _sti(rad: Hoeringsinstans) -> list[tuple[str, str]]:
    return [*sti_til(rad.plan), (str(rad), _til(rad))]
