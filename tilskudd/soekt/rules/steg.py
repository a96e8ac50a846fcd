"""The way of an application, and what comes next. Pure."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from tilskudd.soekt.rules.hull import Hull


class Steg(StrEnum):
    """The next thing to do. Its value is the name of the address where it is done; «» for nothing."""

    TILTAK = "tiltak"
    BUDSJETT = "budsjett"
    PARTNER = "partner_ny"
    VILKAAR = "vilkaar"
    KLAR = "klar"
    GODKJENN = "behandle"
    SEND = "send"
    VEDTAK = "vedtak"
    START = "start"
    RAPPORT = "rapport"
    AVSLUTT = "avslutt"
    FERDIG = ""


_HULLENE = (
    (Steg.TILTAK, {Hull.TILTAK, Hull.PERIODE, Hull.DELTAKERE}),
    (Steg.BUDSJETT, {Hull.BUDSJETT, Hull.EGENANDEL, Hull.OVER_MEST}),
    (Steg.PARTNER, {Hull.PARTNERE}),
    (Steg.VILKAAR, {Hull.MAALGRUPPE, Hull.VILKAAR}),
)
_ETTER = {
    "sendt": Steg.VEDTAK,
    "innvilget": Steg.START,
    "i_gang": Steg.RAPPORT,
    "rapportert": Steg.AVSLUTT,
}
# The states on the way, in order.
VEIEN = ("utkast", "klar", "sendt", "innvilget", "i_gang", "rapportert", "avsluttet")


def neste(tilstand: str, hull: Collection[Hull], *, godkjent: bool) -> Steg:
    """Return the next step: of a draft the first page with something missing."""
    if tilstand == "utkast":
        return next((steg for steg, noe in _HULLENE if not noe.isdisjoint(hull)), Steg.KLAR)
    if tilstand == "klar":
        return Steg.SEND if godkjent else Steg.GODKJENN
    return _ETTER.get(tilstand, Steg.FERDIG)
