"""The agreement a file hangs on, for the page of the file's versions."""

from __future__ import annotations

from django.urls import reverse

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg
from regionalt.frivillighet.models import Avtalevedlegg
from regionalt.frivillighet.roller import SER_FILER


def avtalen(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the agreement; others than those who made it have none to ask for."""
    if av.rolle not in SER_FILER:
        return None
    lenke = Avtalevedlegg.objects.select_related("avtale").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    return Baerer(lenke.avtale.tittel, reverse("frivillighet:avtale", args=[lenke.avtale.noekkel]), True)
