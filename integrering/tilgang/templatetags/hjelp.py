"""Help on the page itself. Load with ``{% load hjelp %}``."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from integrering.tilgang.veiledninger import veiledning

register = template.Library()


@register.inclusion_tag("komponenter/slik_gjoer_du.html", takes_context=True)
def slik_gjoer_du(context: template.Context, kode: str) -> dict[str, Any]:
    """Show the steps of a task, folded, to those whose task it is; the code is one an app has registered."""
    v = veiledning(kode)
    begynner = reverse(v.begynner) if v.begynner else ""
    request = context.get("request")
    er_her = bool(request and request.path == begynner)
    av = getattr(request, "aktoer", None)
    vises = av is None or av.rolle in v.roller
    return {"veiledning": v if vises else None, "begynner": "" if er_her else begynner}
