"""How a task is written on a page. Load with ``{% load oppgaver %}``."""

from __future__ import annotations

from django import template
from django.utils import timezone

from integrering.oppgaver import tekster
from integrering.oppgaver.models import Oppgave

register = template.Library()
register.filter("tittel", tekster.tittel)
register.filter("hvorfor", tekster.hvorfor)
register.filter("hjemmel", tekster.hjemmel)
register.filter("handling", tekster.handling)
register.filter("gjelder", tekster.gjelder)


@register.filter
def ventetekst(oppgave: Oppgave) -> str:
    """Return «På vent til 14.03.2027: permisjon.», or nothing."""
    return tekster.ventetekst(oppgave, timezone.localdate())
