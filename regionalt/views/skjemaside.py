"""A page that is a form, as the regional apps show it: heading, the way here, perhaps a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import Svar, behandle


@dataclass(frozen=True)
class Skjemaside:
    """The page: its heading, (text, address) of the pages above it, a sentence above the form.

    `uten_personer`: it also says that nothing about those who are exposed or get help is to be written.
    """

    overskrift: str
    sti: Sequence[tuple[str, str]]
    ingress: str = ""
    uten_personer: bool = False


def vis_skjema(
    request: HttpRequest,
    skjema: Skjema,
    side: Skjemaside,
    gjoer: Callable[[Any], HttpResponse],
    verdier_naa: Callable[[Any], Mapping[str, Any]] = lambda naa: {},
) -> HttpResponse:
    """Show the form, or do what it says (see `grunnmur.skjemasvar.behandle`)."""
    return behandle(request, skjema, Svar("regionalt/skjemaside.html", vars(side), gjoer, verdier_naa))
