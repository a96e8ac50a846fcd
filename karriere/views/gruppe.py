"""K7: groups: seats, languages, and who has a place."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.forms.gruppe import GruppeplassSkjema
from karriere.forms.samtale import SamtaleSkjema
from karriere.kodeverk import Samtaleslag
from karriere.lister_grupper import GRUPPER
from karriere.models import Samtale
from karriere.queries.gruppe import kan_faa_plass, kommunen_som_foreslo, sentre_for
from karriere.queries.saker import finn_sak
from karriere.queries.samtale import ledige_plasser
from karriere.roller import VEILEDER
from karriere.views.felles import sti_til
from karriere.views.samtale import adressen_til, samtale_eller_404
from regionalt.views.skjemaside import Skjemaside, vis_skjema


def _sti() -> list[tuple[str, str]]:
    return [*sti_til(), (_("Grupper"), reverse("karriere:grupper"))]


@krever(*VEILEDER)
@require_safe
def grupper(request: HttpRequest) -> HttpResponse:
    """The groups, and where one makes a new."""
    av = aktoer_i(request)
    sentre = sentre_for(av.bruker_id, timezone.localdate(), alle=av.har(Rolle.FYLKE_SAKSBEHANDLER))
    return vis_liste(request, GRUPPER, mal="karriere/grupper.html", sentre=sentre)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def gruppe_ny(request: HttpRequest, senter_noekkel: UUID) -> HttpResponse:
    """A new group at a centre; those who get a place are chosen after."""
    av = aktoer_i(request)
    mine = sentre_for(av.bruker_id, timezone.localdate(), alle=av.har(Rolle.FYLKE_SAKSBEHANDLER))
    senter = next((s for s in mine if s.noekkel == senter_noekkel), None)
    if senter is None:
        raise Http404
    start = {"innsending": uuid4(), "veileder": str(av.bruker_id), "form": "sted", "sted": senter.sted}
    avbryt = reverse("karriere:grupper")
    skjema = SamtaleSkjema(skrevet(request), senter=senter, gruppe=True, initial=start, avbryt=avbryt)

    def gjoer(s: SamtaleSkjema) -> HttpResponse:
        ny = actions.ny_samtale(data=s.samtalen(), saker=[], innsending=s.nr, av=av)
        messages.success(request, _("Gruppen er opprettet. Velg hvem som får plass."))
        return redirect(adressen_til(ny, "gruppe_plass"))

    side = Skjemaside(_("Ny gruppe ved %(senter)s") % {"senter": senter.navn}, _sti())
    return vis_skjema(request, skjema, side, gjoer)


def _gruppe_eller_404(request: HttpRequest, noekkel: UUID) -> Samtale:
    gruppe, _plasser = samtale_eller_404(request, noekkel)
    if gruppe.slag != Samtaleslag.GRUPPE:
        raise Http404
    return gruppe


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def gruppe_plass(request: HttpRequest, karrieresamtale_noekkel: UUID) -> HttpResponse:
    """Choose among those who wait."""
    gruppe, av = _gruppe_eller_404(request, karrieresamtale_noekkel), aktoer_i(request)
    kommune = kommunen_som_foreslo(gruppe)
    saker = list(kan_faa_plass(gruppe, kommune))
    if not saker:
        messages.info(request, _("Ingen som venter ved senteret, mangler samtale."))
        return redirect(adressen_til(gruppe))
    skjema = GruppeplassSkjema(skrevet(request), saker=saker, avbryt=adressen_til(gruppe))

    def gjoer(s: GruppeplassSkjema) -> HttpResponse:
        n = actions.legg_til_i_gruppe(samtale=gruppe, saker=s.sakene, av=av)
        messages.success(request, ngettext("%(n)s har fått plass.", "%(n)s har fått plass.", n) % {"n": n})
        return redirect(adressen_til(gruppe))

    ledige = ledige_plasser(gruppe)
    ingress = ngettext(
        "Det er %(n)s ledig plass. De som snakker språket i gruppen, står først, så de med kortest frist.",
        "Det er %(n)s ledige plasser. De som snakker språket i gruppen, står først, så de med kortest frist.",
        ledige,
    ) % {"n": ledige}
    ingress += " " + _("De som alt har vedtak om program, står sist blant dem.")
    if kommune is not None:
        ingress = (
            _("%(kommune)s foreslo tiden, så de derfra står aller først.") % {"kommune": kommune.navn}
            + f" {ingress}"
        )
    side = Skjemaside(_("Hvem får plass?"), [*_sti(), (_("Gruppen"), adressen_til(gruppe))], ingress)
    return vis_skjema(request, skjema, side, gjoer)


@krever(*VEILEDER)
@require_POST
def gruppe_ut(request: HttpRequest, karrieresamtale_noekkel: UUID, sak_noekkel: UUID) -> HttpResponse:
    """Take a person out."""
    gruppe, sak = _gruppe_eller_404(request, karrieresamtale_noekkel), finn_sak(sak_noekkel)
    if sak is None:
        raise Http404
    try:
        actions.ta_ut_av_gruppe(samtale=gruppe, sak=sak, av=aktoer_i(request))
        messages.success(request, _("Plassen er ledig igjen."))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect(adressen_til(gruppe))
