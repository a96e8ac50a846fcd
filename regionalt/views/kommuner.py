"""The municipalities: list, and the page of each."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.moeter.tekster import moetets_tid
from regionalt.kommunepaneler import kommunepaneler_for
from regionalt.lister import KOMMUNER
from regionalt.queries import kommuner as queries
from regionalt.queries import kontakter
from regionalt.queries.moeter import avtalt, siste_og_neste
from regionalt.roller import FOELGER_OPP, LESER
from regionalt.rules.kontakt import Periode, paa_dagen


@krever(*LESER)
@require_safe
def kommuner(request: HttpRequest) -> HttpResponse:
    """All municipalities with their contacts; a municipality comes to its own page."""
    av = aktoer_i(request)
    if av.er_kommune:
        return redirect("kommune", Virksomhet.objects.only("nummer").get(pk=av.virksomhet_id).nummer)
    return vis_liste(request, KOMMUNER, mal="regionalt/kommuner.html", kan_endre=av.har(*FOELGER_OPP))


@krever(*LESER)
@require_safe
def kommune(request: HttpRequest, kommunenummer: str) -> HttpResponse:
    """Who follows the municipality up, when we last met, what we agreed; then what the apps add."""
    funnet, av, i_dag = kommune_eller_404(request, kommunenummer), aktoer_i(request), timezone.localdate()
    siste, neste = siste_og_neste(funnet, timezone.now())
    alle = kontakter.kontaktene_til(funnet)
    naa = paa_dagen((Periode(k.pk, k.fra, k.til) for k in alle), i_dag)
    innhold = {
        "kommune": funnet,
        "kontakt": next((k for k in alle if naa and k.pk == naa.id), None),
        "andre": [k for k in alle if naa is None or k.pk != naa.id],
        "siste": (siste, moetets_tid(siste)) if siste else None,
        "neste": (neste, moetets_tid(neste)) if neste else None,
        "avtalt": avtalt(funnet, siste),
        "tall": queries.tall_for(funnet, i_dag),
        "paneler": kommunepaneler_for(request, funnet),
        "fylket": av.er_fylke,
        "kan_endre": av.har(*FOELGER_OPP),
    }
    return render(request, "regionalt/kommune.html", innhold)


def kommune_eller_404(request: HttpRequest, nummer: str) -> Virksomhet:
    """Return one of the county's municipalities; to a municipality only itself. Raises Http404."""
    funnet, av = queries.finn_kommune(nummer), aktoer_i(request)
    if funnet is None or (av.er_kommune and funnet.pk != av.virksomhet_id):
        raise Http404
    return funnet
