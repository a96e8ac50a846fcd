"""Calendar files (RFC 5545). What stands in them is named here, and nothing of it is about a person.

No title, place, agenda or participant: calendars are copied to telephones and to others. The kind of meeting,
who called it, when, and the address of the page, where the reader logs in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from integrering.grunnmur.kodelister import kodenavn
from integrering.utveksling.moeter.kodeverk import MOETETYPE
from integrering.utveksling.moeter.models import Moete


@dataclass(frozen=True)
class Avtale:
    """A meeting as it stands in a calendar."""

    noekkel: UUID
    sekvens: int
    start: datetime
    slutt: datetime
    sammendrag: str
    avlyst: bool
    endret: datetime
    url: str


def avtale_av(moete: Moete, grunnadresse: str) -> Avtale:
    """Return what a calendar may know of a meeting. `grunnadresse` is the site, without the last slash."""
    return Avtale(
        noekkel=moete.noekkel,
        sekvens=moete.sekvens,
        start=moete.start,
        slutt=moete.slutt,
        sammendrag=f"{kodenavn(MOETETYPE, moete.type)} – {moete.eier.navn}",
        avlyst=moete.avlyst,
        endret=moete.endret,
        url=f"{grunnadresse}{reverse('moete', args=[moete.noekkel])}",
    )


def skriv(avtaler: Iterable[Avtale]) -> bytes:
    """Return the calendar file. Times are UTC, so that no time zone has to travel with them."""
    kalender = Calendar()
    kalender.add("prodid", "-//Integrering//Moeter//NO")
    kalender.add("version", "2.0")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", _("Møter – Integrering"))
    for avtale in avtaler:
        kalender.add_component(_hendelse(avtale))
    innhold: bytes = kalender.to_ical()
    return innhold


def _hendelse(avtale: Avtale) -> Event:
    hendelse = Event()
    hendelse.add("uid", f"{avtale.noekkel}@integrering")
    hendelse.add("sequence", avtale.sekvens)
    hendelse.add("dtstamp", avtale.endret.astimezone(UTC))
    hendelse.add("last-modified", avtale.endret.astimezone(UTC))
    hendelse.add("dtstart", avtale.start.astimezone(UTC))
    hendelse.add("dtend", avtale.slutt.astimezone(UTC))
    hendelse.add("summary", avtale.sammendrag)
    hendelse.add("status", "CANCELLED" if avtale.avlyst else "CONFIRMED")
    hendelse.add("url", avtale.url)
    return hendelse
