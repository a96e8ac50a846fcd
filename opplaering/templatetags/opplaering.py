"""The navigation the pages of the training share."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse

from opplaering.sider import sider_for

register = template.Library()


@register.simple_tag(takes_context=True)
def opplaeringssider(context: Context) -> list[dict[str, Any]]:
    """Return the pages the reader sees, as `komponenter/faner.html` takes them; the one open is marked."""
    request = context["request"]
    adresser = {reverse(side.urlnavn): side.tekst for side in sider_for(request.aktoer)}
    # the longest address that begins where one is: `/opplaering/` begins them all
    her = max((url for url in adresser if request.path.startswith(url)), key=len, default="")
    return [
        {"url": url, "tekst": tekst, "antall": None, "aktiv": url == her} for url, tekst in adresser.items()
    ]
