"""Reads of the catalogue."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import DateField, F, QuerySet, Value
from django.db.models.functions import Least
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tilskudd.ordninger.frister import neste_frister
from tilskudd.ordninger.models import Ordning

_UTENOM = ("versjon", "endret", "endret_av")


class Endring(NamedTuple):
    """A change, as `komponenter/historikk.html` reads it."""

    tittel: str
    tidspunkt: datetime
    hvem: str
    beskrivelse: str


def ordninger(dag: date) -> QuerySet[Ordning]:
    """Return the schemes with `neste_frist` from `dag` on (None when no call has one)."""
    ingen = Value(None, output_field=DateField())
    frister = neste_frister(dag)
    # LEAST of PostgreSQL passes over what is unknown
    neste = Least(ingen, *frister, output_field=DateField()) if frister else ingen
    return Ordning.objects.select_related("ansvarlig").annotate(neste_frist=neste)


def finn_ordning(kode: str) -> Ordning | None:
    """Return a scheme by its code."""
    return Ordning.objects.select_related("ansvarlig", "endret_av").filter(kode=kode).first()


def historikk(ordning: Ordning) -> list[Endring]:
    """Return what was changed by whom, newest first. What came with the system has nobody."""
    modell: Any = apps.get_model("ordninger", "OrdningHendelse")
    rader = list(
        modell.objects.filter(pgh_obj_id=ordning.pk)
        .order_by("pgh_id")
        .annotate(fornavn=F("endret_av__first_name"), etternavn=F("endret_av__last_name"))
    )
    felter = [f for f in Ordning._meta.concrete_fields if not f.primary_key and f.name not in _UTENOM]
    ut = []
    for foer, rad in zip([None, *rader], rader, strict=False):
        endret = [
            str(capfirst(str(f.verbose_name)))
            for f in felter
            if foer is not None and getattr(foer, f.attname) != getattr(rad, f.attname)
        ]
        ut.append(
            Endring(
                tittel=_("Lagt inn") if foer is None else _("Endret"),
                tidspunkt=rad.pgh_created_at,
                hvem=f"{rad.fornavn or ''} {rad.etternavn or ''}".strip() or _("Fulgte med systemet"),
                beskrivelse=", ".join(endret),
            )
        )
    return ut[::-1]
