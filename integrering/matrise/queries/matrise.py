"""The rows of the matrix: persons with their status, as it is or as it was known at the end of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Self

from django.db import connection
from django.db.models import F, Q, QuerySet, Value
from django.db.models.fields.json import KT
from django.db.models.lookups import LessThan
from django.db.models.query import ModelIterable

from integrering.grunnmur.datoer import doegnets_slutt
from integrering.grunnmur.sql import les_sql
from integrering.matrise.queries.ansvar import punkter_til
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.nir.models import Bosted, Registreringsstatus
from integrering.nir.queries.registreringsstatus import status_paa
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Tilstand

# Persons whose earlier status is worked out at a time.
_BIT = 500


@dataclass(frozen=True)
class Matriseutvalg:
    """What the matrix is asked for; everything empty: all persons.

    Attributes:
        kommune_id: the municipality they live in.
        kolonne: column of the law; «ukjent» for those where it cannot be decided.
        punkt, tilstand: an item and how it stands.
        tjeneste: who is responsible; narrows `bare_mangler` and `frist_foer` to their items.
        bare_mangler: only persons who lack something.
        frist_foer: only those with something left to register that is due before the day.
        per: as it was known at the end of this day. Then nothing of the above but `kommune_id` is asked.
    """

    kommune_id: int | None = None
    kolonne: str = ""
    punkt: Registrering | None = None
    tilstand: Tilstand = Tilstand.MANGLER
    tjeneste: Tjeneste | None = None
    bare_mangler: bool = False
    frist_foer: date | None = None
    per: date | None = None


UKJENT_LOV = "ukjent"


def bosatte(kommune_id: int | None, dag: date) -> QuerySet[Bosted]:
    """Return the bosteder that, as it was known at the end of the day, said who lived there then."""
    rader: QuerySet[Bosted] = Bosted.objects.slik_det_var(doegnets_slutt(dag)).filter(
        Q(til__isnull=True) | Q(til__gte=dag), fra__lte=dag
    )
    return rader if kommune_id is None else rader.filter(kommune_id=kommune_id)


class PaaDagen(QuerySet[Registreringsstatus]):
    """Rows that carry the status of an earlier day, worked out some hundreds at a time as they are read."""

    dag: date

    def paa(self, dag: date) -> Self:
        """Return the rows as they stood on the day."""
        kopi = self.all()
        kopi.dag, kopi._iterable_class = dag, _PaaDagen
        return kopi

    def _clone(self) -> Self:
        kopi: Self = super()._clone()  # type: ignore[misc]
        if hasattr(self, "dag"):
            kopi.dag = self.dag
        return kopi


class _PaaDagen(ModelIterable):  # type: ignore[type-arg]
    def __iter__(self) -> Iterator[Registreringsstatus]:
        dag: date = self.queryset.dag  # type: ignore[attr-defined]
        alle = super().__iter__()
        while bit := list(islice(alle, _BIT)):
            yield from som_paa(bit, dag)


def som_paa(rader: Sequence[Registreringsstatus], dag: date) -> Iterator[Registreringsstatus]:
    """Yield the rows with the status of the day in place of today's."""
    statuser = status_paa([rad.person_id for rad in rader], dag)
    for rad in rader:
        status = statuser[rad.person_id]
        rad.kolonne = status.kolonne or ""
        rad.celler = {hva.value: celle.som_json() for hva, celle in status.celler.items()}
        rad.mangler = [
            hva.value for hva, celle in status.celler.items() if celle.tilstand is Tilstand.MANGLER
        ]
        rad.neste_frist = min((c.frist for _, c in status.gjenstaar if c.frist), default=None)
        yield rad


def rader(valg: Matriseutvalg) -> QuerySet[Registreringsstatus]:
    """Return the rows of the matrix, unordered; `noekkel` is the person's key."""
    if valg.per is not None:
        alle: QuerySet[Registreringsstatus] = (
            PaaDagen(Registreringsstatus)
            .filter(person__in=bosatte(valg.kommune_id, valg.per).values("person_id"))
            .paa(valg.per)
        )
    else:
        alle = _i_dag(valg)
    # without a birth date: someone an import brought in and was undone, and nothing is registered about
    return (
        alle.filter(person__foedselsdato__isnull=False)
        .select_related("person__kommune")
        .annotate(noekkel=F("person__noekkel"))
    )


def _i_dag(valg: Matriseutvalg) -> QuerySet[Registreringsstatus]:
    alle = Registreringsstatus.objects.all()
    if valg.kommune_id is not None:
        alle = alle.filter(person__kommune_id=valg.kommune_id)
    if valg.kolonne:
        alle = alle.filter(kolonne="" if valg.kolonne == UKJENT_LOV else valg.kolonne)
    if valg.punkt is not None:
        alle = alle.filter(_staar(valg.punkt, valg.tilstand))
    if valg.bare_mangler or valg.frist_foer is not None:
        alle = alle.filter(_mangler(valg))
    return alle


def _staar(hva: Registrering, tilstand: Tilstand) -> Q:
    match tilstand:
        case Tilstand.MANGLER:
            return Q(mangler__contains=[hva.value])
        case Tilstand.DELVIS:
            return Q(delvise__contains=[hva.value])
    return Q(**{f"celler__{hva.value}__t": tilstand.value})


def _mangler(valg: Matriseutvalg) -> Q:
    """Return who lacks something, of all items, of one, or of a service's; or what remains before a day."""
    if valg.punkt is not None:
        return _mangler_av(frozenset({valg.punkt}), valg.frist_foer)
    if valg.tjeneste is None:
        return ~Q(mangler=[]) if valg.frist_foer is None else Q(neste_frist__lt=valg.frist_foer)
    ellers, egne = punkter_til(valg.tjeneste)
    funnet = _mangler_av(ellers, valg.frist_foer)
    if egne:
        funnet &= ~Q(person__kommune_id__in=list(egne)) | Q(person__kommune_id__isnull=True)
    for kommune, punkter in egne.items():
        funnet |= Q(person__kommune_id=kommune) & _mangler_av(punkter, valg.frist_foer)
    return funnet


def _mangler_av(punkter: frozenset[Registrering], foer: date | None) -> Q:
    if not punkter:
        return Q(pk__in=[])
    if foer is None:
        return Q(mangler__overlap=sorted(p.value for p in punkter))
    funnet = Q()
    for hva in sorted(punkter):
        # as text: in JSON, null comes before every date
        for_tidlig = LessThan(KT(f"celler__{hva.value}__f"), Value(foer.isoformat()))
        funnet |= Q(for_tidlig, **{f"celler__{hva.value}__t__in": [Tilstand.MANGLER, Tilstand.DELVIS]})
    return funnet


@dataclass(frozen=True)
class Hodetall:
    """Of each item, how many lack it or have it half done."""

    mangler: dict[str, int]
    delvise: dict[str, int]


def hodetall(utvalg: QuerySet[Registreringsstatus]) -> Hodetall:
    """Return the counts of the whole selection, in one query; the selection is one that can hold somebody."""
    sql, parametre = utvalg.order_by().values_list("mangler", "delvise").query.sql_with_params()
    with connection.cursor() as peker:
        # the selection is Django's own SQL, with its values as parameters
        peker.execute(les_sql("integrering.matrise", "hodetall").format(utvalg=sql), parametre)
        tall = peker.fetchall()
    return Hodetall(
        mangler={hva: mangler for hva, mangler, _delvise in tall if mangler},
        delvise={hva: delvise for hva, _mangler, delvise in tall if delvise},
    )
