"""The receipt after something was done with tasks: it stands once on the front page, with «Angre»."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import ngettext

from integrering.oppgaver.actions import Utfoert

_SESJON = "oppgaver_kvittering"


@dataclass(frozen=True)
class Kvittering:
    """What was done, and the round that undoes it."""

    tekst: str
    runde: str


def gi_kvittering(request: HttpRequest, tekst: str, utfoert: Utfoert) -> None:
    """Show the receipt on the next front page."""
    if utfoert.ferdige:
        tekst += " " + ngettext(
            "%(n)s oppgave var alt ferdig.", "%(n)s oppgaver var alt ferdige.", utfoert.ferdige
        ) % {"n": utfoert.ferdige}
    request.session[_SESJON] = {"tekst": tekst, "runde": str(utfoert.runde)}


def ta_kvittering(request: HttpRequest) -> Kvittering | None:
    """Return the receipt, once."""
    lagret = request.session.pop(_SESJON, None)
    return Kvittering(**lagret) if lagret else None
