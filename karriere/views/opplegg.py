"""The planning together: all municipalities, and one of them with its proposals and its bookings."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from karriere import actions
from karriere.forms.opplegg import OppleggSkjema, verdier_av_opplegg
from karriere.lister_opplegg import OPPLEGG
from karriere.models import Senter
from karriere.planlegging import dagene
from karriere.queries.opplegg import finn_kommune, forslagene_fra, kommende, opplegget_med, senteret_til
from karriere.queries.sentre import er_ved
from karriere.roller import FYLKET, KOMMUNEN, VEILEDER
from karriere.views.felles import sti_til
from karriere.views.samtale import SER_SAMTALEN
from regionalt.views.skjemaside import Skjemaside, vis_skjema

SER_PLANEN = (*FYLKET, *KOMMUNEN)


def adressen_til(kommune: Virksomhet, navn: str = "opplegget") -> str:
    """Return the address of what is agreed with a municipality, or of a page below it."""
    return reverse(f"karriere:{navn}", args=[kommune.nummer])


def stien_til(av: Aktoer, kommune: Virksomhet | None = None) -> list[tuple[str, str]]:
    """Return the way to a page below the list of municipalities, or below one of them."""
    sti = sti_til()
    if av.er_fylke:
        sti.append((_("Opplegg med kommunene"), reverse("karriere:opplegg")))
    return [*sti, (kommune.navn, adressen_til(kommune))] if kommune else sti


def kommunen_eller_404(nummer: str, av: Aktoer) -> Virksomhet:
    """Return a municipality: the county sees all, a municipality itself. Raises Http404."""
    kommune = finn_kommune(nummer)
    if kommune is None or (not av.er_fylke and kommune.pk != av.virksomhet_id):
        raise Http404
    return kommune


def kan_planlegge(senter: Senter | None, av: Aktoer) -> bool:
    """Return whether one plans for the county with a municipality of this centre (None: it has none)."""
    return av.har(*VEILEDER) and (senter is None or er_ved(senter.pk, av))


@krever(*SER_PLANEN)
@require_safe
def opplegg(request: HttpRequest) -> HttpResponse:
    """All municipalities; a municipality comes to its own."""
    av = aktoer_i(request)
    if not av.er_fylke:
        return redirect(adressen_til(Virksomhet.objects.get(pk=av.virksomhet_id)))
    return vis_liste(request, OPPLEGG, mal="karriere/opplegg.html")


@krever(*SER_PLANEN)
@require_safe
def opplegget(request: HttpRequest, kommunenummer: str) -> HttpResponse:
    """What is agreed with a municipality, the times it proposes, and its persons' sessions to come."""
    av = aktoer_i(request)
    kommune = kommunen_eller_404(kommunenummer, av)
    rad, senter = opplegget_med(kommune.pk), senteret_til(kommune.pk)
    innhold = {
        "kommune": kommune,
        "sti": stien_til(av),
        "opplegg": rad,
        "dager": dagene(rad.ukedager) if rad else "",
        "senter": senter,
        "forslag": forslagene_fra(kommune.pk),
        "plasser": kommende(kommune.pk, timezone.now()),
        "kan_planlegge": kan_planlegge(senter, av),
        "kan_foreslaa": av.har(*KOMMUNEN),
        "kan_aapne_samtale": av.har(*SER_SAMTALEN),
    }
    return render(request, "karriere/opplegget.html", innhold)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def opplegg_endre(request: HttpRequest, kommunenummer: str) -> HttpResponse:
    """Write down what is agreed, or change it."""
    av = aktoer_i(request)
    kommune = kommunen_eller_404(kommunenummer, av)
    rad = opplegget_med(kommune.pk)
    start: dict[str, Any] = {"innsending": uuid4(), "versjon": 0}
    skjema = OppleggSkjema(
        skrevet(request),
        initial=start | (verdier_av_opplegg(rad) if rad else {}),
        avbryt=adressen_til(kommune),
    )

    def gjoer(s: OppleggSkjema) -> HttpResponse:
        actions.lagre_opplegg(kommune=kommune, data=s.opplegget, versjon=s.versjonen, innsending=s.nr, av=av)
        messages.success(request, _("Opplegget er lagret. Kommunen ser det."))
        return redirect(adressen_til(kommune))

    side = Skjemaside(
        _("Opplegg med %(kommune)s") % {"kommune": kommune.navn}, stien_til(av, kommune),
        _("Skriv det dere er enige om. Kommunen leser det, og foreslår tider ut fra det."),
    )  # fmt: skip
    return vis_skjema(request, skjema, side, gjoer, verdier_av_opplegg)
