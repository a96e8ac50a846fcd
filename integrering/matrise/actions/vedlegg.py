"""Files that show what was done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.matrise.actions.punkt import krev_eier
from integrering.matrise.models import Vedtakspunkt, Vedtaksvedlegg
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg import actions as vedlegg


@transaction.atomic
def legg_ved_punktet(*, punkt: Vedtakspunkt, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> int:
    """Attach files to a point of one's own that is not finished. Return how many.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, punkt)
    _krev_aapent(punkt)
    lagret = vedlegg.legg_ved_alle(filer=filer, av=av)
    Vedtaksvedlegg.objects.bulk_create(
        Vedtaksvedlegg(punkt=punkt, vedlegg=v, virksomhet_id=av.virksomhet_id) for v in lagret
    )
    return len(lagret)


@transaction.atomic
def slett_vedlegg(*, lenke: Vedtaksvedlegg, av: Aktoer) -> None:
    """Delete a file from a point that is not finished. Raises Regelbrudd, IkkeTilgang."""
    krev_eier(av, lenke.punkt)
    _krev_aapent(lenke.punkt)
    fil = lenke.vedlegg
    lenke.delete()
    vedlegg.slett_utkast(vedlegg=fil, av=av)


def _krev_aapent(punkt: Vedtakspunkt) -> None:
    if not punkt.aapen:
        raise Regelbrudd(_("Punktet er avsluttet. Åpne det på nytt for å endre dokumentasjonen."))
