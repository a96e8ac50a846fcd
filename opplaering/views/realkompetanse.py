"""Prior learning: a grid of subjects on an application."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, KONFLIKT, skrevet
from integrering.tilgang.doerer import aktoer_i, krever
from opplaering.actions.realkompetanse import Gridkonflikt, Linjefeil, lagre_realkompetanse
from opplaering.forms.realkompetanse import RealkompetanseSkjema
from opplaering.models import Realkompetanse, Soeknad
from opplaering.queries.soeknader import realkompetanse_i
from opplaering.roller import FYLKET
from opplaering.views.soeknader import soeknad_eller_404


@krever(*FYLKET)
@require_http_methods(GET_POST)
def realkompetanse(request: HttpRequest, soeknad_noekkel: UUID) -> HttpResponse:
    """Subjects with godkjent or ikke godkjent, saved together."""
    soeknad = soeknad_eller_404(request, soeknad_noekkel)
    tilbake = reverse("opplaering_soeknad", args=[soeknad.noekkel])
    skjema = RealkompetanseSkjema(skrevet(request), rader=realkompetanse_i(soeknad), avbryt=tilbake)
    if not skjema.is_bound:
        return _vis(request, soeknad, skjema)
    if not skjema.is_valid():
        return _vis(request, soeknad, skjema, AVVIST)
    try:
        antall = lagre_realkompetanse(
            soeknad=soeknad,
            linjer=skjema.linjer_svart,
            aarsak=skjema.cleaned_data["aarsak"],
            av=aktoer_i(request),
        )
    except Gridkonflikt as konflikt:
        skjema.fra_versjonene(konflikt.naa)
        return _vis(request, soeknad, skjema, KONFLIKT, konflikt.naa)
    except Linjefeil as feil:
        skjema.legg_til_linjefeil(feil)
        return _vis(request, soeknad, skjema, AVVIST)
    except Regelbrudd as brudd:
        skjema.legg_til_regelbrudd(brudd)
        return _vis(request, soeknad, skjema, AVVIST)
    messages.success(request, _("Lagret. Fag som er nye eller endret: %(n)s.") % {"n": antall})
    return redirect(tilbake)


def _vis(
    request: HttpRequest,
    soeknad: Soeknad,
    skjema: RealkompetanseSkjema,
    status: int = 200,
    naa: list[Realkompetanse] | None = None,
) -> HttpResponse:
    innhold: dict[str, Any] = {
        "soeknad": soeknad,
        "person": soeknad.person,
        "overskrift": _("Realkompetansevurdering"),
        "skjema": skjema,
        "naa": naa,
    }
    return render(request, "opplaering/realkompetanse.html", innhold, status=status)
