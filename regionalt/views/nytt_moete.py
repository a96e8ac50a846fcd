"""Call a meeting from a page of the regional work, with those it is about chosen beforehand."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from integrering.grunnmur.skjemasvar import Svar, behandle, skrevet
from integrering.tilgang.doerer import aktoer_i
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.forms.moete import MoeteSkjema
from integrering.utveksling.moeter.models import Moete


def vis_nytt_moete(
    request: HttpRequest,
    *,
    forvalg: dict[str, Any],
    tilbake: str,
    etter: Callable[[Moete], object] = lambda moete: None,
) -> HttpResponse:
    """Show the form of a meeting, or call it.

    Args:
        forvalg: what the form begins with.
        tilbake: where one goes afterwards.
        etter: what is done with the new meeting, in the same transaction.
    """
    av = aktoer_i(request)
    start = {"innsending": uuid.uuid4(), **forvalg}
    skjema = MoeteSkjema(skrevet(request), av=av, initial=start, avbryt=tilbake)

    def gjoer(svar: MoeteSkjema) -> HttpResponse:
        etter(actions.kall_inn(data=svar.data_for_moetet, innsending=svar.nr, av=av))
        messages.success(request, _("Møtet er lagret. De inviterte ser det nå i listen sin."))
        return redirect(tilbake)

    return behandle(request, skjema, Svar("moeter/moete_skjema.html", {}, gjoer))
