"""Registrations of many persons as values: one query, whatever the number of kinds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from psycopg.sql import SQL, Composable, Identifier, Literal

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Person
from integrering.nir.rules.registrert import Registrert, Registrerte, samle

_GJELDER = SQL("erstattet IS NULL AND NOT annullert")
_VAR = SQL("registrert <= %(instant)s AND (erstattet IS NULL OR %(instant)s < erstattet) AND NOT annullert")


def registrerte(
    ider: Collection[int],
    *,
    slag: Sequence[Faktatype] = tuple(FAKTATYPER.values()),
    instant: datetime | None = None,
) -> dict[int, Registrerte]:
    """Return person → registrations that hold, or held at the instant. A `range` is read as one."""
    per_person: dict[int, list[Registrert]] = defaultdict(list)
    for person, rad in _les(ider, slag, instant):
        per_person[person].append(rad)
    return {person: samle(rader) for person, rader in per_person.items()}


def finn_lik(slag: Faktatype, person: Person, verdier: Mapping[str, Any]) -> ToKlokker | None:
    """Return the registration of the kind that holds and says exactly this."""
    like = {f"{felt}__isnull" if v is None else felt: True if v is None else v for felt, v in verdier.items()}
    funnet: ToKlokker | None = slag.gjeldende.filter(person=person, **like).first()
    return funnet


def _les(
    ider: Collection[int], slag: Sequence[Faktatype], instant: datetime | None
) -> Iterator[tuple[int, Registrert]]:
    lesere = {ett.slug: _lesere(ett) for ett in slag}
    hvem: dict[str, Any] = {"instant": instant}
    if isinstance(ider, range):
        hvilke, hvem["fra"], hvem["til"] = (
            SQL("person_id >= %(fra)s AND person_id < %(til)s"),
            ider.start,
            ider.stop,
        )
    else:
        hvilke, hvem["ider"] = SQL("person_id = ANY (%(ider)s)"), list(ider)
    deler = [_spoerring(ett, hvilke, _VAR if instant else _GJELDER) for ett in slag]
    with connection.cursor() as peker:
        peker.execute(SQL(" UNION ALL ").join(deler), hvem)
        for person, slug, registrering, start, verdier in peker:
            raa = json.loads(verdier)
            lest = {navn: les(raa[navn]) for navn, les in lesere[slug].items()}
            yield (
                person,
                Registrert(
                    slag=slug,
                    start=start,
                    verdier=lest,
                    registrering=registrering,
                ),
            )


def _spoerring(slag: Faktatype, hvilke: Composable, naar: Composable) -> Composable:
    """Return the SELECT of one kind: whom, which kind, which registration, start, and the columns as JSON."""
    felt = [slag.felt(navn).column for navn in slag.felter]
    par = SQL(", ").join(
        SQL("{}, {}").format(Literal(navn), Identifier(k)) for navn, k in zip(slag.felter, felt, strict=True)
    )
    faste = [SQL(" AND {} = {}").format(Identifier(k), Literal(v)) for k, v in slag.faste]
    tabell = Identifier(slag.modell._meta.db_table)
    return SQL(
        "SELECT person_id, {slug}, registrering_id, {start}, jsonb_build_object({par})"
        " FROM {tabell} WHERE {hvilke} AND {naar}{faste}"
    ).format(
        slug=Literal(slag.slug), tabell=tabell, start=Identifier(slag.startfelt), par=par, hvilke=hvilke,
        naar=naar, faste=SQL("").join(faste),
    )  # fmt: skip


def _lesere(slag: Faktatype) -> dict[str, Callable[[Any], Any]]:
    return {navn: _leser(slag.felt(navn)) for navn in slag.felter}


def _leser(felt: Any) -> Callable[[Any], Any]:
    if isinstance(felt, models.DateField):
        return lambda verdi: verdi and date.fromisoformat(verdi)
    if isinstance(felt, models.DecimalField):
        return lambda verdi: verdi if verdi is None else Decimal(str(verdi))
    if isinstance(felt, ArrayField):
        return tuple
    return lambda verdi: verdi
