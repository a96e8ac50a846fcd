"""The wheel as a calendar file (RFC 5545): whole days, with what the page says; nothing about a person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from regionalt.ledelse.queries.hjul import Vist


def skriv(dager: Iterable[Vist], *, grunnadresse: str, naa: datetime) -> bytes:
    """Return the calendar file. `grunnadresse` is the site, without the last slash."""
    kalender = Calendar()
    kalender.add("prodid", "-//Integrering//Aarshjul//NO")
    kalender.add("version", "2.0")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", _("Årshjul – Integrering"))
    for dag in dager:
        kalender.add_component(_hendelse(dag, grunnadresse, naa))
    innhold: bytes = kalender.to_ical()
    return innhold


def _hendelse(dag: Vist, grunnadresse: str, naa: datetime) -> Event:
    hendelse = Event()
    hendelse.add("uid", f"{dag.uid}@integrering")
    hendelse.add("dtstamp", naa)
    hendelse.add("dtstart", dag.dato)
    # the end of a whole day is the day after (RFC 5545, 3.6.1)
    hendelse.add("dtend", (dag.til or dag.dato) + timedelta(days=1))
    hendelse.add("summary", f"{dag.kildetittel}: {dag.tittel}")
    hendelse.add("categories", [dag.kildetittel])
    if dag.url:
        hendelse.add("url", f"{grunnadresse}{dag.url}")
    return hendelse
