"""The calls, told to the catalogue of schemes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from tilskudd.gitt.models import Utlysning, Utlysningstilstand
from tilskudd.gitt.tekster import FARGE
from tilskudd.ordninger.frister import Fristkilde, Utlyst
from tilskudd.ordninger.models import Ordning


def _utlysninger(ordning: Ordning) -> list[Utlyst]:
    return [
        Utlyst(
            u.navn, reverse("gitt:utlysning", args=[u.noekkel]), u.frist, u.ramme,
            str(u.get_tilstand_display()), FARGE[u.tilstand],
        )
        for u in Utlysning.objects.filter(ordning=ordning)
    ]  # fmt: skip


def _neste(dag: date) -> Any:
    rader = Utlysning.objects.filter(
        ordning=OuterRef("pk"), tilstand=Utlysningstilstand.UTLYST, frist__gte=dag
    ).order_by("frist")
    return Subquery(rader.values("frist")[:1])


FRISTER = Fristkilde("gitt", _utlysninger, _neste)
