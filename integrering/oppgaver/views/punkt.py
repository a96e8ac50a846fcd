"""What the doors of points share: finish one, open it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjemasvar import Svar, behandle, skrevet
from integrering.oppgaver.forms import AvsluttPunktSkjema, Versjonsskjema
from integrering.oppgaver.models.punkt import Punkt, Punkttilstand


def svar_paa_avslutning(
    request: HttpRequest, punkt: Punkt, *, mal: str, innhold: dict[str, Any], tilbake: str,
    avslutt: Callable[..., None],
) -> HttpResponse:  # fmt: skip
    """Show the form that finishes a point, or do what it says.

    Args:
        mal: the page's template, with `innhold`.
        tilbake: where one goes afterwards.
        avslutt: the action; takes `versjon`, `tilstand` and `grunn`.
    """
    start = {"versjon": punkt.versjon, "tilstand": Punkttilstand.GJORT}
    skjema = AvsluttPunktSkjema(skrevet(request), initial=start, avbryt=tilbake)

    def gjoer(svar: AvsluttPunktSkjema) -> HttpResponse:
        rent = svar.cleaned_data
        avslutt(versjon=rent["versjon"], tilstand=Punkttilstand(rent["tilstand"]), grunn=rent["grunn"])
        messages.success(request, _("Punktet er avsluttet, og oppgaven er borte fra listen."))
        return redirect(tilbake)

    def naa(rad: Punkt) -> dict[str, Any]:
        return {"tilstand": rad.tilstand, "grunn": rad.grunn}

    return behandle(request, skjema, Svar(mal, innhold, gjoer, naa))


def svar_paa_gjenaapning(
    request: HttpRequest, *, tilbake: str, gjenaapne: Callable[..., None]
) -> HttpResponse:
    """Open a point again; `gjenaapne` is the action and takes `versjon`."""
    skjema = Versjonsskjema(request.POST)
    try:
        gjenaapne(versjon=skjema.cleaned_data["versjon"] if skjema.is_valid() else 0)
    except Regelbrudd as brudd:  # somebody else did something: the page that follows shows what
        messages.error(request, str(brudd))
    else:
        messages.success(request, _("Punktet er åpnet igjen."))
    return redirect(tilbake)
