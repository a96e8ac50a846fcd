"""Pages by keyset: «the rows after this one», never OFFSET.

PostgreSQL's own order: NULL is greater than all values. A row is found again by its key, and the next page
is what comes after it in the order of the list; a tie is settled by the primary key. Page 1 and page 1000 are
equally fast where an index carries the order: a row comparison `(a, id) > (x, y)` is what an index reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import BooleanField, F, Func, Model, Q, QuerySet

from integrering.lister.definisjon import Kolonne, Liste


@dataclass(frozen=True)
class Nivaa:
    """One step of an order: a field or annotation, its direction, and whether it may be NULL."""

    felt: str
    synkende: bool
    kan_mangle: bool

    def snudd(self) -> Nivaa:
        """Return the step for reading backwards."""
        return Nivaa(self.felt, not self.synkende, self.kan_mangle)

    @property
    def orden(self) -> str:
        """As `order_by` takes it."""
        return f"-{self.felt}" if self.synkende else self.felt


Verdier = Sequence[Any]


def orden(modell: type[Model], kolonne: Kolonne, *, synkende: bool) -> tuple[Nivaa, ...]:
    """Return the order of a column, ending in the primary key so that no two rows are equal."""
    felter = [felt for felt in kolonne.sorter if felt.lstrip("-") != "pk"] + ["pk"]
    return tuple(
        Nivaa(felt.lstrip("-"), felt.startswith("-") != synkende, _kan_mangle(modell, felt.lstrip("-")))
        for felt in felter
    )


def _kan_mangle(modell: type[Model], sti: str) -> bool:
    """Say whether a path may give NULL; what is not a field (an annotation) may."""
    for del_ in sti.split("__"):
        try:
            felt: Any = modell._meta.pk if del_ == "pk" else modell._meta.get_field(del_)
        except FieldDoesNotExist:
            return True
        if felt is None or getattr(felt, "null", True):
            return True
        if felt.is_relation:
            modell = felt.related_model
    return False


@dataclass(frozen=True)
class Stykke:
    """Rows in order, and whether there are rows before and after them."""

    rader: list[Any]
    foran: bool
    bak: bool


def med_sted(rader: QuerySet[Any], nivaaer: Sequence[Nivaa]) -> QuerySet[Any]:
    """Return the rows, each carrying where it stands in the order (see `sted`)."""
    merket: QuerySet[Any] = rader.annotate(**{f"sted{nr}": F(n.felt) for nr, n in enumerate(nivaaer)})
    return merket


def sted(rad: Any, nivaaer: Sequence[Nivaa]) -> Verdier:
    """Return where a row read by `med_sted` stands."""
    return [getattr(rad, f"sted{nr}") for nr in range(len(nivaaer))]


def anker(liste: Liste, alle: QuerySet[Any], nivaaer: Sequence[Nivaa], noekkel: str) -> Verdier | None:
    """Return where a row stands in the order, by its key; None when there is no such row.

    `alle` is the list without filter: a row that has just left the filter is still a place to go on from.
    """
    try:
        funnet = med_sted(alle.order_by().filter(**{liste.noekkel: noekkel}), nivaaer)
        verdier: Verdier | None = funnet.values_list(*(f"sted{nr}" for nr in range(len(nivaaer)))).first()
        return verdier
    except (ValueError, TypeError, OverflowError, ValidationError):  # what is no key of this kind
        return None


def stykke(
    rader: QuerySet[Any], nivaaer: Sequence[Nivaa], antall: int, *, fra: Verdier | None, bakover: bool = False
) -> Stykke:
    """Return at most `antall` rows after `fra` (before it, when `bakover`), in the order of the list."""
    steg = tuple(nivaa.snudd() for nivaa in nivaaer) if bakover else tuple(nivaaer)
    funnet = les(rader, steg, antall + 1, fra)
    flere, funnet = len(funnet) > antall, funnet[:antall]
    if bakover:
        return Stykke(funnet[::-1], foran=flere, bak=fra is not None)
    return Stykke(funnet, foran=fra is not None, bak=flere)


def les(rader: QuerySet[Any], steg: Sequence[Nivaa], antall: int, fra: Verdier | None) -> list[Any]:
    """Return at most `antall` rows after `fra`."""
    felter = [nivaa.orden for nivaa in steg]
    if fra is None:
        return list(_side(rader, rader.order_by(*felter)[:antall], felter))
    funnet: list[Any] = []
    for del_ in _deler(steg, fra):
        if len(funnet) < antall:
            stykke_ = rader.filter(del_).order_by(*felter)[: antall - len(funnet)]
            funnet += _side(rader, stykke_, felter)
    return funnet


def _side(rader: QuerySet[Any], stykke_: QuerySet[Any], felter: list[str]) -> QuerySet[Any]:
    """Return the rows of a page, found first and described afterwards.

    What a list shows of each row (annotations with sub-queries, joined tables) is read for the page only. In
    one go the planner counts on doing it for all rows, and hashes whole tables: 1.5 s at 100 000 persons. The
    keys are an array, read before all else: as one more join, after eight others, they were asked last.
    """
    if not (rader.query.annotations or rader.query.select_related):
        return stykke_
    return rader.filter(BlantNoekler(F("pk"), ArraySubquery(stykke_.values("pk")))).order_by(*felter)


def _deler(steg: Sequence[Nivaa], fra: Verdier) -> list[Any]:
    """Return the conditions for what comes after `fra`, each one stretch of the index, in order."""
    foerste, verdi = steg[0], fra[0]
    if verdi is None:
        etter = Q(**{f"{foerste.felt}__isnull": True}) & _etter(steg[1:], fra[1:])
        return [etter, Q(**{f"{foerste.felt}__isnull": False})] if foerste.synkende else [etter]
    deler: list[Any] = [_forbi(steg, fra)]
    if foerste.kan_mangle and not foerste.synkende:
        deler.append(Q(**{f"{foerste.felt}__isnull": True}))
    return deler


def _forbi(steg: Sequence[Nivaa], fra: Verdier) -> Any:
    """Return the rows beyond a value that is not NULL, without those where the first field is."""
    if len({nivaa.synkende for nivaa in steg}) == 1 and not any(nivaa.kan_mangle for nivaa in steg[1:]):
        return Radsammenligning([nivaa.felt for nivaa in steg], fra, synkende=steg[0].synkende)
    foerste = steg[0]
    grense = "lte" if foerste.synkende else "gte"
    forbi = Q(**{f"{foerste.felt}__{grense[:2]}": fra[0]})
    like = Q(**{foerste.felt: fra[0]}) & _etter(steg[1:], fra[1:])
    return Q(**{f"{foerste.felt}__{grense}": fra[0]}) & (forbi | like)


def _etter(steg: Sequence[Nivaa], fra: Verdier) -> Q:
    if not steg:
        return Q(pk__in=[])
    nivaa, verdi = steg[0], fra[0]
    felt = nivaa.felt
    mangler = Q(**{f"{felt}__isnull": True})
    if verdi is None:
        forbi = ~mangler if nivaa.synkende else Q(pk__in=[])
        return forbi | (mangler & _etter(steg[1:], fra[1:]))
    forbi = Q(**{f"{felt}__{'lt' if nivaa.synkende else 'gt'}": verdi})
    if nivaa.kan_mangle and not nivaa.synkende:
        forbi |= mangler
    return forbi | (Q(**{felt: verdi}) & _etter(steg[1:], fra[1:]))


class BlantNoekler(Func):
    """`pk = ANY(ARRAY(…))`."""

    template, arg_joiner = "%(expressions)s)", " = ANY("
    output_field = BooleanField()
    conditional = True


class Radsammenligning(Func):
    """`(a, b) > (x, y)` (or `<`): the whole place in the order at once, as an index has it."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, felter: Sequence[str], verdier: Verdier, *, synkende: bool) -> None:
        super().__init__(*(F(felt) for felt in felter))
        self.verdier, self.tegn = tuple(verdier), "<" if synkende else ">"

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Write the comparison; each value as its own field stores it."""
        venstre, parametre = [], []
        for uttrykk in self.get_source_expressions():
            sql, egne = compiler.compile(uttrykk)
            venstre.append(sql)
            parametre += egne
        parametre += [
            uttrykk.output_field.get_db_prep_value(verdi, connection)
            for uttrykk, verdi in zip(self.get_source_expressions(), self.verdier, strict=True)
        ]
        plasser = ", ".join(["%s"] * len(venstre))
        return f"({', '.join(venstre)}) {self.tegn} ({plasser})", parametre
