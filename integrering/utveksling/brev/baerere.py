"""Letters as files and messages see them: what a file hangs on, and what a message points to."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.brev.models import Brev, Brevvedlegg
from integrering.utveksling.meldinger.henvisninger import Henvisning
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg


def brevet(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the letter a file goes with: its files stand from it is finished."""
    lenke = Brevvedlegg.objects.select_related("brev").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    return Baerer(_navn(lenke.brev), reverse("brev_vis", args=[lenke.brev.noekkel]), lenke.brev.er_utkast)


def henvisninger(noekler: Collection[UUID]) -> dict[UUID, Henvisning]:
    """Return the letters with these keys that the one who asks can see."""
    return {
        brev.noekkel: Henvisning(_navn(brev), reverse("brev_vis", args=[brev.noekkel]))
        for brev in Brev.objects.filter(noekkel__in=noekler)
    }


def _navn(brev: Brev) -> str:
    return _("Brev %(referanse)s") % {"referanse": brev.referanse}
