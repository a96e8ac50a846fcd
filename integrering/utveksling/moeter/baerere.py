"""The meeting a file hangs on, for the page of the file's versions."""

from __future__ import annotations

from django.urls import reverse

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.models import Moetevedlegg
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg


def moete(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the meeting: its files stand when the minutes are approved or it is called off."""
    lenke = Moetevedlegg.objects.select_related("moete").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    funnet = lenke.moete
    return Baerer(funnet.tittel, reverse("moete", args=[funnet.noekkel]), funnet.aapent)
