"""The form of a regional register on a page (`skjemaside`): add a row, or save over one."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from integrering.grunnmur.skjemasvar import skrevet
from integrering.tilgang.doerer import aktoer_i
from regionalt.actions.registerrad import Lagring
from regionalt.forms.registerrad import RegisterSkjema
from regionalt.models.felles import Innsendt
from regionalt.views import skjemaside

R = TypeVar("R", bound=Innsendt)


@dataclass(frozen=True)
class Skjemaside(Generic[R]):
    """What such a page is.

    Attributes:
        skjema: the form's class.
        overskrift: the heading.
        smuler: the steps above it in the breadcrumb, (text, address).
        lagre: the action; called with `felter`, `lagring` and `av`.
        tilbake: the row → the address one comes to.
        melding: what is said when it is saved.
        avbryt: where «Avbryt» leads.
        uten_personer: see `skjemaside.Skjemaside`.
    """

    skjema: type[RegisterSkjema]
    overskrift: str
    smuler: tuple[tuple[str, str], ...]
    lagre: Callable[..., R]
    tilbake: Callable[[R], str]
    melding: str
    avbryt: str
    uten_personer: bool = True


def vis_skjema(
    request: HttpRequest, side: Skjemaside[R], rad: R | None = None, start: dict[str, Any] | None = None
) -> HttpResponse:
    """Show the form of a new row or of `rad`, and save what was written: 422 refused, 409 conflict."""
    initial = side.skjema.verdier(rad) if rad else {"innsending": uuid.uuid4(), **(start or {})}
    skjema = side.skjema(skrevet(request), initial=initial, avbryt=side.avbryt)

    def gjoer(svar: RegisterSkjema) -> HttpResponse:
        lagring: Lagring[R] = svar.lagring(rad)
        lagret = side.lagre(felter=svar.felter, lagring=lagring, av=aktoer_i(request))
        messages.success(request, side.melding)
        return redirect(side.tilbake(lagret))

    siden = skjemaside.Skjemaside(side.overskrift, side.smuler, uten_personer=side.uten_personer)
    return skjemaside.vis_skjema(request, skjema, siden, gjoer, side.skjema.verdier)
