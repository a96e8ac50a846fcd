"""Materials of an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg import actions as vedlegg
from regionalt.kompetanse.models import Arrangement, Arrangementsvedlegg
from regionalt.kompetanse.roller import SKRIVER


@transaction.atomic
def legg_ved(*, arrangement: Arrangement, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> int:
    """Attach files to an event that is open or held. Return how many. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    if not arrangement.tar_filer:
        raise Regelbrudd(_("Filer kan legges ved når arrangementet er åpnet, og ikke når det er avlyst."))
    lagret = vedlegg.legg_ved_alle(filer=filer, av=av)
    Arrangementsvedlegg.objects.bulk_create(
        Arrangementsvedlegg(arrangement=arrangement, vedlegg=v, virksomhet_id=av.virksomhet_id)
        for v in lagret
    )
    return len(lagret)


@transaction.atomic
def slett_fil(*, lenke: Arrangementsvedlegg, av: Aktoer) -> None:
    """Delete a file of an event, with its versions. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    vedlegg.slett_lenker(lenker=[lenke], av=av)
