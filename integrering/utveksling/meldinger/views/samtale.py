"""The thread, and acknowledging in it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger.henvisninger import Henvisning, henvisninger
from integrering.utveksling.meldinger.lister import mottaksstatus
from integrering.utveksling.meldinger.models import Melding, Samtale
from integrering.utveksling.meldinger.queries import lesing
from integrering.utveksling.meldinger.views.felles import BRUKERE


@krever(*BRUKERE)
@require_safe
def samtale(request: HttpRequest, samtale_noekkel: UUID) -> HttpResponse:
    """All messages of a thread. To open the page is to open what one's organisation has received in it."""
    av, funnet = aktoer_i(request), lesing.finn_samtale(samtale_noekkel)
    if funnet is None:
        raise Http404
    if request.method == "GET":
        actions.aapne(samtale=funnet, av=av)
    person = lesing.person_i(funnet)
    if funnet.person_id is not None:
        registrer_innsyn(person_id=funnet.person_id, av=av, hvor="melding", grunn=funnet.saksnummer)
    alle = lesing.meldinger_i(funnet)
    viser_til = henvisninger([m.idempotens for m in alle])
    meldinger = [_vist(m, av, viser_til.get(m.idempotens)) for m in alle]
    innhold = {
        "samtale": funnet,
        "person": person,
        "meldinger": meldinger,
        "deltakere": funnet.deltakere.select_related("virksomhet").order_by("virksomhet__navn"),
        "kan_svare": _kan_svare(funnet, person is not None and not person.skjermet),
    }
    return render(request, "meldinger/samtale.html", innhold)


def _kan_svare(samtale: Samtale, har_personen: bool) -> bool:
    return samtale.person_id is None or har_personen


def _vist(melding: Melding, av: Aktoer, henvisning: Henvisning | None) -> Melding:
    """Put on the message what the page says of it."""
    melding.henvisning = henvisning  # type: ignore[attr-defined]
    for mottak in melding.mottak.all():
        mottak.melding = melding
        mottak.status = mottaksstatus(mottak)  # type: ignore[attr-defined]
    mitt = next((m for m in melding.mottak.all() if m.virksomhet_id == av.virksomhet_id), None)
    melding.min = melding.virksomhet_id == av.virksomhet_id  # type: ignore[attr-defined]
    melding.kan_kvitteres = (  # type: ignore[attr-defined]
        melding.krever_kvittering and mitt is not None and mitt.kvittert is None
    )
    melding.kan_purres = (  # type: ignore[attr-defined]
        melding.virksomhet_id == av.virksomhet_id
        and melding.krever_kvittering
        and any(m.kvittert is None for m in melding.mottak.all())
    )
    return melding


@krever(*BRUKERE)
@require_http_methods(["POST"])
def kvitter(request: HttpRequest, melding_noekkel: UUID) -> HttpResponse:
    """Acknowledge. Again: the first one stands."""
    melding = lesing.finn_melding(melding_noekkel)
    if melding is None:
        raise Http404
    try:
        actions.kvitter(melding=melding, av=aktoer_i(request))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("Dere har kvittert for mottatt. Avsenderen ser det."))
    return redirect("samtale", samtale_noekkel=melding.samtale.noekkel)
