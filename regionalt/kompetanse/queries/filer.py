"""Reads of the materials of an event."""

from __future__ import annotations

from uuid import UUID

from regionalt.kompetanse.models import Arrangement, Arrangementsvedlegg


def filer_i(arrangement: Arrangement) -> list[Arrangementsvedlegg]:
    """Return the files of an event, with their versions."""
    lenker = Arrangementsvedlegg.objects.select_related("vedlegg").prefetch_related("vedlegg__versjoner")
    return list(lenker.filter(arrangement=arrangement).order_by("pk"))


def finn_fil(arrangement: Arrangement, noekkel: UUID) -> Arrangementsvedlegg | None:
    """Return a file of an event by the file's key."""
    lenker = Arrangementsvedlegg.objects.select_related("vedlegg")
    return lenker.filter(arrangement=arrangement, vedlegg__noekkel=noekkel).first()
