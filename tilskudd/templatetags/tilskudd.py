"""The navigation the pages about grants share."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from integrering.tilgang.sidemeny import faner
from tilskudd.sider import sider

register = template.Library()


@register.simple_tag(takes_context=True)
def tilskuddssider(context: Context) -> list[dict[str, Any]]:
    """Return the pages the reader sees, the one open marked."""
    return faner(sider(), context["request"])
