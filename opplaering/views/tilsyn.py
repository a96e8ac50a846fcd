"""Order a supervision pack."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.jobbside import foelg
from integrering.grunnmur.skjemasvar import GET_POST, Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.roller import FYLKESROLLER
from opplaering.actions.tilsyn import bestill_tilsynspakke
from opplaering.forms.tilsyn import TilsynSkjema
from opplaering.tilsyn.ark import ARKENE


@krever(*FYLKESROLLER)
@require_http_methods(GET_POST)
def tilsyn(request: HttpRequest) -> HttpResponse:
    """What the pack holds, and the form that orders it; the job's page leads to the pack."""
    av, i_dag = aktoer_i(request), timezone.localdate()
    start = {"fra": i_dag.replace(month=1, day=1), "til": i_dag, "innsending": uuid.uuid4()}
    skjema = TilsynSkjema(skrevet(request), initial=start, avbryt=reverse("opplaering"))

    def gjoer(svar: TilsynSkjema) -> HttpResponse:
        pakke = bestill_tilsynspakke(av=av, **svar.cleaned_data)
        if pakke.jobb is None or not pakke.jobb.lever:
            return redirect("dokumentasjonspakke", pakke_id=pakke.pk)
        return foelg(pakke.jobb.pk)

    return behandle(request, skjema, Svar("opplaering/tilsyn.html", {"arkene": ARKENE}, gjoer))
