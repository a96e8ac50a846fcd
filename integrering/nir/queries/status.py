"""What persons lack for the grant, in SQL: the same as `rules.utbetaling.mangler`, for many at once.

What is asked of every person stands in the person's own row (kept by triggers, see `sql/statusfelt.sql`), so
that a filter reads one table. Only the hours of school periods are looked up.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.lookups import GreaterThan

from integrering.nir.models import FulltidVgo, Person
from integrering.nir.rules.lovspor import ALDER_FRA, ALDER_TIL, SPOR_FOR_TILLATELSE, TILSKUDDSAAR, Lovspor
from integrering.nir.rules.vgo import FULLTID_TIMER

FULLTID = Q(timer_per_uke__gte=FULLTID_TIMER) | Q(kombinasjonsklasse=True, hovedansvar_fylke=True)


class PlussAar(Func):
    """A date some years later; 29 February becomes 28 February in a common year, as in `grunnmur.datoer`."""

    template = "(%(expressions)s + interval '%(aar)s years')::date"
    output_field = DateField()

    def __init__(self, uttrykk: Any, aar: int) -> None:
        super().__init__(uttrykk, aar=aar)


_VOKSEN, _GAMMEL = (PlussAar(F("foedselsdato"), alder) for alder in (ALDER_FRA, ALDER_TIL))


def _tillatelse(*spor: Lovspor) -> Q:
    return Q(tillatelse__in=[kode for kode, s in SPOR_FOR_TILLATELSE.items() if s in spor])


def _paa(*spor: Lovspor) -> Q:
    """Return the condition of a law track: permit and age."""
    return _tillatelse(*spor) & Q(tillatelse_dato__gte=_VOKSEN, tillatelse_dato__lt=_GAMMEL)


KAN_UTLOESE = _paa(Lovspor.RETT_OG_PLIKT, Lovspor.KOLLEKTIV)
HAR_VEDTAK = Q(foerste_vedtak__isnull=False)


def _ikke_ute(felt: str, spor: Lovspor, i_dag: date) -> Q:
    """Return the condition that the grant years of a track have not ended when they count from this date."""
    return Q(GreaterThan(PlussAar(F(felt), TILSKUDDSAAR[spor]), Value(i_dag)))


def _aar_igjen(i_dag: date) -> Q:
    """Return the condition that the last grant year has not ended, or has no known end."""
    rett, kollektiv = Lovspor.RETT_OG_PLIKT, Lovspor.KOLLEKTIV
    # the years of the others count from the later of the two dates
    fra_bosatt = Q(foerste_bosted__isnull=True) | _ikke_ute("foerste_bosted", rett, i_dag)
    fra_vedtak = Q(foerste_vedtak__isnull=True) | _ikke_ute("foerste_vedtak", kollektiv, i_dag)
    return (_tillatelse(kollektiv) & fra_vedtak) | (
        _tillatelse(rett) & (fra_bosatt | _ikke_ute("tillatelse_dato", rett, i_dag))
    )


def _fulltid(*, har_slutt: bool) -> Exists:
    """Return the condition that a full-time period with (or without) an end holds."""
    perioder = FulltidVgo.objects.gjeldende().filter(person=OuterRef("pk"), til__isnull=not har_slutt)
    return Exists(perioder.filter(FULLTID))


def _svar(vilkaar: Q) -> ExpressionWrapper[Any]:
    return ExpressionWrapper(vilkaar, output_field=BooleanField())


def med_status(personer: QuerySet[Person], i_dag: date) -> QuerySet[Person]:
    """Annotate what the list shows: what is registered, and whether a grant is possible at all."""
    return personer.annotate(
        har_vedtak=_svar(HAR_VEDTAK),
        mangler_slutt=_fulltid(har_slutt=False),
        utloeser=_fulltid(har_slutt=True),
        kan_utloese=_svar(KAN_UTLOESE),
        aapent=_svar(KAN_UTLOESE & _aar_igjen(i_dag)),
    )


def som_mangler(personer: QuerySet[Person], hva: str, i_dag: date) -> QuerySet[Person]:
    """Return the persons who lack «vedtak», «periode» or «sluttdato» for the grant."""
    match hva:
        case "vedtak":
            return personer.filter(~HAR_VEDTAK, KAN_UTLOESE, Q(har_periode=True) | _aar_igjen(i_dag))
        case "periode":
            return personer.filter(KAN_UTLOESE, _aar_igjen(i_dag), har_periode=False)
        case "sluttdato":
            return personer.filter(Q(_fulltid(har_slutt=False)), KAN_UTLOESE, har_periode=True)
        case _:
            raise ValueError(hva)


def paa_lovspor(personer: QuerySet[Person], spor: Lovspor) -> QuerySet[Person]:
    """Return the persons on a law track: the same as `rules.lovspor.lovspor`, for many at once."""
    if spor is Lovspor.FEIL_ALDER:
        # nobody without details: without a permit there is no date
        return personer.filter(Q(tillatelse_dato__lt=_VOKSEN) | Q(tillatelse_dato__gte=_GAMMEL))
    return personer.filter(_paa(spor))


MANGLER = ("vedtak", "periode", "sluttdato")
