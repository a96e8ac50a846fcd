"""What templates say about payments."""

from __future__ import annotations

from django import template

from tilskudd.innbetalinger import oere as penger

register = template.Library()


@register.filter
def oere(verdi: int) -> str:
    """Write an amount in øre as kroner."""
    return penger.skriv(verdi)
