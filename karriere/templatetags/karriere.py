"""Tags of the career guidance's templates."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from karriere.sider import navigasjonen

register = template.Library()


@register.simple_tag(takes_context=True)
def karrieresider(context: Context) -> list[dict[str, Any]]:
    """Return the pages the reader sees, the one open marked."""
    return navigasjonen(context["request"])
