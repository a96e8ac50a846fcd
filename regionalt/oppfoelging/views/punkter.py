"""What was agreed in a contact: add, finish, open again."""

from __future__ import annotations

import uuid
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.oppgaver.views.punkt import svar_paa_avslutning, svar_paa_gjenaapning
from integrering.tilgang.doerer import aktoer_i, krever
from regionalt.oppfoelging import actions
from regionalt.oppfoelging.actions.punkt import har_ansvar
from regionalt.oppfoelging.forms.kontakt import PunktSkjema
from regionalt.oppfoelging.models import Kontaktpunkt
from regionalt.oppfoelging.queries import kontakter as queries
from regionalt.oppfoelging.roller import SKRIVER
from regionalt.oppfoelging.views.kontakter import adresse, kontakt_eller_404
from regionalt.roller import LESER


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def punkt_nytt(request: HttpRequest, kontaktlogg: UUID) -> HttpResponse:
    """Agree on something in a contact."""
    kontakt, av = kontakt_eller_404(kontaktlogg), aktoer_i(request)
    start = {"innsending": uuid.uuid4()}
    skjema = PunktSkjema(skrevet(request), kontakt=kontakt, initial=start, avbryt=adresse(kontakt))

    def gjoer(svar: PunktSkjema) -> HttpResponse:
        actions.nytt_punkt(kontakt=kontakt, data=svar.data_for_punktet, innsending=svar.nr, av=av)
        messages.success(request, _("Punktet er lagt til, og den ansvarlige har fått en oppgave."))
        return redirect(adresse(kontakt))

    return behandle(request, skjema, Svar("oppfoelging/punkt_nytt.html", {"kontakt": kontakt}, gjoer))


@krever(*LESER)
@require_http_methods(GET_POST)
def punkt_avslutt(request: HttpRequest, kontaktpunkt: UUID) -> HttpResponse:
    """Say that a point is done, or that it falls away."""
    punkt = _mitt(request, kontaktpunkt)
    return svar_paa_avslutning(
        request,
        punkt,
        mal="oppfoelging/punkt_avslutt.html",
        innhold={"punkt": punkt, "kontakt": punkt.kontakt},
        tilbake=adresse(punkt.kontakt),
        avslutt=partial(actions.avslutt_punkt, punkt=punkt, av=aktoer_i(request)),
    )


@krever(*LESER)
@require_POST
def punkt_gjenaapne(request: HttpRequest, kontaktpunkt: UUID) -> HttpResponse:
    """Open a point again."""
    punkt = _mitt(request, kontaktpunkt)
    aapne = partial(actions.gjenaapne_punkt, punkt=punkt, av=aktoer_i(request))
    return svar_paa_gjenaapning(request, tilbake=adresse(punkt.kontakt), gjenaapne=aapne)


def _mitt(request: HttpRequest, noekkel: UUID) -> Kontaktpunkt:
    """Return a point the reader may finish. Raises Http404, PermissionDenied."""
    punkt = queries.finn_punkt(noekkel)
    if punkt is None:
        raise Http404
    if not har_ansvar(aktoer_i(request), punkt):
        raise PermissionDenied
    return punkt
