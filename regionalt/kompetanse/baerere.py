"""The event a file hangs on, for the page of the file's versions."""

from __future__ import annotations

from django.urls import reverse

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg
from regionalt.kompetanse.models import Arrangementsvedlegg
from regionalt.kompetanse.roller import LESER


def arrangementet(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the event: its files stand when it is called off. Schools and organisations have none."""
    if av.rolle not in LESER:
        return None
    lenke = Arrangementsvedlegg.objects.select_related("arrangement").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    a = lenke.arrangement
    return Baerer(a.tittel, reverse("kompetanse:arrangement", args=[a.noekkel]), a.tar_filer)
