"""Results of tests in Norwegian."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from integrering.grunnmur.sql import les_sql
from integrering.nir.models import Proeve
from integrering.rapporter.rules.skoleaar import skoleaarets_dager

PROEVER = ("norskproeve", "norskproeve_c1")
DELPROEVER = ("lytte", "lese", "skriftlig", "muntlig")
NIVAAER = ("under_a1", "a1", "a2", "b1", "b2", "c1")


def norskproever(
    *, kommune: str = "", skoleaar: int | None = None, delproeve: str = "", nivaa: str = ""
) -> QuerySet[Proeve]:
    """Return the tests in Norwegian that hold, of unprotected persons.

    Args:
        kommune: number of the municipality the person lives in today.
        skoleaar: the year the school year began.
        delproeve: a part that has a result (with `nivaa`: that one).
    """
    alle = Proeve.objects.gjeldende().filter(proeve__in=PROEVER, person__skjermet=False)
    if kommune:
        alle = alle.filter(person__kommune__nummer=kommune)
    if skoleaar is not None:
        alle = alle.filter(dato__range=skoleaarets_dager(skoleaar))
    deler = (delproeve,) if delproeve else DELPROEVER
    resultat = Q()
    for del_ in deler:
        resultat |= Q(**{f"{del_}__in": [nivaa] if nivaa else list(NIVAAER)})
    rader: QuerySet[Proeve] = alle.filter(resultat)
    return rader


def per_nivaa(*, fra: date, til: date) -> dict[tuple[str, int, str, str], int]:
    """Return (municipality, school year, part, level) → how many results."""
    verdier: dict[str, Any] = {"proever": list(PROEVER), "nivaaer": list(NIVAAER), "fra": fra, "til": til}
    with connection.cursor() as peker:
        peker.execute(les_sql("integrering.rapporter", "proever"), verdier)
        return {(kommune, aar, delproeve, nivaa): n for kommune, aar, delproeve, nivaa, n in peker.fetchall()}
