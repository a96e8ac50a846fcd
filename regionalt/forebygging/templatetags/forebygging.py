"""The navigation the pages of the prevention work share."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from integrering.tilgang.sidemeny import faner
from regionalt.forebygging.sider import SIDER

register = template.Library()


@register.simple_tag(takes_context=True)
def forebyggingssider(context: Context) -> list[dict[str, Any]]:
    """Return the pages the reader sees, the one open marked."""
    return faner(SIDER, context["request"])
