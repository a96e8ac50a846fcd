"""Reads of drafts, receipts and saved mappings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import aktoer_av, gyldige_roller
from integrering.utveksling.importering.format import Format, finn_format, formater
from integrering.utveksling.importering.models import (
    AAPNE,
    Import,
    Importutkast,
    Kolonnekart,
    Svarfil,
    Utkastavvik,
)

SIDE = 50


def aktoer_i_rolle(bruker_id: int, virksomhet_id: int, rolle: str) -> Aktoer:
    """Return the user in the role they had when they asked. Raises Regelbrudd when it is gone."""
    tildeling = (
        gyldige_roller(bruker_id, timezone.localdate())
        .filter(virksomhet_id=virksomhet_id, rolle=rolle, bruker__is_active=True)
        .first()
    )
    if tildeling is None:
        raise Regelbrudd(_("Rollen din gjelder ikke lenger. Logg inn på nytt."))
    return aktoer_av(tildeling)


def formater_for(av: Aktoer) -> list[Format]:
    """Return the kinds of file that this one may import."""
    return [f for f in map(finn_format, formater()) if av.har(*f.roller)]


def formatgrupper_for(av: Aktoer) -> list[tuple[str, list[Format]]]:
    """Return the same under their headings, in the order the headings were first met."""
    grupper: dict[str, list[Format]] = {}
    for format_ in formater_for(av):
        grupper.setdefault(str(format_.gruppe), []).append(format_)
    return list(grupper.items())


def utkast_for(av: Aktoer) -> QuerySet[Importutkast]:
    """Return one's own drafts, the newest first. The database shows nobody else's."""
    return Importutkast.objects.filter(bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id).select_related(
        "jobb", "kvittering"
    )


def aapne_utkast(av: Aktoer) -> QuerySet[Importutkast]:
    """Return one's drafts that are not done."""
    return utkast_for(av).filter(tilstand__in=AAPNE, utloeper__gt=timezone.now())


def kvitteringer(av: Aktoer) -> QuerySet[Import]:
    """Return the receipts of one's organisation."""
    return Import.objects.filter(virksomhet_id=av.virksomhet_id).select_related(
        "bruker", "virksomhet", "angring__bruker"
    )


def svarfiler(kvittering: Import) -> dict[str, Svarfil]:
    """Return the answers that are still kept, by kind, without their content."""
    return {s.art: s for s in Svarfil.objects.filter(kvittering=kvittering).defer("innhold")}


def kart_for(av: Aktoer) -> QuerySet[Kolonnekart]:
    """Return the mappings of one's organisation."""
    return Kolonnekart.objects.filter(
        virksomhet_id=av.virksomhet_id, slag__in=[f.navn for f in formater_for(av)]
    ).select_related("endret_av")


def kart_med_navn(av: Aktoer, slag: str, navn: str) -> Kolonnekart | None:
    """Return the mapping by its name."""
    return Kolonnekart.objects.filter(virksomhet_id=av.virksomhet_id, slag=slag, navn=navn).first()


@dataclass(frozen=True)
class Avvikside:
    """One page of what is wrong in a draft, and the keys of the pages beside it."""

    avvik: Sequence[Utkastavvik]
    forrige: int | None
    neste: int | None


def avvikside(utkast_id: UUID, *, felt: str | None, etter: int | None) -> Avvikside:
    """Return a page, in the order of the file. `etter` is the id of the last one on the page before."""
    alle = Utkastavvik.objects.filter(utkast_id=utkast_id)
    if felt is not None:
        alle = alle.filter(felt=felt)
    # made in the order of the file, so the id is that order
    alle = alle.order_by("id")
    side = list(alle.filter(id__gt=etter or 0)[: SIDE + 1])
    flere, side = len(side) > SIDE, side[:SIDE]
    foer = (
        list(alle.filter(id__lte=etter).reverse().values_list("id", flat=True)[: SIDE + 1]) if etter else []
    )
    forrige = (foer[SIDE] if len(foer) > SIDE else 0) if foer else None
    return Avvikside(side, forrige, side[-1].pk if flere else None)
