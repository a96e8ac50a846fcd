"""The application a file hangs on, for the page of the file's versions."""

from __future__ import annotations

from django.urls import reverse

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg
from tilskudd.soekt.models import Soeknadsvedlegg


def soeknaden(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the application: its files stand from it is sent."""
    lenke = (
        Soeknadsvedlegg.objects.select_related("soeknad").filter(vedlegg=vedlegg).first()
        if av.er_fylke
        else None
    )
    if lenke is None:
        return None
    funnet = lenke.soeknad
    return Baerer(funnet.tittel, reverse("soekt:soeknad", args=[funnet.noekkel]), funnet.aapen)
