"""The situation of many persons: one query a kind of fact for all of them, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Min, QuerySet

from integrering.grunnmur import visning
from integrering.nir.kodeverk import Ordning
from integrering.nir.models import Bosted, Flyttesak, FulltidVgo, Person, Personopplysning, Vedtak
from integrering.nir.models.flyttesak import FlyttesakTilstand
from integrering.nir.queries.oversikt import VENTER_MOTTAK
from integrering.nir.rules.oppgaver import AapenFlytting
from integrering.nir.rules.situasjon import Opplysning, PeriodeVersjon, Situasjon, VedtakVersjon

_BIT = 5_000


@dataclass(frozen=True)
class Personsituasjon:
    """A person by number and key, where they live, what is registered (only what holds), and open moves."""

    person_id: int
    noekkel: UUID
    kommune_id: int | None
    opplysning: UUID | None
    situasjon: Situasjon
    flyttinger: tuple[AapenFlytting, ...]
    mottak: tuple[AapenFlytting, ...] = ()


def omfang() -> tuple[int, int] | None:
    """Return the smallest and largest number of a person; None when there is nobody."""
    svar = Person.objects.aggregate(min=Min("pk"), maks=Max("pk"))
    return None if svar["min"] is None else (svar["min"], svar["maks"])


def situasjoner(ider: Collection[int] | None) -> Iterator[Personsituasjon]:
    """Yield the situations of these persons (a `range` is read as one), or of all in portions."""
    for del_ in [ider] if ider is not None else portioner():
        yield from _del(del_)


def portioner() -> Iterator[range]:
    """Yield all numbers of persons in portions."""
    ytre = omfang()
    if ytre:
        for start in range(ytre[0], ytre[1] + 1, _BIT):
            yield range(start, start + _BIT)


def _del(ider: Collection[int]) -> Iterator[Personsituasjon]:
    bosatt = dict(
        _velg(Bosted, ider).values("person_id").annotate(dag=Min("fra")).values_list("person_id", "dag")
    )
    opplysninger, vedtak, perioder = _opplysninger(ider), _vedtak(ider), _perioder(ider)
    flyttinger, mottak = _flyttinger(ider), _mottak(ider)
    personer = Person.objects.filter(**om_dem("pk", ider)).order_by("pk")
    for pk, noekkel, kommune_id in personer.values_list("pk", "noekkel", "kommune_id"):
        rad, opplysning = opplysninger.get(pk, (None, None))
        yield Personsituasjon(
            person_id=pk,
            noekkel=noekkel,
            kommune_id=kommune_id,
            opplysning=rad,
            situasjon=Situasjon(
                opplysning=opplysning,
                foerste_bosted=bosatt.get(pk),
                vedtak=tuple(vedtak.get(pk, ())),
                perioder=tuple(perioder.get(pk, ())),
            ),
            flyttinger=tuple(flyttinger.get(pk, ())),
            mottak=tuple(mottak.get(pk, ())),
        )


def om_dem(felt: str, ider: Collection[int]) -> dict[str, Any]:
    """Return the filter that a column is one of the numbers (a `range` is read as one)."""
    if isinstance(ider, range):
        return {f"{felt}__gte": ider.start, f"{felt}__lt": ider.stop}
    return {f"{felt}__in": ider}


def _velg(modell: Any, ider: Collection[int]) -> QuerySet[Any]:
    """Return the rows that hold, of these persons."""
    rader: QuerySet[Any] = modell.objects.gjeldende().filter(**om_dem("person_id", ider)).order_by()
    return rader


def _opplysninger(ider: Collection[int]) -> dict[int, tuple[UUID, Opplysning]]:
    felt = ("foedselsdato", "tillatelse", "tillatelse_dato", "landgruppe")
    rader = _velg(Personopplysning, ider).values_list("person_id", "registrering_id", *felt)
    return {
        pk: (rad, Opplysning(foedselsdato=foedt, tillatelse=til, tillatelse_dato=gitt, landgruppe=gruppe))
        for pk, rad, foedt, til, gitt, gruppe in rader
    }


def _vedtak(ider: Collection[int]) -> dict[int, list[VedtakVersjon]]:
    ut: dict[int, list[VedtakVersjon]] = defaultdict(list)
    rader = (
        _velg(Vedtak, ider)
        .filter(ordning=Ordning.NORSK)
        .values_list("person_id", "registrering_id", "registrert", "startdato")
    )
    for pk, registrering, registrert, startdato in rader:
        ut[pk].append(VedtakVersjon(registrering=registrering, registrert=registrert, startdato=startdato))
    return ut


def _perioder(ider: Collection[int]) -> dict[int, list[PeriodeVersjon]]:
    ut: dict[int, list[PeriodeVersjon]] = defaultdict(list)
    felt = (
        "registrering_id",
        "registrert",
        "fra",
        "til",
        "timer_per_uke",
        "kombinasjonsklasse",
        "hovedansvar_fylke",
    )
    for pk, *verdier in _velg(FulltidVgo, ider).values_list("person_id", *felt):
        navn = ("registrering", *felt[1:])
        ut[pk].append(PeriodeVersjon(**dict(zip(navn, verdier, strict=True))))
    return ut


def _flyttinger(ider: Collection[int]) -> dict[int, list[AapenFlytting]]:
    ut: dict[int, list[AapenFlytting]] = defaultdict(list)
    aapne = Flyttesak.objects.filter(tilstand=FlyttesakTilstand.AAPEN, **om_dem("person_id", ider))
    for pk, sak, meldt in aapne.order_by("pk").values_list("person_id", "pk", "meldt"):
        ut[pk].append(AapenFlytting(sak, visning.lokal_dato(meldt)))
    return ut


def _mottak(ider: Collection[int]) -> dict[int, list[AapenFlytting]]:
    """Return the moves that are decided and wait for the municipality the person lives in now."""
    ut: dict[int, list[AapenFlytting]] = defaultdict(list)
    venter = Flyttesak.objects.filter(
        VENTER_MOTTAK, til_kommune=F("person__kommune"), **om_dem("person_id", ider)
    )
    for pk, sak, dag in venter.order_by("pk").values_list("person_id", "pk", "fra"):
        ut[pk].append(AapenFlytting(sak, dag))
    return ut
