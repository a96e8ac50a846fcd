"""The navigation the pages of the regional work share."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from integrering.tilgang.sidemeny import faner
from regionalt.sider import sider

register = template.Library()


@register.simple_tag(takes_context=True)
def regionale_sider(context: Context) -> list[dict[str, Any]]:
    """Return the pages the reader sees, the one open marked."""
    return faner(sider(), context["request"])
