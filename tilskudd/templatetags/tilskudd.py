"""The navigation the pages about grants share, and what their tables say in words."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from integrering.tilgang.sidemeny import faner
from tilskudd import tekster
from tilskudd.rules.uvanlig import Uvanlig
from tilskudd.sider import sider

register = template.Library()


@register.simple_tag(takes_context=True)
def tilskuddssider(context: Context) -> list[dict[str, Any]]:
    """Return the pages the reader sees, the one open marked."""
    return faner(sider(), context["request"])


@register.filter
def uvanlig_tekst(uvanlig: Uvanlig) -> str:
    """Say what is unusual."""
    return tekster.uvanlig_tekst(uvanlig)


@register.filter
def gruppenavn(kode: str) -> str:
    """Name a group of changed persons."""
    return str(tekster.GRUPPER[kode])
