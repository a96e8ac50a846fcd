"""Files of a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.moeter.actions.felles import krev_aapent
from integrering.utveksling.moeter.models import Moete, Moetevedlegg
from integrering.utveksling.vedlegg import actions as vedlegg
from integrering.utveksling.vedlegg.models import Vedlegg


@transaction.atomic
def legg_ved_moetet(*, moete: Moete, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> int:
    """Attach files, as anyone who takes part. Return how many. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*ARBEIDSROLLER)
    krev_aapent(moete)
    lagret = vedlegg.legg_ved_alle(filer=filer, av=av)
    Moetevedlegg.objects.bulk_create(
        Moetevedlegg(moete=moete, vedlegg=v, virksomhet_id=av.virksomhet_id) for v in lagret
    )
    return len(lagret)


@transaction.atomic
def slett_vedlegg(*, lenke: Moetevedlegg, av: Aktoer) -> None:
    """Delete a file of one's own from a meeting that is not locked. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*ARBEIDSROLLER)
    krev_aapent(lenke.moete)
    if lenke.virksomhet_id != av.virksomhet_id:
        raise IkkeTilgang(_("Bare den som la ved filen, kan slette den."))
    fil = lenke.vedlegg
    lenke.delete()
    vedlegg.slett_utkast(vedlegg=fil, av=av)


def laas_vedlegg(moete: Moete, av: Aktoer) -> None:
    """Lock the owner's files together with the minutes."""
    mine = Vedlegg.objects.filter(
        pk__in=moete.vedlegg.filter(virksomhet_id=av.virksomhet_id).values("vedlegg")
    )
    vedlegg.laas(vedlegg=list(mine), av=av)
