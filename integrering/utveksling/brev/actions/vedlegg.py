"""The files of a draft. Who changes both locks the files first and the letter after: never the other way."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.brev.models import Brev, Brevvedlegg
from integrering.utveksling.vedlegg import actions as vedleggsactions
from integrering.utveksling.vedlegg.models import Vedlegg


def laas_filene(brev: Brev) -> None:
    """Hold the draft's files until the transaction ends. Letters made together have none."""
    if brev.bunke_id is None:
        filer = Vedlegg.objects.filter(pk__in=brev.vedlegg.values("vedlegg_id"), laast__isnull=True)
        list(filer.select_for_update().order_by("pk"))


def legg_ved(*, brev: Brev, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> int:
    """Put files on a draft and return how many. Raises Regelbrudd on the field «vedlegg»."""
    alle = list(filer)
    if alle and brev.bunke_id is not None:
        raise Regelbrudd({"vedlegg": [_("Brev som er laget til flere, kan ikke ha vedlegg.")]})
    for vedlegg in vedleggsactions.legg_ved_alle(filer=alle, av=av, person_id=brev.person_id):
        Brevvedlegg.objects.create(brev=brev, vedlegg=vedlegg, virksomhet_id=av.virksomhet_id)
    return len(alle)


def ta_av(*, brev: Brev, noekler: Collection[UUID] | None, av: Aktoer) -> int:
    """Delete files of a draft (None: all of them) and return how many."""
    lenker = brev.vedlegg.select_related("vedlegg")
    valgte = lenker if noekler is None else lenker.filter(vedlegg__noekkel__in=noekler)
    return vedleggsactions.slett_lenker(lenker=valgte, av=av)
