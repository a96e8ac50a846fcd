"""How a task is written on a page. Load with ``{% load oppgaver %}``."""

from __future__ import annotations

from django import template
from django.utils import timezone

from integrering.oppgaver import tekster
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.regelverk import regel_med_kode
from integrering.tilgang.aktoer import Aktoer

register = template.Library()
register.filter("tittel", tekster.tittel)
register.filter("hvorfor", tekster.hvorfor)
register.filter("hjemmel", tekster.hjemmel)
register.filter("handling", tekster.handling)
register.filter("gjelder", tekster.gjelder)


@register.filter
def kan_gjoeres_av(oppgave: Oppgave, av: Aktoer) -> bool:
    """Return True for those whose desk and duty it is: the others would be turned away from its form."""
    regel = regel_med_kode(oppgave.regel)
    return oppgave.virksomhet_id == av.virksomhet_id and (regel is None or av.rolle in regel.roller)


@register.filter
def ventetekst(oppgave: Oppgave) -> str:
    """Return «På vent til 14.03.2027: permisjon.», or nothing."""
    return tekster.ventetekst(oppgave, timezone.localdate())
