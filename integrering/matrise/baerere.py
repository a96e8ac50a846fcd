"""The decision point a file hangs on, for the page of the file's versions."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.matrise.models import Vedtaksvedlegg
from integrering.matrise.roller import LESER
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg


def vedtakspunkt(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the point: its files stand when it is done. Schools and organisations have none to ask for."""
    if av.rolle not in LESER:
        return None
    lenke = Vedtaksvedlegg.objects.select_related("punkt").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    punkt = lenke.punkt
    return Baerer(_("Vedtakspunkt"), reverse("vedtakspunkt", args=[punkt.noekkel]), punkt.aapen)
