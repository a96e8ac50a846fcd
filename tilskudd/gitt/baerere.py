"""The application a file hangs on, for the page of the file's versions."""

from __future__ import annotations

from django.urls import reverse

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg
from tilskudd.gitt.models import Soeknadsvedlegg


def soeknaden(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the application: its files stand when it is sent."""
    lenke = Soeknadsvedlegg.objects.select_related("soeknad__utlysning").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    soeknad = lenke.soeknad
    return Baerer(str(soeknad), reverse("gitt:soeknad", args=[soeknad.noekkel]), soeknad.aapen)
