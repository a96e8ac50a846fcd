"""The municipalities: list, the contacts and whom each has, and the page of each municipality."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from regionalt.kommunepaneler import kommunepaneler_for
from regionalt.kommuneside import handlinger, les_kommunen, standen
from regionalt.lister import KOMMUNER
from regionalt.queries import kontakter
from regionalt.queries.kommuner import tallene
from regionalt.roller import FOELGER_OPP, FYLKET, LESER
from regionalt.rules.kontakt import Periode, paa_dagen


@krever(*LESER)
@require_safe
def kommuner(request: HttpRequest) -> HttpResponse:
    """All municipalities with their contacts; a municipality comes to its own page."""
    av = aktoer_i(request)
    if av.er_kommune:
        return redirect("kommune", Virksomhet.objects.only("nummer").get(pk=av.virksomhet_id).nummer)
    return vis_liste(request, KOMMUNER, mal="regionalt/kommuner.html", kan_endre=av.har(*FOELGER_OPP))


@krever(*FYLKET)
@require_safe
def kommunekontakter(request: HttpRequest) -> HttpResponse:
    """Each contact with the municipalities they follow up; those without a contact first."""
    grupper, uten = kontakter.gruppene(timezone.localdate())
    innhold = {"grupper": grupper, "uten": uten, "kan_endre": aktoer_i(request).har(*FOELGER_OPP)}
    return render(request, "regionalt/kontakter.html", innhold)


@krever(*LESER)
@require_safe
def kommune(request: HttpRequest, kommunenummer: str) -> HttpResponse:
    """Who follows the municipality up, when we last met, what we agreed; then what the apps add."""
    funnet, av, i_dag = kommune_eller_404(request, kommunenummer), aktoer_i(request), timezone.localdate()
    alle = kontakter.kontaktene_til(funnet)
    naa = paa_dagen((Periode(k.pk, k.fra, k.til) for k in alle), i_dag)
    innhold = {
        "kommune": funnet,
        "kontakt": next((k for k in alle if naa and k.pk == naa.id), None),
        "andre": [k for k in alle if naa is None or k.pk != naa.id],
        "stand": standen(funnet, timezone.now()),
        "tall": tallene(funnet),
        "paneler": kommunepaneler_for(request, funnet),
        "fylket": av.er_fylke,
        "kan_endre": av.har(*FOELGER_OPP),
        "handlinger": handlinger(funnet, av),
    }
    return render(request, "regionalt/kommune.html", innhold)


def kommune_eller_404(request: HttpRequest, nummer: str) -> Virksomhet:
    """Return one of the county's municipalities; to a municipality only itself. Raises Http404."""
    av = aktoer_i(request)
    funnet = les_kommunen(nummer, av, timezone.localdate())
    if funnet is None or (av.er_kommune and funnet.pk != av.virksomhet_id):
        raise Http404
    return funnet
